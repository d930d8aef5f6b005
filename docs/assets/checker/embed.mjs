// <payment-checker gateway="secure-and-pay" lang="hi">: the checker inside any page. Form, words and rules are part of this
// one script, styles are limited to the element, no server is asked for anything, and the element's own content is shown
// until the checker is ready, and where it cannot be.

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
  const found = value === null ? `no attribute ${what}` : `no ${what} "${value}"`;
  throw new Error(`payment-checker: ${found}; known: ${Object.keys(all).join(", ")}`);
}

class PaymentChecker extends HTMLElement {
  static observedAttributes = ["gateway", "lang"];
  static sheet = new CSSStyleSheet();
  /** @type {Record<string, CheckerFile>} */
  static languages = {};

  root = this.attachShadow({ mode: "open" });
  query = new URLSearchParams();
  shown = "";
  isWaiting = false;

  constructor() {
    super();
    this.root.adoptedStyleSheets = [PaymentChecker.sheet];
    this.root.append(element("slot"));
  }

  connectedCallback() {
    this.attributeChangedCallback();
  }

  /** Several attributes that are set one after the other are one change. */
  attributeChangedCallback() {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      if (this.isConnected) this.follow();
    });
  }

  follow() {
    const { languages } = PaymentChecker;
    try {
      const said = this.closest("[lang]")?.getAttribute("lang")?.toLowerCase().split("-")[0];
      const language = oneOf("lang", said || Object.keys(languages)[0], languages);
      const gateway = oneOf("gateway", this.getAttribute("gateway"), languages[language].gateways);
      if (this.shown === `${gateway} ${language}`) return; // it was only moved: what is typed stays
      this.show(gateway, language);
      this.shown = `${gateway} ${language}`;
    } catch (error) {
      this.fail(error);
    }
  }

  /**
   * @param {string} gateway
   * @param {string} language
   */
  show(gateway, language) {
    const { languages } = PaymentChecker;
    const { form, gateways, messages, words } = languages[language];
    Object.assign(words.texts.messages, messages);
    const others = Object.entries(languages).filter(([one]) => one !== language);
    const root = element("section", { class: "hc-checker", lang: language }, grown(form, true));
    // Printing would print the page around.
    /** @type {HTMLElement} */ (root.querySelector("[data-act=print]")).hidden = true;
    this.root.replaceChildren(root);
    const texts = Object.fromEntries(others.map(([one, file]) => [one, file.words.texts]));
    enhanceChecker(root, gateways[gateway], words, language, {
      others: () => Promise.resolve(texts),
      query: this.query, // another gateway or language answers the same plan
      keep: (query) => this.query = query, // URL and title are the other page's
      entitle() {},
      link: (query, { article }) => `${article}?${query}#checker`,
      fail: (error) => this.fail(error),
    });
  }

  /**
   * Shows the element's own content, and where it has none, what is wrong.
   * @param {unknown} error
   */
  fail(error) {
    this.shown = "";
    console.error(this, error);
    this.root.replaceChildren(element("slot", {}, error instanceof Error ? error.message : `${error}`));
  }
}

/**
 * @param {object} data
 * @param {string} data.style a stylesheet
 * @param {Record<string, CheckerFile>} data.languages
 */
export function definePaymentChecker({ style, languages }) {
  PaymentChecker.sheet.replaceSync(style);
  PaymentChecker.languages = languages;
  customElements.define("payment-checker", PaymentChecker);
}
