// What is found for a query: in the reader's language first, in another one only where that has nothing.

import { Engine } from "./engine.mjs";
import { SearchWords } from "./words.mjs";

/** @import { FoundPage, FoundTopic, Group, Link, SearchData } from "../types.d.ts" */

/**
 * What was found in a language, what no page covers, and the words to say it with. `nearest` are pages for who finds
 * nothing.
 * @typedef {object} SearchAnswer
 * @property {string} language
 * @property {FoundPage[]} pages
 * @property {FoundTopic[]} topics
 * @property {Link[]} nearest
 * @property {Group[]} groups
 * @property {boolean} isMeant whether a page is meant by its name
 * @property {string[]} unknown
 * @property {Record<string, string>} says
 */

const MOST_NEAREST = 3;

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
    /** @type {Promise<[SearchData, Engine, SearchWords]> | null} */
    this.loaded = null;
  }

  load() {
    this.loaded ??= this.loading();
    this.loaded.catch(() => this.loaded = null); // the next key retries
    return this.loaded;
  }

  /** @returns {Promise<[SearchData, Engine, SearchWords]>} */
  async loading() {
    const [data, pagefind] = await Promise.all([
      fetch(this.words).then((answer) => answer.json()),
      Engine.load(this.folder.href, this.root),
    ]);
    return [data, new Engine(pagefind, data.pages), new SearchWords(data)];
  }

  /**
   * @param {string} query
   * @returns {Promise<SearchAnswer>}
   */
  async search(query) {
    const [data, engine, words] = await this.load();
    const { groups, pages: meant, topics, unknown } = words.read(query);
    const pages = await engine.search(groups, meant, query);
    for (const heading of pages.flatMap(({ headings }) => headings)) {
      heading.title = data.titles[heading.url.slice(this.root.length)] ?? heading.title;
    }
    return {
      language: this.language,
      pages,
      topics: topics.map((id) => ({ says: data.topics[id].says, pages: this.links(data, data.topics[id].pages) })),
      nearest: pages.length + topics.length > 0 ? [] : await this.nearest(unknown),
      groups,
      isMeant: meant.length > 0,
      unknown,
      says: data.messages,
    };
  }

  /**
   * The pages that have the words which look most like what no page has, else those for everybody.
   * @param {string[]} unknown
   * @returns {Promise<Link[]>}
   */
  async nearest(unknown) {
    const [data, engine, words] = await this.load();
    const alike = unknown.flatMap((word) => words.nearest(word) ?? []);
    const found = await engine.search(
      alike.map((word, place) => ({ words: [word], level: 0, place, isPhrase: false })),
      [],
      "",
    );
    return found.length > 0 ? found.slice(0, MOST_NEAREST) : this.links(data, data.otherwise);
  }

  /**
   * @param {SearchData} data
   * @param {string[]} addresses
   */
  links(data, addresses) {
    return addresses.map((address) => ({ url: this.root + address, title: data.pages[address].title }));
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
    if (own.topics.length > 0 || own.isMeant || (own.pages.length > 0 && own.unknown.length === 0)) return own;
    for (const searcher of others) {
      const other = await searcher.search(query);
      const isBetter = other.pages.length > 0 && other.unknown.length < Math.max(own.unknown.length, 1);
      if (isBetter) return { ...other, says: own.says };
    }
    return own;
  }

  return { ask, load: () => first.load() };
}
