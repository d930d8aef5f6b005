// What of a page is shown with what was found: whole sentences, from the beginning of the one that has most of it.

/** @import { Piece } from "../types.d.ts" */

/** @typedef {{ element: string, id: string, text: string, location: number }} Anchor where a part of a page begins */
/** @typedef {Map<number, Map<number, number>>} Marks by a word's number, its weight for each group that asked for it */
/** @typedef {{ anchor: Anchor, from: number, to: number }} Section the words below a heading */

const LEAST_SHOWN = 14;
const MOST_SHOWN = 40;
const LEAST_SENTENCE = 4; // shorter ones are items of a list
const SENTENCE_END = /[.।?!][)\]"'”’»]*$/;
const SPACE_BEFORE = / (?=[.,।?!])/g;

/** @param {string} text */
function wordsOf(text) {
  return text.trim().split(/\s+/);
}

/**
 * What stands below the title of a page, and below its headings.
 * @param {Anchor[]} anchors
 * @param {string} content
 * @returns {Section[]}
 */
export function sectionsOf(anchors, content) {
  const titled = anchors.filter(({ element, text }) => /^h[12]$/.test(element) && text.trim() !== "");
  titled.sort((one, other) => one.location - other.location);
  return titled.map((anchor, index) => ({
    anchor,
    from: anchor.location + wordsOf(anchor.text).length,
    to: titled[index + 1]?.location ?? wordsOf(content).length,
  }));
}

/**
 * The sections that have something of what was asked, those with most of it first; what a heading says counts twice.
 * @param {Section[]} sections
 * @param {Marks} marks
 */
export function bestSections(sections, marks) {
  const weighed = sections.map((section) => {
    const said = weightsOf(marks, section.anchor.location, section.from);
    const all = weightsOf(marks, section.anchor.location, section.to);
    return { section, groups: said.size + all.size, weight: sum(all.values()) };
  });
  const found = weighed.filter(({ groups }) => groups > 0).sort(mostFirst);
  return found.map(({ section }) => section);
}

/**
 * @param {{ groups: number, weight: number }} one
 * @param {{ groups: number, weight: number }} other
 */
function mostFirst(one, other) {
  return other.groups - one.groups || other.weight - one.weight;
}

/** @param {Iterable<number>} numbers */
export function sum(numbers) {
  return Array.from(numbers).reduce((all, one) => all + one, 0);
}

/**
 * The highest weight that words have for each group.
 * @param {Marks} marks
 * @param {number} from
 * @param {number} to
 */
function weightsOf(marks, from, to) {
  /** @type {Map<number, number>} */
  const weights = new Map();
  for (let word = from; word < to; word += 1) {
    for (const [group, weight] of marks.get(word) ?? []) {
      weights.set(group, Math.max(weights.get(group) ?? 0, weight));
    }
  }
  return weights;
}

/**
 * The numbers of the words of a section with which sentences begin, and of the one after its last. Steps and other parts
 * begin one too: the index puts no full stop before all of them.
 * @param {string[]} words
 * @param {Anchor[]} anchors
 * @param {Section} section
 */
function bounds(words, anchors, { from, to }) {
  const parts = anchors.map(({ location }) => location);
  const after = words.flatMap((word, index) => SENTENCE_END.test(word) ? [index + 1] : []);
  const inside = [...parts, ...after].filter((start) => start > from && start < to);
  return Array.from(new Set([from, ...inside, to])).sort((one, other) => one - other);
}

/**
 * The sentence of a section that has most of what was asked, and those after it that make it long enough to be read.
 * @param {string} content the words of a page
 * @param {Anchor[]} anchors
 * @param {Section} section
 * @param {Marks} marks
 * @returns {Piece[]}
 */
export function excerptOf(content, anchors, section, marks) {
  const words = wordsOf(content);
  const starts = bounds(words, anchors, section);
  const sentences = starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1];
    const weights = Array.from(weightsOf(marks, start, end).values());
    return { start, end, groups: weights.length, weight: sum(weights) };
  });
  const [best] = Array.from(sentences).sort(mostFirst);
  if (!best) return [];
  const { start } = best;
  const next = sentences.find((one) => one.start > start && isEnough(one, start));
  const end = next?.start ?? section.to;
  const last = Math.min(end, start + MOST_SHOWN);
  const pieces = words.slice(start, last).map((text, index) => ({ text, isMarked: marks.has(start + index) }));
  return joined(pieces, last < end);
}

/**
 * Whether what is shown from a word on is enough before a sentence: it is long enough, or items of a list follow.
 * @param {{ start: number, end: number }} sentence
 * @param {number} from
 */
function isEnough({ start, end }, from) {
  return start - from >= LEAST_SHOWN || end - start < LEAST_SENTENCE;
}

/**
 * Words as stretches of text, marked and not.
 * @param {Piece[]} words
 * @param {boolean} goesOn
 */
function joined(words, goesOn) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const { text, isMarked } of words) {
    const last = pieces.at(-1);
    if (!last) pieces.push({ text, isMarked });
    else if (last.isMarked === isMarked) last.text += ` ${text}`;
    else if (isMarked) {
      last.text += " ";
      pieces.push({ text, isMarked });
    } else pieces.push({ text: ` ${text}`, isMarked });
  }
  if (goesOn && pieces.length > 0) pieces.push({ text: " …", isMarked: false });
  return pieces.map(({ text, isMarked }) => ({ text: text.replace(SPACE_BEFORE, ""), isMarked }));
}
