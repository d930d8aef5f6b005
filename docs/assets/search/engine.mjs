// Pagefind (https://pagefind.app/docs/api/), asked word by word: pages that have all that was asked come first, each with
// its best headings.

/** @import { FoundPage, Group, Heading } from "../types.d.ts" */

/** @typedef {{ element: string }} Anchor */
/** @typedef {Heading & { anchor?: Anchor, weighted_locations: { balanced_score: number }[] }} SubResult */
/** @typedef {{ url: string, meta: { title: string }, excerpt: string, sub_results: SubResult[] }} Data */
/** @typedef {{ id: string, score: number, data(): Promise<Data> }} Result */
/** @typedef {{ init(): Promise<void>, search(word: string): Promise<{ results: Result[] }> }} Pagefind */
/** @typedef {{ results: Result[], groups: Set<number>, score: number }} Candidate */

const RANKING = { pageLength: 0.4 }; // a short page is hardly better than a long one
const MOST_PAGES = 8;
const MOST_HEADINGS = 3;

export class Engine {
  /** @param {Pagefind} pagefind */
  constructor(pagefind) {
    this.pagefind = pagefind;
  }

  /**
   * @param {string} folder
   * @param {string} root
   */
  static async load(folder, root) {
    const { createInstance } = await import(`${folder}pagefind.js`);
    const pagefind = createInstance({ noWorker: true, excerptLength: 18, baseUrl: root, ranking: RANKING });
    await pagefind.init();
    return new Engine(pagefind);
  }

  /**
   * The best pages for groups of words.
   * @param {Group[]} groups
   */
  async search(groups) {
    /** @type {Map<string, Candidate>} */
    const pages = new Map();
    for (const [index, group] of groups.entries()) {
      for (const [result, score] of await this.best(group.words)) {
        const page = pages.get(result.id) ?? { results: [], groups: new Set(), score: 0 };
        page.results.push(result);
        page.groups.add(index);
        page.score += score;
        pages.set(result.id, page);
      }
    }
    const ranked = Array.from(pages.values()).sort(
      (one, other) => other.groups.size - one.groups.size || other.score - one.score,
    );
    const most = ranked[0]?.groups.size ?? 0;
    const complete = ranked.filter((page) => page.groups.size === most).slice(0, MOST_PAGES);
    return Promise.all(complete.map((page) => this.page(page)));
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
  async page({ results }) {
    /** @type {Map<string, Heading & { groups: number, weight: number }>} */
    const headings = new Map();
    let first = null;
    for (const result of results) {
      const data = await result.data(); // the same object each time: read what is needed before the next call
      first ??= { url: data.url, title: data.meta.title, excerpt: data.excerpt };
      for (const { url, title, excerpt, anchor, weighted_locations } of data.sub_results) {
        if (!anchor || anchor.element !== "h2") continue;
        const heading = headings.get(url) ?? { url, title, excerpt, groups: 0, weight: 0 };
        heading.groups += 1;
        heading.weight += Math.max(...weighted_locations.map(({ balanced_score }) => balanced_score));
        headings.set(url, heading);
      }
    }
    const ranked = Array.from(headings.values()).sort(
      (one, other) => other.groups - one.groups || other.weight - one.weight,
    );
    const page = /** @type {Heading} */ (first); // there is a result: that is why the page was found
    return { ...page, headings: ranked.slice(0, MOST_HEADINGS) };
  }
}
