// The checker's form and answer, made of data.

/** @import { Tree } from "../types.d.ts" */

/** Below a page's title, or alone on another page, the checker's headings are a level higher than below one of its sections. */
/** @type {Record<string, string>} */
const HIGHER = { h3: "h2", h4: "h3" };

/**
 * @param {Tree} tree
 * @param {boolean} isHigh whether no heading but a title is above it
 * @param {string} kind checker or finder: what is marked for the other one is left out
 * @returns {HTMLElement}
 */
export function grown([name, attributes, ...children], isHigh, kind) {
  const node = document.createElement((isHigh && HIGHER[name]) || name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  const own = children.filter((child) => typeof child === "string" || (child[1]["data-in"] ?? kind) === kind);
  node.append(...own.map((child) => (typeof child === "string" ? child : grown(child, isHigh, kind))));
  return node;
}
