// The parts of the checker that are written to. Text only, never HTML from data.

import { element } from "../dom.mjs";
import { Speech } from "./messages.mjs";

/** @import { Shown, Texts, Words } from "../types.d.ts" */

const LATIN = /([A-Za-z](?:[A-Za-z0-9.'’\s-]*[A-Za-z0-9])?)/; // in a group: split keeps what it splits at

/** The parts of the checker, and the sentences that are written to them. */
export class View extends Speech {
  /**
   * @param {HTMLElement} root
   * @param {Texts} texts
   * @param {string} language
   * @param {boolean} marksLatin
   */
  constructor(root, texts, language, marksLatin) {
    super(texts, language);
    this.root = root;
    this.marksLatin = marksLatin;
    this.answer = this.part(".hc-answer");
    this.verdict = this.part(".hc-verdict");
    /** @type {Shown | null} */
    this.shown = null;
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement} which the server's HTML always has
   */
  part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /**
   * Words of a Latin script on a page of another one are marked, so that a screen reader says them in English.
   * @param {string} text
   */
  marked(text) {
    const pieces = this.marksLatin ? text.split(LATIN) : [text];
    return pieces.map((piece, index) => (index % 2 === 1 ? element("span", { lang: "en" }, piece) : piece));
  }

  /**
   * @param {keyof HTMLElementTagNameMap} tag
   * @param {string} text
   * @param {Record<string, string>} [attributes]
   */
  text(tag, text, attributes) {
    return element(tag, attributes, ...this.marked(text));
  }

  /**
   * @param {string} selector
   * @param {string} text
   */
  fill(selector, text) {
    const part = this.part(selector);
    part.replaceChildren(...this.marked(text));
    part.hidden = text === "";
  }

  /**
   * Says how something is understood. A screen reader says each change.
   * @param {string} input
   * @param {string} what
   */
  understand(input, what) {
    const output = this.part(`[data-input=${input}] output`);
    const text = what && this.tell("understood", { what });
    if (output.textContent !== text) output.replaceChildren(...this.marked(text));
  }

  /** Shows the answer from its top on, at once: a change of the page would stop a scroll that is under way. */
  show() {
    this.answer.scrollIntoView({ block: "start", behavior: "instant" });
    this.verdict.focus({ preventScroll: true });
  }

  /**
   * The currencies as a list shows them, with all by which people look for them: their names in every language, too.
   * @param {Words} words
   */
  currencies({ currencies, languages }) {
    const own = this.format("DisplayNames", { type: "currency" });
    const all = languages.map((language) => new Intl.DisplayNames(language, { type: "currency" }));
    return Object.entries(currencies).map(([value, words]) => {
      const name = own.of(value);
      const searched = [words, ...all.map((names) => names.of(value))].join(" ");
      return { value, searched, text: name === value ? value : `${value} – ${name}` };
    });
  }

  /**
   * Countries by their names. Where the first one is meant to lead, it does; the others follow the alphabet.
   * @param {string[]} codes
   * @returns {[code: string, name: string][]}
   */
  countries([first, ...codes]) {
    const sorted = new Intl.Collator(this.language);
    const names = this.format("DisplayNames", { type: "region" });
    /** @param {string} code */
    const listed = (code) => {
      const [ours, usual] = [this.country(code), names.of(code) ?? code];
      return ours.endsWith(usual) ? usual : ours; // the Netherlands: in a list, without the article
    };
    const others = codes.map((code) => /** @type {[string, string]} */ ([code, listed(code)]));
    others.sort(([, one], [, other]) => sorted.compare(one, other));
    return [[first, listed(first)], ...others];
  }

  /** @param {string} name the gateway whose rule is said to hold here too, or an empty text: all of them */
  from(name) {
    return name === "" ? this.tell("from-platform") : this.tell("from", { name });
  }

  /** @param {string} text what was changed in the plan for the reader; an empty one: nothing */
  tellApplied(text) {
    this.fill(".hc-applied span", text);
    this.part(".hc-applied").hidden = text === "";
    if (text) this.announce(text);
  }

  /** @param {string} text */
  announce(text) {
    this.part(".hc-live").replaceChildren(...this.marked(text));
  }

  /**
   * The answer is about another plan now. It becomes invisible and keeps its space, so that nothing moves away from a
   * pointer, unless problems are shown in its place.
   * @param {boolean} isReplaced
   */
  withdraw(isReplaced) {
    this.answer.dataset.stale = "";
    this.answer.hidden ||= isReplaced;
  }

  /**
   * @param {HTMLElement} control
   * @param {string} sentence
   */
  setError(control, sentence) {
    this.fill(`#${control.id}-error`, sentence);
    control.setAttribute("aria-invalid", `${sentence !== ""}`);
  }
}
