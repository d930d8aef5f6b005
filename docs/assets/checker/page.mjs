// The checker on a page of this site: all that it needs is a file of its own, and the plan is kept in the page's URL.

import { enhanceChecker } from "./checker.mjs";
import { grown } from "./grown.mjs";

/** @import { CheckerFile, Gateway } from "../types.d.ts" */

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
 * @param {Gateway} gateway
 */
function link(query, { article }) {
  const url = new URL(article, location.href);
  url.search = `${query}`;
  url.hash = "checker";
  return url.href;
}

/** @param {HTMLElement} root */
export async function enhanceCheckerInPage(root) {
  const { words: file, root: top, gateway: only } = /** @type {Record<string, string>} */ (root.dataset);
  /** @type {CheckerFile & { style: string }} */
  const { form, gateways, words, style } = await fetch(file).then((answer) => answer.json());
  for (const [id, gateway] of Object.entries(gateways)) gateway.article = id === only ? "" : `${top}${gateway.article}`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const isHigh = !document.querySelector("article h2 ~ .hc-checker");
  root.replaceChildren(grown(form, isHigh));
  const query = new URLSearchParams(location.search);
  const { title } = document;
  /** @param {string} prefix */
  const entitle = (prefix) => document.title = prefix + title;
  enhanceChecker(root, gateways, words, document.documentElement.lang, { query, only, keep, entitle, link });
}
