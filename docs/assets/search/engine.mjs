// Pagefind (https://pagefind.app/docs/api/), asked word by word: pages that have most of what was asked come first, each
// with its best headings.

import { bestSections, excerptOf, sectionsOf } from "./excerpts.mjs";

/** @import { FoundPage, Group, SearchData } from "../types.d.ts" */
/** @import { Anchor, Marks } from "./excerpts.mjs" */

/** @typedef {{ location: number, balanced_score: number }} Found a word of a page that was found */
/** @typedef {{ url: string, meta: { title: string }, content: string, anchors: Anchor[], weighted_locations: Found[] }} Data */
/** @typedef {{ id: string, score: number, data(): Promise<Data> }} Result */
/** @typedef {{ init(): Promise<void>, search(word: string): Promise<{ results: Result[] }> }} Pagefind */
/** @typedef {{ id: string, results: [number, Result][], score: number, isMeant: boolean }} Candidate results by group */

const RANKING = { pageLength: 0.4 }; // a short page is hardly better than a long one
const MOST_PAGES = 8;
const MOST_HEADINGS = 3;

export class Engine {
  /**
   * @param {Pagefind} pagefind
   * @param {SearchData["pages"]} pages
   */
  constructor(pagefind, pages) {
    this.pagefind = pagefind;
    this.pages = pages;
  }

  /**
   * @param {string} folder
   * @param {string} root
   * @returns {Promise<Pagefind>}
   */
  static async load(folder, root) {
    const { createInstance } = await import(`${folder}pagefind.js`);
    const pagefind = createInstance({ noWorker: true, baseUrl: root, ranking: RANKING });
    await pagefind.init();
    return pagefind;
  }

  /**
   * The best pages for groups of words: those that are meant by their addresses, then those that have most groups.
   * @param {Group[]} groups
   * @param {string[]} meant
   */
  async search(groups, meant) {
    /** @type {Map<string, Candidate>} */
    const pages = new Map();
    for (const [index, { words }] of groups.entries()) {
      for (const [result, score] of await this.best(words)) {
        const page = pages.get(result.id) ?? { id: result.id, results: [], score: 0, isMeant: false };
        page.results.push([index, result]);
        page.score += score;
        pages.set(result.id, page);
      }
    }
    for (const { id } of meant.map((address) => this.pages[address])) {
      const page = pages.get(id) ?? { id, results: [], score: 0, isMeant: true };
      pages.set(id, { ...page, isMeant: true });
    }
    const ranked = Array.from(pages.values()).sort(
      (one, other) =>
        Number(other.isMeant) - Number(one.isMeant) || other.results.length - one.results.length ||
        other.score - one.score,
    );
    const most = Math.max(...ranked.map(({ results }) => results.length));
    const complete = ranked.filter(({ isMeant, results }) => isMeant || results.length === most);
    return Promise.all(complete.slice(0, MOST_PAGES).map((page) => this.page(page)));
  }

  /**
   * Each page's best result for words of one meaning, with its score.
   * @param {string[]} words
   */
  async best(words) {
    /** @type {Map<string, [Result, number]>} */
    const best = new Map();
    for (const word of words) {
      const { results } = await this.pagefind.search(word);
      for (const result of results) {
        if (result.score > (best.get(result.id)?.[1] ?? 0)) best.set(result.id, [result, result.score]);
      }
    }
    return best.values();
  }

  /**
   * @param {Candidate} candidate
   * @returns {Promise<FoundPage>}
   */
  async page({ id, results }) {
    /** @type {Marks} */
    const marks = new Map();
    for (const [group, result] of results) {
      const { weighted_locations } = await result.data(); // the same object each time: read it before the next call
      for (const { location, balanced_score: weight } of weighted_locations) {
        marks.set(location, (marks.get(location) ?? new Map()).set(group, weight));
      }
    }
    const { url, content, anchors, meta } = await this.whole(id, results);
    const [introduction, ...sections] = sectionsOf(anchors, content);
    return {
      url,
      title: meta.title,
      excerpt: excerptOf(content, anchors, introduction, marks),
      headings: bestSections(sections, marks).slice(0, MOST_HEADINGS).map((section) => ({
        url: `${url}#${section.anchor.id}`,
        title: section.anchor.text,
        excerpt: excerptOf(content, anchors, section, marks),
      })),
    };
  }

  /**
   * A page of the index, also where nothing on it was found.
   * @param {string} id
   * @param {[number, Result][]} results
   */
  async whole(id, results) {
    const { title } = /** @type {{ title: string }} */ (Object.values(this.pages).find((page) => page.id === id));
    const result = results[0]?.[1] ?? (await this.pagefind.search(title)).results.find((one) => one.id === id);
    return /** @type {Result} */ (result).data();
  }
}
