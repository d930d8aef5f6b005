// From what people type to words that stand on pages: spelling variants, Hindi in Latin letters, one typing error.
// Nothing is found for a word that no page has: a search engine's stemmer would offer भुगतान for भागतीन.

import { isOneErrorApart, skeleton, spelling, tokens } from "./sounds.mjs";

/** @import { Group, SearchData, TypedWord } from "../types.d.ts" */

/** @typedef {TypedWord & { word: string }} Entry a word of the pages */

const MOST_WORDS = 6;
const LATIN_WORD = /^[a-z]+$/;

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
    this.aliases = aliases.map(([phrase, target]) => ({ phrase: phrase.map(entryOf), target }));
    this.aliases.sort((one, other) => other.phrase.length - one.phrase.length);
  }

  /**
   * What is asked: groups of words that mean the same and of which a page must have one, and words that no page has.
   * @param {string} query
   */
  read(query) {
    const typed = tokens(query).map((key) => ({ key, sound: LATIN_WORD.test(key) ? skeleton(key) : "" }));
    /** @type {Group[]} */
    const groups = [];
    const unknown = [];
    for (let index = 0; index < typed.length;) {
      const alias = this.alias(typed, index);
      if (alias) {
        groups.push({ typed: typed.slice(index, index + alias.phrase.length), words: alias.words, level: 0 });
        index += alias.phrase.length;
        continue;
      }
      const one = typed[index];
      index += 1;
      if (this.isQuestion(one) && typed.length > 1) continue;
      const found = this.word(one);
      if (found) groups.push({ typed: [one], ...found });
      else unknown.push(one.key);
    }
    return { groups, unknown };
  }

  /** @param {TypedWord} typed */
  isQuestion(typed) {
    return this.questions.some((entry) => this.isNear(typed, entry, 2));
  }

  /**
   * All that the longest alias at this place stands for; its last word may still be unfinished or have an error.
   * @param {TypedWord[]} typed
   * @param {number} index
   */
  alias(typed, index) {
    for (const level of [2, 4, 6]) {
      const found = this.aliases.filter(({ phrase }) =>
        phrase.every((entry, offset) =>
          index + offset < typed.length && this.isNear(typed[index + offset], entry, level)
        )
      );
      if (found.length === 0) continue;
      const [{ phrase }] = found;
      const longest = found.filter((one) => one.phrase.length === phrase.length);
      const word = level > 2 && phrase.length === 1 ? this.word(typed[index]) : null;
      if (word && word.level < level) return null; // a word of the pages is nearer
      const own = phrase.length === 1 && level === 2 ? (this.word(typed[index], 1)?.words ?? []) : [];
      return { phrase, words: unique([...own, ...longest.map(({ target }) => target)]) };
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
}

/** @param {string[]} items */
function unique(items) {
  return Array.from(new Set(items));
}
