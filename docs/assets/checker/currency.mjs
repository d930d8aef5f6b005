// A currency by its code, a name in any language or script, or a symbol: the plain list becomes one that can be searched.

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

/**
 * @param {HTMLOptionElement[]} options
 * @param {Record<string, string>} searched
 */
function finder(options, searched) {
  const all = options.map(({ text, value }) => ({ text, value, keys: wordsOf(`${text} ${searched[value]}`) }));
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
 * @param {HTMLSelectElement} select
 * @param {HTMLElement} box
 * @param {Record<string, string>} searched by code: what people may type besides code and name
 * @param {(count: number) => void} announce
 */
export function enhanceCurrency(select, box, searched, announce) {
  const options = Array.from(select.options).slice(1);
  const { find, read } = finder(options, searched);
  const [input, list] = /** @type {[HTMLInputElement, HTMLElement]} */ (/** @type {unknown} */ (box.children));
  /** @param {string} text */
  function write(text) {
    input.value = options.find(({ value }) => value === text)?.text ?? text;
  }

  enhanceCombobox(input, list, find, announce);
  input.addEventListener("blur", () => write(read(input.value)));
  return { read: () => read(input.value), write };
}
