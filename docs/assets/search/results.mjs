// What the search has found. Text is shown, never HTML of an index.

import { element } from "../dom.mjs";
import { ERROR_LEVEL } from "./levels.mjs";

/** @import { FoundPage, Piece } from "../types.d.ts" */
/** @import { SearchAnswer } from "./searcher.mjs" */

/** @param {Piece[]} pieces */
function paragraphOf(pieces) {
  return element("p", {}, ...pieces.map(({ text, isMarked }) => isMarked ? element("mark", {}, text) : text));
}

/**
 * @param {FoundPage} page
 * @param {string} language
 */
export function pageItem({ url, title, excerpt, headings }, language) {
  const inside = headings.map((heading) =>
    element("li", {}, element("a", { href: heading.url }, heading.title), paragraphOf(heading.excerpt))
  );
  const below = inside.length > 0 ? element("ul", {}, ...inside) : paragraphOf(excerpt);
  return element("li", { lang: language }, element("a", { href: url }, title), below);
}

/**
 * Shows where to look and whom to ask: for what no page covers, and for who found nothing.
 * @param {HTMLElement} part
 * @param {SearchAnswer | null} answer
 */
export function showNearest(part, answer) {
  const links = [...answer?.topics.flatMap(({ pages }) => pages) ?? [], ...answer?.nearest ?? []];
  const items = Array.from(
    new Map(links.map(({ url, title }) => [url, title])),
    ([url, title]) => element("li", { lang: answer?.language ?? "" }, element("a", { href: url }, title)),
  );
  const [introduction, list] = /** @type {HTMLElement[]} */ (Array.from(part.children));
  introduction.hidden = items.length === 0;
  list.replaceChildren(...items);
  part.hidden = !answer || (answer.topics.length === 0 && answer.pages.length > 0);
}

/**
 * What is said of an answer as a whole: first what no page covers.
 * @param {string} query
 * @param {SearchAnswer} answer
 */
export function summaryOf(query, answer) {
  const { pages, topics } = answer;
  const found = pages.length > 0 || topics.length === 0 ? [foundOf(query, answer)] : [];
  return [...topics.map(({ says }) => says), ...found].join(" ");
}

/**
 * @param {string} query
 * @param {SearchAnswer} answer
 */
function foundOf(query, { language, pages, unknown, groups, says }) {
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
