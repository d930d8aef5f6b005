// What the search has found. Text is shown, never HTML of an index.

import { element } from "../dom.mjs";

/** @import { FoundPage } from "../types.d.ts" */
/** @import { SearchAnswer } from "./searcher.mjs" */

const ERROR_LEVEL = 4; // from this one on, a word was found by a typing error: see LEVELS in words.mjs

/**
 * An excerpt of the index: marked words between tags, the rest with entities. The heading above it is not repeated.
 * @param {string} html
 * @param {string} title
 */
function excerptOf(html, title) {
  const pieces = html.split(/<\/?mark>/).map((part, index) => ({
    text: part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    isMarked: index % 2 === 1,
  }));
  let repeated = headingIn(pieces.map(({ text }) => text).join(""), title);
  const paragraph = element("p");
  for (const { text, isMarked } of pieces) {
    const rest = text.slice(repeated);
    repeated -= text.length - rest.length;
    if (rest !== "") paragraph.append(isMarked ? element("mark", {}, rest) : rest);
  }
  if (!/[.।?!]$/.test(paragraph.textContent.trim())) paragraph.append(" …");
  return paragraph;
}

/**
 * How many characters at the start of an excerpt are the heading or its end: the index puts a full stop after it.
 * @param {string} text
 * @param {string} title
 */
function headingIn(text, title) {
  const end = text.indexOf(". ");
  return end >= 0 && title.endsWith(text.slice(0, end)) ? end + 2 : 0;
}

/**
 * @param {FoundPage} page
 * @param {string} language
 */
export function pageItem({ url, title, excerpt, headings }, language) {
  const inside = headings.map((heading) =>
    element("li", {}, element("a", { href: heading.url }, heading.title), excerptOf(heading.excerpt, heading.title))
  );
  const below = inside.length > 0 ? element("ul", {}, ...inside) : excerptOf(excerpt, title);
  return element("li", { lang: language }, element("a", { href: url }, title), below);
}

/**
 * What is said of an answer as a whole.
 * @param {string} query
 * @param {SearchAnswer} answer
 */
export function summaryOf(query, { language, pages, unknown, groups, says }) {
  /**
   * @param {string} id
   * @param {Record<string, string>} values
   */
  const say = (id, values) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), says[id]);
  if (pages.length === 0) return say("search-none", { query });
  if (language !== document.documentElement.lang) {
    const other = say("search-other-language", { language: says[`language-${language}`] });
    return `${say("search-none", { query })} ${other}`;
  }
  if (unknown.length > 0) return say("search-without", { words: unknown.join(" ") });
  const count = say(pages.length === 1 ? "search-one" : "search-many", { count: `${pages.length}` });
  const corrected = groups.filter(({ level }) => level >= ERROR_LEVEL);
  if (corrected.length === 0) return count;
  return `${say("search-corrected", { words: corrected.map(({ words }) => words[0]).join(", ") })} ${count}`;
}
