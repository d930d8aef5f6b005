// What is found for a query: in the reader's language first, in another one only where that has nothing.

import { Engine } from "./engine.mjs";
import { SearchWords } from "./words.mjs";

/** @import { FoundPage, Group, SearchData } from "../types.d.ts" */

/**
 * What was found in a language, and the words to say it with.
 * @typedef {object} SearchAnswer
 * @property {string} language
 * @property {FoundPage[]} pages
 * @property {Group[]} groups
 * @property {string[]} unknown
 * @property {Record<string, string>} says
 */

/** The words and the engine of one language, loaded once. */
class Searcher {
  /**
   * @param {HTMLElement} dialog
   * @param {string} language
   */
  constructor(dialog, language) {
    const { words, pagefind, root } = /** @type {Record<string, string>} */ (dialog.dataset);
    this.language = language;
    this.words = new URL(words.replace(/[^/]+$/, `${language}.json`), location.href);
    this.folder = new URL(`${pagefind}${language}/`, location.href);
    this.root = new URL(root, location.href).pathname;
    /** @type {Promise<[SearchData, Engine]> | null} */
    this.loaded = null;
  }

  load() {
    this.loaded ??= Promise.all([
      fetch(this.words).then((answer) => answer.json()),
      Engine.load(this.folder.href, this.root),
    ]);
    this.loaded.catch(() => this.loaded = null); // the next key retries
    return this.loaded;
  }

  /**
   * @param {string} query
   * @returns {Promise<SearchAnswer>}
   */
  async search(query) {
    const [data, engine] = await this.load();
    const { groups, unknown } = new SearchWords(data).read(query);
    const pages = groups.length > 0 ? await engine.search(groups) : [];
    for (const heading of pages.flatMap(({ headings }) => headings)) {
      heading.title = data.titles[heading.url.slice(this.root.length)] ?? heading.title;
    }
    return { language: this.language, pages, groups, unknown, says: data.messages };
  }
}

/** @param {HTMLElement} dialog */
export function searcherOf(dialog) {
  const first = new Searcher(dialog, document.documentElement.lang);
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a[hreflang]");
  const others = Array.from(links, ({ hreflang }) => new Searcher(dialog, hreflang));

  /**
   * @param {string} query
   * @returns {Promise<SearchAnswer>}
   */
  async function ask(query) {
    const own = await first.search(query);
    if (own.pages.length > 0 && own.unknown.length === 0) return own;
    for (const searcher of others) {
      const other = await searcher.search(query);
      const isBetter = other.pages.length > 0 && other.unknown.length < Math.max(own.unknown.length, 1);
      if (isBetter) return { ...other, says: own.says };
    }
    return own;
  }

  return { ask, load: () => first.load() };
}
