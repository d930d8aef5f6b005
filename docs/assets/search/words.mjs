// From what people type to words that stand on pages: spelling variants, Hindi in Latin letters, one typing error.
// Nothing is found for a word that no page has: a search engine's stemmer would offer भुगतान for भागतीन.

import { isOneErrorApart, likeness, skeleton, spelling, tokens } from "./sounds.mjs";

/** @import { Group, Meaning, SearchData, TypedWord } from "../types.d.ts" */

/** @typedef {TypedWord & { word: string }} Entry a word of the pages */
/** @typedef {{ phrase: Entry[], meaning: Meaning }} Alias */

const MOST_WORDS = 6;
const LATIN_WORD = /^[a-z]+$/;
const ALIKE = 0.5; // from which likeness on a word is offered to who finds nothing

/**
 * @param {string} text a word, and after a space its sound in Latin letters if it is of another script
 * @returns {Entry}
 */
function entryOf(text) {
  const [word, sound] = text.split(" ");
  const key = spelling(word);
  return { word, key, sound: sound ?? (LATIN_WORD.test(key) ? skeleton(key) : "") };
}

/**
 * How near an entry is to what was typed: each level is further away.
 * @type {((typed: TypedWord, entry: Entry) => boolean)[]}
 */
const LEVELS = [
  (typed, { key }) => typed.key === key,
  (typed, { sound }) => sound.length > 1 && (typed.sound === sound || typed.sound === `${sound}n`),
  (typed, { key }) => typed.key.length > 2 && (key.startsWith(typed.key) || isInflected(typed.key, key)),
  (typed, { sound }) => typed.sound.length > 2 && (sound.startsWith(typed.sound) || isInflected(typed.sound, sound)),
  (typed, { key }) => typed.key.length > 4 && isOneErrorApart(typed.key, key),
  (typed, { sound }) => typed.sound.length > 4 && isOneErrorApart(typed.sound, sound),
];

/**
 * मुद्राओं for मुद्रा; "currencies" is left to the stemmer of the search engine.
 * @param {string} typed
 * @param {string} word
 */
function isInflected(typed, word) {
  return word.length > 3 && typed.startsWith(word) && typed.length - word.length <= 2;
}

export class SearchWords {
  /** @param {SearchData} data */
  constructor({ words, aliases, questions }) {
    this.questions = questions.map(entryOf);
    const asked = new Set(this.questions.map(({ key }) => key));
    this.entries = words.map(entryOf).filter(({ key }) => !asked.has(key));
    const all = aliases.map(([phrase, meaning]) => ({ phrase: phrase.map(entryOf), meaning }));
    all.sort((one, other) => other.phrase.length - one.phrase.length);
    this.aliases = all.filter(({ meaning }) => meaning.words || meaning.topics);
    this.pages = all.filter(({ meaning }) => meaning.pages);
  }

  /**
   * What is asked: groups of words that mean the same and of which a page should have one, pages that are meant by name,
   * topics that no page covers, and words that no page has.
   * @param {string} query
   */
  read(query) {
    const typed = tokens(query).map((key) => ({ key, sound: LATIN_WORD.test(key) ? skeleton(key) : "" }));
    /** @type {Group[]} */
    const groups = [];
    const topics = [];
    const unknown = [];
    for (let index = 0; index < typed.length;) {
      const alias = this.alias(typed, index);
      if (alias) {
        if (alias.words.length > 0) groups.push({ words: alias.words, level: 0 });
        topics.push(...alias.topics);
        index += alias.length;
        continue;
      }
      const one = typed[index];
      index += 1;
      if (this.isQuestion(one) && typed.length > 1) continue;
      const found = this.word(one);
      if (found) groups.push(found);
      else unknown.push(one.key);
    }
    return { groups, pages: this.meant(typed), topics: unique(topics), unknown };
  }

  /**
   * The pages that are meant by what was typed.
   * @param {TypedWord[]} typed
   */
  meant(typed) {
    const pages = [];
    for (let index = 0; index < typed.length;) {
      const found = this.longest(this.pages, typed, index);
      pages.push(...(found?.aliases ?? []).flatMap(({ meaning }) => meaning.pages ?? []));
      index += found?.length ?? 1;
    }
    return unique(pages);
  }

  /** @param {TypedWord} typed */
  isQuestion(typed) {
    return this.questions.some((entry) => this.isNear(typed, entry, 2));
  }

  /**
   * All that the longest alias at this place stands for.
   * @param {TypedWord[]} typed
   * @param {number} index
   */
  alias(typed, index) {
    const found = this.longest(this.aliases, typed, index);
    if (!found) return null;
    const { length, level, aliases } = found;
    const own = length === 1 && level === 2 ? (this.word(typed[index], 1)?.words ?? []) : [];
    const words = unique([...own, ...aliases.flatMap(({ meaning }) => meaning.words ?? [])]);
    return { length, words, topics: aliases.flatMap(({ meaning }) => meaning.topics ?? []) };
  }

  /**
   * The longest aliases at a place; their words may still be unfinished or have an error, if no word of the pages is
   * nearer.
   * @param {Alias[]} aliases
   * @param {TypedWord[]} typed
   * @param {number} index
   */
  longest(aliases, typed, index) {
    for (const level of [2, 4, 6]) {
      const found = aliases.filter(({ phrase }) =>
        phrase.every((entry, offset) =>
          index + offset < typed.length && this.isNear(typed[index + offset], entry, level)
        )
      );
      if (found.length === 0) continue;
      const { length } = found[0].phrase;
      const word = level > 2 && length === 1 ? this.word(typed[index]) : null;
      if (word && word.level < level) return null;
      return { length, level, aliases: found.filter(({ phrase }) => phrase.length === length) };
    }
    return null;
  }

  /**
   * @param {TypedWord} typed
   * @param {Entry} entry
   * @param {number} levels
   */
  isNear(typed, entry, levels) {
    return LEVELS.slice(0, levels).some((matches) => matches(typed, entry));
  }

  /**
   * The words of the nearest level that has any.
   * @param {TypedWord} typed
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
