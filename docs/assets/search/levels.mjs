// How near what people type is to a word: its spelling, its sound, its beginning, one typing error.

import { isOneErrorApart, soundOf, spelling } from "./sounds.mjs";

/** @typedef {{ key: string, sound: string }} Word in one spelling, and by its sound in Latin letters */
/** @typedef {Word & { word: string }} Entry a word of the pages */

/**
 * @param {string} word
 * @returns {Entry}
 */
export function entryOf(word) {
  return { word, key: spelling(word), sound: soundOf(word) };
}

/**
 * How near an entry is to what was typed: each level is further away.
 * @type {((typed: Word, entry: Entry) => boolean)[]}
 */
export const LEVELS = [
  (typed, { key }) => typed.key === key,
  (typed, { sound }) => isHeard(typed, sound) && (typed.sound === sound || typed.sound === `${sound}n`),
  (typed, { key }) => typed.key.length > 2 && (key.startsWith(typed.key) || isInflected(typed.key, key)),
  (typed, { sound }) => isLatin(typed, 3) && (sound.startsWith(typed.sound) || isInflected(typed.sound, sound)),
  (typed, { key }) => typed.key.length > 4 && isOneErrorApart(typed.key, key),
  (typed, { sound }) => isLatin(typed, 5) && isOneErrorApart(typed.sound, sound),
];
export const SURE = 2; // levels that leave no doubt
export const ERROR_LEVEL = 4; // from this one on, a word was found by a typing error

/**
 * Whether a word is typed in Latin letters, which spell sounds at will, and has so many of them.
 * @param {Word} typed
 * @param {number} least
 */
function isLatin({ key, sound }, least) {
  return /^[a-z]/.test(key) && sound.length >= least;
}

/**
 * Whether a sound is enough to go by: three letters are, of a word in Latin letters, and two of a short one.
 * @param {Word} typed
 * @param {string} sound
 */
function isHeard(typed, sound) {
  return sound.length > 3 || (isLatin(typed, 2) && (sound.length > 2 || (sound.length > 1 && typed.key.length < 6)));
}

/**
 * Whether two words that ask are one: most of them are too short to be heard by themselves.
 * @param {Word} typed
 * @param {Word} entry
 */
export function isSame(typed, entry) {
  return typed.key === entry.key || (typed.sound !== "" && [entry.sound, `${entry.sound}n`].includes(typed.sound));
}

/**
 * मुद्राओं for मुद्रा; "currencies" is left to the stemmer of the search engine.
 * @param {string} typed
 * @param {string} word
 */
function isInflected(typed, word) {
  return word.length > 3 && typed.startsWith(word) && typed.length - word.length <= 2;
}

/**
 * @param {Word} typed
 * @param {Entry} entry
 * @param {number} levels
 */
export function isNear(typed, entry, levels) {
  return LEVELS.slice(0, levels).some((matches) => matches(typed, entry));
}
