// Pagefind, asked word by word: pages that have all that was asked come first, and each with its best headings.

const RANKING = { pageLength: 0.4 }; // a short page is hardly better than a long one
const MOST_PAGES = 8;
const MOST_HEADINGS = 3;

export class Engine {
  constructor(pagefind) {
    this.pagefind = pagefind;
  }

  static async load(folder, root) {
    const { createInstance } = await import(`${folder}pagefind.js`);
    const pagefind = createInstance({ noWorker: true, excerptLength: 18, baseUrl: root, ranking: RANKING });
    await pagefind.init();
    return new Engine(pagefind);
  }

  // Pages for groups of words: { url, title, excerpt, headings: [{ url, title, excerpt }], found: number of groups }.
  async search(groups) {
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

  // Each page's best result for words of one meaning, with its score.
  async best(words) {
    const best = new Map();
    for (const word of words) {
      const { results } = await this.pagefind.search(word);
      for (const result of results) {
        if (result.score > (best.get(result.id)?.[1] ?? 0)) best.set(result.id, [result, result.score]);
      }
    }
    return best.values();
  }

  async page({ results, groups }) {
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
    return { ...first, found: groups.size, headings: ranked.slice(0, MOST_HEADINGS) };
  }
}
