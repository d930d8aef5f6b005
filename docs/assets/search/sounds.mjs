// How words sound and are spelt, whichever way people type them.

import { fold } from "../checker/fold.mjs";

const NASALS = /[ङञणनम]्(?=[क-ह])/gu; // the half-nasal of हिन्दी: हिंदी has the dot

// A sound is typed in Latin letters in several ways: each becomes one of them.
const SPELLINGS = "chh-ch ch-C ck-k c-k C-c sh-s ph-f x-ks q-k w-v z-j ee-i oo-u ai-e ay-e au-o ou-o"
  .split(" ").map((pair) => pair.split("-"));
const AFTER = [["mp", "np"], ["mb", "nb"]];
const BREATHED = "bcdgjkt";

// Devanagari in Latin letters without marks: consonants, those with a nukta, vowels and their signs.
// Twin of hooks/helpcenter/language/sounds.py.
/** @param {string} pairs */
const letters = (pairs) => new Map(pairs.split(" ").map((pair) => /** @type {[string, string]} */ (pair.split("-"))));
const CONSONANTS = letters(
  "क-k ख-kh ग-g घ-gh ङ-n च-ch छ-chh ज-j झ-jh ञ-n ट-t ठ-th ड-d ढ-dh ण-n त-t थ-th द-d ध-dh न-n प-p फ-ph ब-b भ-bh म-m " +
    "य-y र-r ल-l ळ-l व-v श-s ष-s स-s ह-h",
);
const DOTTED = letters("क-q ख-kh ग-g ज-z ड-r ढ-rh फ-f");
const VOWELS = letters(
  "अ-a आ-a इ-i ई-i उ-u ऊ-u ऋ-r ऍ-e ए-e ऐ-ai ऑ-o ओ-o औ-au ा-a ि-i ी-i ु-u ू-u ृ-r ॅ-e े-e ै-ai ॉ-o ो-o ौ-au",
);
const SIGN = /[\u093e-\u094d]/; // a vowel, or none: without it a consonant is spoken with an a

/**
 * @param {string} word in Devanagari
 * @returns {string} the word in small Latin letters, as its letters say it
 */
export function romanised(word) {
  const written = Array.from(word.normalize("NFC"));
  const sounds = written.map((letter, index) => {
    const isDotted = written[index + 1] === "\u093c";
    const consonant = (isDotted ? DOTTED.get(letter) : null) ?? CONSONANTS.get(letter);
    if (consonant) return SIGN.test(written[index + (isDotted ? 2 : 1)] ?? "") ? consonant : `${consonant}a`;
    if ("ँं".includes(letter)) return index < written.length - 1 ? "n" : ""; // people type kare as often as karen
    return VOWELS.get(letter) ?? (letter === "ः" ? "h" : "");
  });
  return sounds.join("");
}

/**
 * What a word sounds like, in whichever script it is; empty for another than these two.
 * @param {string} word in lowercase
 */
export function soundOf(word) {
  if (/^[a-z]+$/.test(word)) return skeleton(word);
  return /^[\u0900-\u097f]+$/.test(word) ? skeleton(romanised(word)) : "";
}

/**
 * @param {string} latin a word in lowercase Latin letters
 * @returns {string} what is the same in all its spellings
 */
export function skeleton(latin) {
  let text = latin;
  for (const [from, to] of SPELLINGS) text = text.replaceAll(from, to);
  let kept = "";
  for (const [index, letter] of Array.from(text).entries()) {
    if (letter === "a" || (letter === "y" && index > 0)) continue;
    if (letter === "h" && kept !== "" && BREATHED.includes(kept.slice(-1))) continue;
    if (letter !== kept.at(-1)) kept += letter;
  }
  for (const [from, to] of AFTER) kept = kept.replaceAll(from, to);
  return kept;
}

/** @param {string} word */
export function spelling(word) {
  return fold(word.normalize("NFC")).replace(NASALS, "ं").replaceAll("ँ", "ं");
}

/**
 * The words of a text, each in one spelling and by its sound.
 * @param {string} text
 */
export function wordsIn(text) {
  const words = text.replace(/[\u200b-\u200f\u2060\ufeff]|(?<=\p{N}),(?=\p{N})/gu, "").match(/[\p{L}\p{M}\p{N}]+/gu) ??
    [];
  return words.map((word) => ({ key: spelling(word), sound: soundOf(word.toLowerCase()) }));
}

/**
 * Whether two words differ by one typing error: one letter more, fewer or different, or two that changed places.
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 * @param {string} one
 * @param {string} other
 */
export function isOneErrorApart(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  /**
   * @param {string} word
   * @param {number} from
   */
  const rest = (word, from) => word.slice(from);
  if (short.length < long.length) return rest(short, start) === rest(long, start + 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return rest(short, start + 1) === rest(long, start + 1) ||
    (swapped && rest(short, start + 2) === rest(long, start + 2));
}

/**
 * How alike two words look: the share of their pairs of letters that both have, from 0 to 1.
 * https://en.wikipedia.org/wiki/S%C3%B8rensen%E2%80%93Dice_coefficient
 * @param {string} one
 * @param {string} other
 */
export function likeness(one, other) {
  /** @param {string} word */
  const pairsOf = (word) => Array.from(word.slice(1), (letter, index) => word[index] + letter);
  const [pairs, left] = [pairsOf(one), pairsOf(other)];
  const all = pairs.length + left.length;
  let both = 0;
  for (const pair of pairs) {
    const place = left.indexOf(pair);
    if (place < 0) continue;
    both += 1;
    left.splice(place, 1);
  }
  return all > 0 ? 2 * both / all : 0;
}
