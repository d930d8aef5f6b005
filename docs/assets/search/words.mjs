// From what people type to words that stand on pages: spelling variants, Hindi in Latin letters, one typing error.
// Nothing is found for a word that no page has: a search engine's stemmer would offer भुगतान for भागतीन.

import { entryOf, isNear, isSame, LEVELS, SURE } from "./levels.mjs";
import { likeness, wordsIn } from "./sounds.mjs";

/** @import { Group, Meaning, SearchData } from "../types.d.ts" */
/** @import { Entry, Word } from "./levels.mjs" */

/** @typedef {Word & { isQuestion: boolean }} TypedWord */
/** @typedef {{ phrase: (Entry & { isQuestion: boolean })[], meaning: Meaning }} Alias */

const MOST_WORDS = 6;
// By how many groups of words a page is better that is meant: by a word, by several, by its gateway's name.
const [HINTED, SAID, NAMED] = [0.5, 1.5, 4];
const ALIKE = 0.5; // from which likeness on a word is offered to who finds nothing

export class SearchWords {
  /** @param {SearchData} data */
  constructor({ words, aliases, questions }) {
    this.questions = questions.map(entryOf);
    const asked = new Set(this.questions.map(({ key }) => key));
    this.entries = words.map(entryOf).filter(({ key }) => !asked.has(key));
    /** @type {Alias[]} */
    const all = aliases.map(([phrase, meaning]) => ({
      phrase: phrase.map(entryOf).map((entry) => ({ ...entry, isQuestion: phrase.length > 1 && asked.has(entry.key) })),
      meaning,
    }));
    all.sort((one, other) => other.phrase.length - one.phrase.length);
    this.aliases = all.filter(({ meaning }) => meaning.words || meaning.topics);
    this.pages = all.filter(({ meaning }) => meaning.pages || meaning.gateways);
  }

  /**
   * What is asked: groups of words that mean the same and of which a page should have one, pages that are meant by name,
   * topics that no page covers, and words that no page has.
   * @param {string} query
   */
  read(query) {
    const typed = wordsIn(query).map((word) => ({ ...word, isQuestion: this.isQuestion(word) }));
    const meant = this.meant(typed);
    /** @type {Group[]} */
    const groups = [];
    const topics = [];
    const unknown = [];
    for (let place = 0; place < typed.length;) {
      const { length, words, level, ...alias } = this.alias(typed, place) ?? this.own(typed, place);
      if (words.length > 0) groups.push({ words, level, place, isPhrase: length > 1 });
      topics.push(...alias.topics);
      const isUnknown = words.length + alias.topics.length === 0 && !meant.some(({ places }) => places.has(place));
      if (isUnknown && !(typed[place].isQuestion && typed.length > 1)) unknown.push(typed[place].key);
      place += length;
    }
    const pages = meant.map(({ address, places, more }) => {
      const covered = groups.flatMap(({ place }, index) => places.has(place) ? [index] : []);
      return { address, covered, more };
    });
    return { groups, pages, topics: unique(topics), unknown };
  }

  /**
   * The pages that are meant by what was typed, the places of the words that say so, and how much better that makes them.
   * @param {TypedWord[]} typed
   */
  meant(typed) {
    /** @type {Map<string, { address: string, places: Set<number>, more: number }>} */
    const pages = new Map();
    for (let place = 0; place < typed.length;) {
      const { length, aliases } = this.longest(this.pages, typed, place) ?? { length: 1, aliases: [] };
      for (const { meaning } of aliases) {
        const hint = length > 1 ? SAID : HINTED;
        for (const address of [...meaning.pages ?? [], ...meaning.gateways ?? []]) {
          const page = pages.get(address) ?? { address, places: new Set(), more: 0 };
          for (let word = place; word < place + length; word += 1) page.places.add(word);
          page.more = Math.max(page.more, meaning.gateways?.includes(address) ? NAMED : hint);
          pages.set(address, page);
        }
      }
      place += length;
    }
    return Array.from(pages.values());
  }

