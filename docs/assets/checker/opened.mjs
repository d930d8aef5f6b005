// Checker or finder on a page of this site: its form is made, and the plan is kept in the page's URL.

import { grown } from "./grown.mjs";

/** @import { Gateway, Place, Tree, Words } from "../types.d.ts" */

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
 * @param {"checker" | "finder"} kind
 */
export async function openInPage(root, kind) {
  const { words: wordsFile, rules: rulesFile } = /** @type {Record<string, string>} */ (root.dataset);
  const both = await Promise.all([loaded(wordsFile), loaded(rulesFile)]);
  /** @type {{ form: Tree, words: Words, style: string }} */
  const { form, words, style } = both[0];
  /** @type {Record<string, Gateway>} */
  const rules = both[1];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const isHigh = !document.querySelector("article h2 ~ .hc-checker");
  root.replaceChildren(grown(form, isHigh, kind));
  const { title } = document;
  /** @type {Place} */
  const place = {
    query: new URLSearchParams(location.search),
    keep,
    entitle: (prefix) => document.title = prefix + title,
    link,
  };
  return { words, rules, place };
}
