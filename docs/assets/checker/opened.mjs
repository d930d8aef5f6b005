// Checker or finder on a page of this site: its form is made, and the plan is kept in the page's URL.

import { grown } from "./grown.mjs";

/** @import { CheckerForm, Gateway, Place, Texts, Words } from "../types.d.ts" */

/** @param {URLSearchParams} query */
function keep(query) {
  history.replaceState(null, "", `?${query}${location.hash}`);
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a[hreflang]");
  for (const link of links) link.search = location.search;
}

/**
 * The plan's own URL, on the article of its gateway.
 * @param {URLSearchParams} query
 * @param {{ article: string }} gateway
 */
function link(query, { article }) {
  const url = new URL(article, location.href);
  url.search = `${query}`;
  url.hash = "checker";
  return url.href;
}

/** @param {string} file */
export const loaded = (file) => fetch(file).then((answer) => answer.json());

/**
 * @param {HTMLElement} root names its files in its data
 */
export async function openInPage(root) {
  const { form: formFile, words: wordsFile, rules: rulesFile, others } =
    /** @type {Record<string, string>} */ (root.dataset);
  /** @type {[CheckerForm, Words, Record<string, Gateway>]} */
  const [{ form, style, messages }, words, rules] = await Promise.all([
    loaded(formFile),
    loaded(wordsFile),
    loaded(rulesFile),
  ]);
  Object.assign(words.texts.messages, messages);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const isHigh = !document.querySelector("article h2 ~ .hc-checker");
  root.replaceChildren(grown(form, isHigh));
  const { title } = document;
  /** @type {Promise<Record<string, Texts>> | undefined} */
  let asked;
  /** @type {Place} */
  const place = {
    query: new URLSearchParams(location.search),
    // A network that has gone is no reason to keep an answer back: it is copied in the language of the page.
    others: () => asked ??= loaded(others).catch(() => ({})),
    keep,
    entitle: (prefix) => document.title = prefix + title,
    link,
  };
  return { words, rules, place };
}
