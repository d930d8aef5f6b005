// <payment-checker gateway="secure-and-pay" lang="hi">: the checker inside any page. Form, words and rules come with this
// one script, styles stay inside, nothing is asked of any server, and what stands in the element is shown until it is ready.

import { enhanceChecker } from "./checker.mjs";

const SVG = "http://www.w3.org/2000/svg";

// An element from a tree: [name, attributes, ...children], where text is text.
function grown([name, attributes, ...children], space = name === "svg" ? SVG : null) {
  const node = space ? document.createElementNS(space, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.map((child) => (typeof child === "string" ? child : grown(child, space ?? undefined))));
  return node;
}

// The value of an attribute, which must be one that is known.
function oneOf(what, value, all) {
  if (Object.hasOwn(all, value)) return value;
  throw new Error(`payment-checker: no ${what} "${value}"; known: ${Object.keys(all).join(", ")}`);
}

// `style` is a stylesheet; `languages` gives for each language the form's tree, the gateways and the words.
export function definePaymentChecker({ style, languages }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);

  class PaymentChecker extends HTMLElement {
    static observedAttributes = ["gateway", "lang"];

    connectedCallback() {
      const nearest = this.closest("[lang]")?.lang.split("-")[0] ?? Object.keys(languages)[0];
      const language = oneOf("language", nearest, languages);
      const { form, gateways, words } = languages[language];
      const gateway = oneOf("gateway", this.getAttribute("gateway"), gateways);
      const root = grown(form);
      root.lang = language;
      root.querySelector("[name=gateway]").value = gateway;
      root.querySelector("[name=gateway]").parentElement.hidden = true;
      root.querySelector("[data-act=print]").hidden = true; // it would print the page around
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [sheet];
      shadow.replaceChildren(root);
      enhanceChecker(root, gateways, words, language, {
        query: new URLSearchParams(),
        keep() {}, // the address is the other page's
        link: (query, { article }) => `${article}?${query}#checker`,
        ownsPage: false,
      });
    }

    attributeChangedCallback() {
      if (this.shadowRoot) this.connectedCallback();
    }
  }

  customElements.define("payment-checker", PaymentChecker);
}
