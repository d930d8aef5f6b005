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

const LONGEST = 20_000; // milliseconds after which nobody waits any more

/**
 * A file's object. One that is not whole is as bad as none: it is an error too.
 * @param {string} file
 * @param {...string} parts what it must have
 */
export async function loaded(file, ...parts) {
  const answer = await fetch(file, { signal: AbortSignal.timeout(LONGEST) });
  const data = answer.ok ? await answer.json() : null;
  if (data === null) throw new Error(`${file}: ${answer.status}, without contents`);
  requireParts(file, data, parts);
  return data;
}

/**
 * @param {string} what
 * @param {Record<string, unknown>} data
 * @param {string[]} parts
 */
export function requireParts(what, data, parts) {
  const missing = parts.filter((part) => !Object.hasOwn(data, part) || !data[part]);
  if (missing.length > 0) throw new Error(`${what}: no ${missing.join(", no ")}`);
}

/** What is used of a gateway's rules. */
export const OF_GATEWAY = ["name", "rules"];

/**
 * @param {HTMLElement} root names its files in its data
 * @param {Place["fail"]} fail
 * @param {string[]} ofRules what the file of rules must have
 */
export async function openInPage(root, fail, ofRules) {
  const { form: formFile, words: wordsFile, rules: rulesFile, others } =
    /** @type {Record<string, string>} */ (root.dataset);
  /** @type {[CheckerForm, Words, Record<string, Gateway>]} */
  const [{ form, style, messages }, words, rules] = await Promise.all([
    loaded(formFile, "form", "style", "messages"),
    loaded(wordsFile, "texts", "types", "fields", "countries"),
    loaded(rulesFile, ...ofRules),
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
    fail,
  };
  return { words, rules, place };
}