  /**
   * Whether a word asks and names nothing.
   * @param {Word} typed
   */
  isQuestion(typed) {
    if (this.questions.some(({ key }) => key === typed.key)) return true;
    const isWord = this.entries.some(({ key }) => key === typed.key);
    return !isWord && this.questions.some((entry) => isNear(typed, entry, SURE));
  }

  /**
   * All that the longest alias at this place stands for.
   * @param {TypedWord[]} typed
   * @param {number} place
   */
  alias(typed, place) {
    const found = this.longest(this.aliases, typed, place);
    if (!found) return null;
    const { length, level, aliases } = found;
    const own = length === 1 && level <= SURE ? (this.word(typed[place], 1)?.words ?? []) : [];
    const words = unique([...own, ...aliases.flatMap(({ meaning }) => meaning.words ?? [])]);
    const topics = level <= SURE || length > 1 ? aliases.flatMap(({ meaning }) => meaning.topics ?? []) : [];
    return words.length + topics.length > 0 ? { length, words, topics, level: 0 } : null;
  }

  /**
   * The words of the pages for one that was typed; none for one that only asks.
   * @param {TypedWord[]} typed
   * @param {number} place
   */
  own(typed, place) {
    const found = typed[place].isQuestion && typed.length > 1 ? null : this.word(typed[place]);
    return { length: 1, topics: [], ...(found ?? { words: [], level: 0 }) };
  }

  /**
   * The longest aliases at a place, and how many words were typed for them. They may be unfinished or have an error, if no
   * word of the pages is nearer.
   * @param {Alias[]} aliases
   * @param {TypedWord[]} typed
   * @param {number} index
   */
  longest(aliases, typed, index) {
    for (const [from, level] of [[0, 1], [1, SURE], [SURE, 4], [4, 6]]) {
      const found = aliases.map((alias) => ({ alias, length: this.typedFor(alias, typed, index, level) }))
        .filter(({ length }) => length > 0);
      if (found.length === 0) continue;
      const [{ alias, length }] = found;
      const word = length === 1 ? this.word(typed[index]) : null;
      if (word && word.level < from) return null;
      const longest = found.filter((one) => one.alias.phrase.length === alias.phrase.length);
      return { length, level, aliases: longest.map((one) => one.alias) };
    }
    return null;
  }

  /**
   * How many of the words from a place on are an alias, with words between that only ask: "currency is not supported".
   * @param {Alias} alias
   * @param {TypedWord[]} typed
   * @param {number} index
   * @param {number} level
   * @returns {number} 0 if it is another
   */
  typedFor({ phrase }, typed, index, level) {
    let place = index;
    for (const entry of phrase) {
      /** @param {TypedWord} word */
      const isIt = (word) => entry.isQuestion ? isSame(word, entry) : isNear(word, entry, word.isQuestion ? 1 : level);
      while (place > index && typed[place]?.isQuestion && !isIt(typed[place])) place += 1;
      if (!typed[place] || !isIt(typed[place])) return 0;
      place += 1;
    }
    return place - index;
  }

  /**
   * The words of the nearest level that has any.
   * @param {Word} typed
   */
  word(typed, levels = LEVELS.length) {
    for (const [level, matches] of LEVELS.slice(0, levels).entries()) {
      const found = this.entries.filter((entry) => matches(typed, entry));
      if (found.length > 0) return { words: unique(found.map(({ word }) => word)).slice(0, MOST_WORDS), level };
    }
    return null;
  }

  /**
   * The word of the pages that looks most like one that none has, if any does.
   * @param {string} unknown
   */
  nearest(unknown) {
    const [best] = this.entries.map((entry) => ({ ...entry, like: likeness(unknown, entry.key) }))
      .sort((one, other) => other.like - one.like);
    return best && best.like >= ALIKE ? best.word : null;
  }
}

/**
 * @template Item
 * @param {Item[]} items
 */
function unique(items) {
  return Array.from(new Set(items));
}
