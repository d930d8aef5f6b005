// The checker inside a page of ours: its words come as a file, and the plan stands in the page's address.

import { enhanceChecker } from "./checker.mjs";

function keep(query) {
  history.replaceState(null, "", `?${query}${location.hash}`);
  for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
}

// The plan's own address, on the article of its gateway.
function link(query, { article }) {
  const url = new URL(article || location.pathname, location.href);
  url.search = query;
  url.hash = "checker";
  return url.href;
}

export async function enhanceCheckerInPage(root) {
  const words = await fetch(root.dataset.words).then((answer) => answer.json());
  const gateways = JSON.parse(root.querySelector("script").textContent);
  const query = new URLSearchParams(location.search);
  enhanceChecker(root, gateways, words, document.documentElement.lang, { query, keep, link, ownsPage: true });
}
