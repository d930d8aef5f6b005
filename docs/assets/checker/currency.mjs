// A currency by its code, a name in any language or script, or a symbol.

import { enhanceCombobox } from "./combobox.mjs";
import { fold } from "./fold.mjs";

const NASALS = /[ङञणनम]्(?=[क-ह])|ँ/gu; // हिन्दी and पाँच are typed with a dot as well

/**
 * @param {string} text
 * @returns {string[]}
 */
const wordsOf = (text) => fold(text.normalize("NFC")).replace(NASALS, "ं").match(/[^ –-]+/g) ?? [];

/**
 * A word by its sound: what stays of Latin letters however its vowels are typed. Twin of `sound` in hooks/helpcenter/language/sounds.py.
 * @param {string} word
 */
export const sound = (word) => `~${word.replace(/[aeiouyh]/g, "").replace(/(.)\1+/g, "$1")}`;

/** @typedef {{ value: string, text: string, searched: string }} Option a code, how it is shown, and what else people type */

/** @param {Option[]} options */
function finder(options) {
  const all = options.map(({ text, value, searched }) => {
    const words = wordsOf(`${text} ${searched}`);
    return { text, value, keys: [...words, ...words.map(sound)] };
  });
  /** @param {string[]} typed */
  const having = (typed) => all.filter(({ keys }) => typed.every((word) => keys.some((key) => key.startsWith(word))));

  /** @param {string} text */
  function find(text) {
    const typed = wordsOf(text);
    const found = having(typed);
    return found.length > 0 ? found : having(typed.map(sound)); // sounds only if no word begins so
  }

  /**
   * @param {string} text
   * @returns {string} the code that was typed, or the text itself where it names no currency or several
   */
  function read(text) {
    const found = find(text);
    const named = found.find(({ keys }) => keys[0] === `${wordsOf(text)}`) ?? (found.length === 1 ? found[0] : null);
    return named?.value ?? text;
  }

  return { find, read };
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {Option[]} options
 * @param {(count: number) => void} announce
 */
export function enhanceCurrency(input, list, options, announce) {
  const { find, read } = finder(options);
  /** @param {string} text */
  function write(text) {
    input.value = options.find(({ value }) => value === text)?.text ?? text;
  }

  enhanceCombobox(input, list, find, announce);
  input.addEventListener("blur", () => write(read(input.value)));
  return { read: () => read(input.value), write };
}
