// The sentence that a problem is about is marked in the page.

/** @import { Problem } from "./types.d.ts" */

const BLOCKS = "p, li, td, th, h1, h2, h3, h4, summary, figcaption";
const NAME = "data-preview-problem";
const ENOUGH = 0.5; // of the words: the page may still show how the text was before
const look = new CSSStyleSheet();
look.replaceSync(
  `[${NAME}] { outline: 2px solid #d32f2f; outline-offset: 3px; border-radius: 2px; }`,
);
document.adoptedStyleSheets.push(look);

/** @param {Problem[]} problems */
export function mark(problems) {
  for (const marked of document.querySelectorAll(`[${NAME}]`)) marked.removeAttribute(NAME);
  for (const { anchor, words, message } of problems) {
    if (words) blockOf(anchor, wordsOf(words))?.setAttribute(NAME, message);
  }
}

/** @param {string | null} text */
const wordsOf = (text) => (text ?? "").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/**
 * The smallest block below an anchor that has most of the words.
 * @param {string} anchor
 * @param {string[]} words
 */
function blockOf(anchor, words) {
  /** @type {Element | null} */
  let best = null;
  let most = ENOUGH;
  for (const block of blocksBelow(anchor)) {
    const said = new Set(wordsOf(block.textContent));
    const share = words.filter((word) => said.has(word)).length / words.length;
    if (share > most || (share === most && best !== null && best.contains(block))) [best, most] = [block, share];
  }
  return best ?? document.getElementById(anchor);
}

/**
 * @param {string} anchor of a heading: all up to the next one; of anything else: what is inside
 * @returns {Element[]}
 */
function blocksBelow(anchor) {
  const start = document.getElementById(anchor);
  if (!start) return [];
  if (!/^H[1-4]$/.test(start.tagName)) return [start, ...start.querySelectorAll(BLOCKS)];
  const every = Array.from(document.querySelectorAll(`main :is(${BLOCKS})`));
  const below = every.slice(every.indexOf(start));
  const end = below.findIndex((block, index) => index > 0 && /^H[1-4]$/.test(block.tagName));
  return end < 0 ? below : below.slice(0, end);
}
