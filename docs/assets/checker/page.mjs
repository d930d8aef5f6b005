// The checker on a page of this site: its words are a file of their own, and the plan is kept in the page's URL.

import { enhanceChecker } from "./checker.mjs";

/** @import { Gateway } from "../types.d.ts" */

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
  const words = await fetch(/** @type {string} */ (root.dataset.words)).then((answer) => answer.json());
  const gateways = JSON.parse(/** @type {HTMLElement} */ (root.querySelector("script")).textContent);
  const query = new URLSearchParams(location.search);
  const { title } = document;
  /** @param {string} prefix */
  const entitle = (prefix) => document.title = prefix + title;
  enhanceChecker(root, gateways, words, document.documentElement.lang, { query, keep, entitle, link });
}
