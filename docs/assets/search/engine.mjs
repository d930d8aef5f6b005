// Pagefind (https://pagefind.app/docs/api/), asked word by word: pages that have most of what was asked come first, each
// with its best headings.

import { bestSections, excerptOf, sectionsOf, sum } from "./excerpts.mjs";
import { ERROR_LEVEL } from "./levels.mjs";

/** @import { FoundPage, Group, MeantPage, SearchData } from "../types.d.ts" */
/** @import { Anchor, Marks } from "./excerpts.mjs" */

/** @typedef {{ url: string, meta: { title: string }, content: string, anchors: Anchor[], weighted_locations: { location: number, balanced_score: number }[] }} Data */
/** @typedef {{ id: string, score: number, words: number[], data(): Promise<Data> }} Result */
/** @typedef {{ init(): Promise<void>, search(word: string): Promise<{ results: Result[] }> }} Pagefind */
/** @typedef {{ result: Result, places: Set<number> }} Found a result, and the places of the words that count */
/** @typedef {{ group: number, found: Found[], score: number, isPhrase: boolean }} Match of a group on a page */
/** @typedef {{ id: string, matches: Match[], meant: MeantPage | null }} Candidate */

const RANKING = { pageLength: 0.4 }; // a short page is hardly better than a long one
const DOUBTFUL = 0.4; // what a word counts that was found by a typing error
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
    /** @type {Map<string, Promise<Result[]>>} */
    this.known = new Map();
  }

  /**
   * The pages that have a word, or all words of a phrase. While somebody types, the same are asked for again and again.
   * @param {string} word
   */
  results(word) {
    const results = this.known.get(word) ?? this.pagefind.search(word).then((answer) => answer.results);
    this.known.set(word, results);
    results.catch(() => this.known.delete(word)); // the next key retries
    return results;
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
   * The pages that have several words just so.
   * @param {string} words
   */
  phrase(words) {
    const text = words.replaceAll('"', " ").trim();
    return text.includes(" ") ? this.results(`"${text}"`) : Promise.resolve([]);
  }

  /**
   * The best pages for groups of words.
   * @param {Group[]} groups
   * @param {MeantPage[]} meant
   * @param {string} query all that was typed
   */
  async search(groups, meant, query) {
    const exact = new Set((await this.phrase(query)).map(({ id }) => id));
    /** @type {Map<string, Candidate>} */
    const pages = new Map();
    for (const [index, { words }] of groups.entries()) {
      for (const [id, match] of await this.matches(words, index)) {
        pages.set(id, { id, matches: [...pages.get(id)?.matches ?? [], match], meant: null });
      }
    }
    for (const page of meant) {
      const { id } = this.pages[page.address];
      pages.set(id, { id, matches: pages.get(id)?.matches ?? [], meant: page });
    }
    const most = Math.max(...Array.from(pages.values(), ({ matches }) => matches.length));
    const complete = Array.from(pages.values()).filter((page) => page.meant || page.matches.length === most);
    /** @param {Candidate} page */
    const ranks = (page) => ranksOf(page, groups, exact.has(page.id));
    complete.sort((one, other) => firstDifference(ranks(other), ranks(one)));
    return Promise.all(complete.slice(0, MOST_PAGES).map((page) => this.page(page)));
  }

  /**
   * What each page has of words of one meaning.
   * @param {string[]} words
   * @param {number} group
   */
  async matches(words, group) {
    /** @type {Map<string, Match>} */
    const pages = new Map();
    for (const word of words) {
      const { length } = word.split(" ");
      const phrases = new Set((await this.phrase(word)).map(({ id }) => id));
      for (const result of await this.results(word)) {
        const { found, score, isPhrase } = pages.get(result.id) ?? { found: [], score: 0, isPhrase: false };
        pages.set(result.id, {
          group,
          found: [...found, { result, places: new Set(length > 1 ? together(result.words) : result.words) }],
          score: Math.max(score, result.score),
          isPhrase: isPhrase || phrases.has(result.id),
        });
      }
    }
    return pages;
  }

  /**
   * @param {Candidate} candidate
   * @returns {Promise<FoundPage>}
   */
  async page({ id, matches }) {
    /** @type {Marks} */
    const marks = new Map();
    for (const { group, found } of matches) {
      for (const { result, places } of found) {
        const { weighted_locations } = await result.data(); // the same object each time: read it before the next call
        for (const { location, balanced_score: weight } of weighted_locations) {
          if (places.has(location)) {
            marks.set(location, (marks.get(location) ?? new Map()).set(group, weight / places.size));
          }
        }
      }
    }
    const { url, content, anchors, meta } = await this.whole(id, matches);
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
   * @param {Match[]} matches
   */
  async whole(id, matches) {
    const { title } = /** @type {{ title: string }} */ (Object.values(this.pages).find((page) => page.id === id));
    const result = matches[0]?.found[0].result ??
      (await this.results(title)).find((one) => one.id === id);
    return /** @type {Result} */ (result).data();
  }
}

/**
 * By what pages are ordered: how much of the query they have, whether just so, how much of it together, and how often.
 * @param {Candidate} candidate
 * @param {Group[]} groups
 * @param {boolean} isExact
 */
function ranksOf({ matches, meant }, groups, isExact) {
  const all = new Set([...matches.map(({ group }) => group), ...meant?.covered ?? []]);
  const asked = Array.from(all, (group) => groups[group].level < ERROR_LEVEL ? 1 : DOUBTFUL);
  const phrases = matches.filter(({ group, isPhrase }) => isPhrase && groups[group].isPhrase).length;
  const near = matches.filter((match, index) => index > 0 && isBeside(matches[index - 1], match)).length;
  return [sum(asked) + (meant?.more ?? 0), Number(isExact), phrases + near, sum(matches.map(({ score }) => score))];
}

/**
 * Whether words of two groups that follow each other in the query do so on the page, with at most one between.
 * @param {Match} one
 * @param {Match} other
 */
function isBeside(one, other) {
  const [places, others] = [one, other].map(({ found }) => new Set(found.flatMap((each) => Array.from(each.places))));
  return other.group === one.group + 1 &&
    Array.from(places).some((place) => [0, 1, 2].some((further) => others.has(place + further)));
}

/**
 * The places of a phrase's words that have another of them near by: "payment" alone is no failed payment.
 * @param {number[]} places
 */
function together(places) {
  const all = new Set(places);
  const near = places.filter((place) => [-2, -1, 1, 2].some((further) => all.has(place + further)));
  return near.length > 0 ? near : places;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function firstDifference(one, other) {
  return one.map((rank, index) => rank - other[index]).find((difference) => difference !== 0) ?? 0;
}
