// <payment-checker gateway="secure-and-pay" lang="hi">: the checker inside any page. Form, words and rules are part of this
// one script, styles are limited to the element, no server is asked for anything, and the element's own content is shown
// until the checker is ready.

import { element } from "../dom.mjs";
import { enhanceChecker } from "./checker.mjs";
import { grown } from "./grown.mjs";

/** @import { CheckerFile } from "../types.d.ts" */

/**
 * The value of an attribute, which must be one of those there are.
 * @param {string} what
 * @param {string | null} value
 * @param {object} all
 * @returns {string}
 */
function oneOf(what, value, all) {
  if (value !== null && Object.hasOwn(all, value)) return value;
  throw new Error(`payment-checker: no ${what} "${value}"; known: ${Object.keys(all).join(", ")}`);
}

/**
 * @param {object} data
 * @param {string} data.style a stylesheet
 * @param {Record<string, CheckerFile>} data.languages
 */
export function definePaymentChecker({ style, languages }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);

  class PaymentChecker extends HTMLElement {
    static observedAttributes = ["gateway", "lang"];

    connectedCallback() {
      /** @type {HTMLElement | null} */
      const nearest = this.closest("[lang]");
      const language = oneOf("language", nearest?.lang.split("-")[0] ?? Object.keys(languages)[0], languages);
      const { form, gateways, messages, words } = languages[language];
      Object.assign(words.texts.messages, messages);
      const others = Object.entries(languages).filter(([one]) => one !== language);
      const only = oneOf("gateway", this.getAttribute("gateway"), gateways);
      const root = element("section", { class: "hc-checker", lang: language }, grown(form, true));
      // Printing would print the page around.
      /** @type {HTMLElement} */ (root.querySelector("[data-act=print]")).hidden = true;
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [sheet];
      shadow.replaceChildren(root);
      const texts = Object.fromEntries(others.map(([one, file]) => [one, file.words.texts]));
      enhanceChecker(root, gateways[only], words, language, {
        others: () => Promise.resolve(texts),
        query: new URLSearchParams(),
        keep() {}, // URL and title are the other page's
        entitle() {},
        link: (query, { article }) => `${article}?${query}#checker`,
      });
    }

    attributeChangedCallback() {
      if (this.shadowRoot) this.connectedCallback();
    }
  }

  customElements.define("payment-checker", PaymentChecker);
}
