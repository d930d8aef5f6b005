// How words sound and are spelt, whichever way people type them.

import { fold } from "../checker/fold.mjs";

const NASALS = /[ङञणनम]्(?=[क-ह])/gu; // the half-nasal of हिन्दी: हिंदी has the dot

// How a sound is typed in Latin letters varies; what stays is kept. Twin of hooks/helpcenter/sounds.py.
const SPELLINGS = "chh-ch ch-C ck-k c-k C-c sh-s ph-f x-ks q-k w-v z-j ee-i oo-u ai-e ay-e au-o"
  .split(" ").map((pair) => pair.split("-"));
const AFTER = [["mp", "np"], ["mb", "nb"]];
const BREATHED = "bcdgjkt";

export function skeleton(latin) {
  let text = latin;
  for (const [from, to] of SPELLINGS) text = text.replaceAll(from, to);
  let kept = "";
  for (const [index, letter] of Array.from(text).entries()) {
    if (letter === "a" || (letter === "y" && index > 0)) continue;
    if (letter === "h" && kept !== "" && BREATHED.includes(kept.at(-1))) continue;
    if (letter !== kept.at(-1)) kept += letter;
  }
  for (const [from, to] of AFTER) kept = kept.replaceAll(from, to);
  return kept;
}

export function spelling(word) {
  return fold(word.normalize("NFC")).replace(NASALS, "ं").replaceAll("ँ", "ं");
}

export function tokens(text) {
  return spelling(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

// Whether two words differ by one typing error: a letter more, less, other, or two that changed places.
export function isOneErrorApart(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (word, from) => word.slice(from);
  if (short.length < long.length) return rest(short, start) === rest(long, start + 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return rest(short, start + 1) === rest(long, start + 1) ||
    (swapped && rest(short, start + 2) === rest(long, start + 2));
}
