// The checker's form and answer, made of data.

/** @import { Tree } from "../types.d.ts" */

/** Below a page's title, or alone on another page, the checker's headings are a level higher than below one of its sections. */
/** @type {Record<string, string>} */
const HIGHER = { h3: "h2", h4: "h3" };

/**
 * @param {Tree} tree
 * @param {boolean} isHigh whether no heading but a title is above it
 * @returns {HTMLElement}
 */
export function grown([name, attributes, ...children], isHigh) {
  const node = document.createElement((isHigh && HIGHER[name]) || name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.map((child) => (typeof child === "string" ? child : grown(child, isHigh))));
  return node;
}
