// From what people type to words that stand on pages: spelling variants, Latin-typed Hindi, one typing error.
// Nothing is found for a word that no page has: a search engine's stemmer would offer भुगतान for भागतीन.

import { isOneErrorApart, skeleton, spelling, tokens } from "./sounds.mjs";

const MOST_WORDS = 6;
const LATIN_WORD = /^[a-z]+$/;

// An entry is a word, and behind a blank its sound in Latin letters where it is of another script.
function entry(text) {
  const [word, sound] = text.split(" ");
  const key = spelling(word);
  return { word, key, sound: sound ?? (LATIN_WORD.test(key) ? skeleton(key) : "") };
}

const LEVELS = [
  (typed, { key }) => typed.key === key,
  (typed, { sound }) => sound.length > 1 && (typed.sound === sound || typed.sound === `${sound}n`),
  (typed, { key }) => typed.key.length > 2 && (key.startsWith(typed.key) || isInflected(typed.key, key)),
  (typed, { sound }) => typed.sound.length > 2 && (sound.startsWith(typed.sound) || isInflected(typed.sound, sound)),
  (typed, { key }) => typed.key.length > 4 && isOneErrorApart(typed.key, key),
  (typed, { sound }) => typed.sound.length > 4 && isOneErrorApart(typed.sound, sound),
];

// मुद्राओं for मुद्रा, "currencies" is left to the stemmer of the search engine.
function isInflected(typed, known) {
  return known.length > 3 && typed.startsWith(known) && typed.length - known.length <= 2;
}

export class SearchWords {
  constructor({ words, aliases, questions }) {
    this.questions = questions.map(entry);
    const asked = new Set(this.questions.map(({ key }) => key));
    this.entries = words.map(entry).filter(({ key }) => !asked.has(key));
    this.aliases = aliases.map(([phrase, target]) => ({ phrase: phrase.map(entry), target }));
    this.aliases.sort((one, other) => other.phrase.length - one.phrase.length);
  }

  // What is asked: groups of words that mean the same and of which a page must have one, and words that no page has.
  read(query) {
    const typed = tokens(query).map((key) => ({ key, sound: LATIN_WORD.test(key) ? skeleton(key) : "" }));
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

  isQuestion(typed) {
    return this.questions.some((known) => LEVELS[0](typed, known) || LEVELS[1](typed, known));
  }

  // All that the longest alias at this place stands for; its last word may still be unfinished or have an error.
  alias(typed, index) {
    for (const level of [2, 4, 6]) {
      const found = this.aliases.filter(({ phrase }) =>
        phrase.every((known, offset) =>
          index + offset < typed.length && this.sounds(typed[index + offset], known, level)
        )
      );
      if (found.length === 0) continue;
      const longest = found.filter(({ phrase }) => phrase.length === found[0].phrase.length);
      const word = level > 2 && found[0].phrase.length === 1 ? this.word(typed[index]) : null;
      if (word && word.level < level) return null; // the page's own word is nearer
      const own = longest[0].phrase.length === 1 && level === 2 ? (this.word(typed[index], 1)?.words ?? []) : [];
      return { phrase: longest[0].phrase, words: unique([...own, ...longest.map(({ target }) => target)]) };
    }
    return null;
  }

  sounds(typed, known, levels) {
    return LEVELS.slice(0, levels).some((matches) => matches(typed, known));
  }

  word(typed, levels = LEVELS.length) {
    for (const [level, matches] of LEVELS.slice(0, levels).entries()) {
      const found = this.entries.filter((known) => matches(typed, known));
      if (found.length > 0) return { words: unique(found.map(({ word }) => word)).slice(0, MOST_WORDS), level };
    }
    return null;
  }
}

function unique(items) {
  return Array.from(new Set(items));
}
