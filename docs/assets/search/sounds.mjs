// How words sound and are spelt, whichever way people type them.

import { fold } from "../checker/fold.mjs";

const NASALS = /[ङञणनम]्(?=[क-ह])/gu; // the half-nasal of हिन्दी: हिंदी has the dot

// A sound is typed in Latin letters in several ways: each becomes one of them. Twin of hooks/helpcenter/language/sounds.py.
const SPELLINGS = "chh-ch ch-C ck-k c-k C-c sh-s ph-f x-ks q-k w-v z-j ee-i oo-u ai-e ay-e au-o"
  .split(" ").map((pair) => pair.split("-"));
const AFTER = [["mp", "np"], ["mb", "nb"]];
const BREATHED = "bcdgjkt";

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
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) {
  return spelling(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
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
