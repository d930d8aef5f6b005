// Recent searches: kept on the device until the reader clears them.

import { element } from "../dom.mjs";
import { keep, kept } from "../kept.mjs";

const RECENT_KEY = "hc-searches";
const MOST_RECENT = 5;

/** @returns {string[]} */
function recentSearches() {
  try {
    const searches = JSON.parse(kept(RECENT_KEY) || "[]");
    return Array.isArray(searches) ? searches.filter((one) => typeof one === "string").slice(0, MOST_RECENT) : [];
  } catch {
    return []; // what is kept there is not ours
  }
}

/** @param {string} query */
export function remember(query) {
  const others = recentSearches().filter((one) => one !== query);
  if (query !== "") keep(RECENT_KEY, JSON.stringify([query, ...others].slice(0, MOST_RECENT)));
}

/** @param {HTMLElement} part */
export function showRecent(part) {
  const buttons = recentSearches().map((one) => element("button", { class: "hc-button", type: "button" }, one));
  part.hidden = buttons.length === 0;
  /** @type {HTMLElement} */ (part.querySelector("ul")).replaceChildren(
    ...buttons.map((button) => element("li", {}, button)),
  );
}

/**
 * @param {HTMLElement} part
 * @param {HTMLInputElement} input
 * @param {() => void} search
 */
export function enhanceRecent(part, input, search) {
  part.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("[data-forgets]")) keep(RECENT_KEY, "");
    else if (target.closest("li button")) input.value = target.textContent;
    else return;
    input.focus();
    search();
  });
}
