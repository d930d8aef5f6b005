// The search dialog. Nothing is loaded before it is opened.

import { enhanceRecent, remember, showRecent } from "./recent.mjs";
import { pageItem, showNearest, summaryOf } from "./results.mjs";
import { searcherOf } from "./searcher.mjs";

/** @import { SearchAnswer } from "./searcher.mjs" */

/**
 * The up and down arrows move focus between the field and the links of the results.
 * @param {HTMLElement} dialog
 * @param {HTMLElement} input
 * @param {() => HTMLElement[]} links
 */
function moveByArrows(dialog, input, links) {
  dialog.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const stops = [input, ...links()];
    const place = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (!by || place < 0) return;
    event.preventDefault();
    stops[place + by]?.focus(); // at both ends, focus stays
  });
}

/**
 * @param {HTMLElement} dialog
 * @param {HTMLInputElement} input
 */
function liveSearch(dialog, input) {
  const searcher = searcherOf(dialog);
  const [status, results, nearest, recent] = /** @type {HTMLElement[]} */ (
    ["[role=status]", ".hc-results", ".hc-nearest", ".hc-recent"].map((selector) => dialog.querySelector(selector))
  );
  let latest = 0;

  /**
   * @param {string} query
   * @param {SearchAnswer | null} answer null: the search failed
   */
  function show(query, answer) {
    results.dataset.query = query;
    results.replaceChildren(...(answer ? answer.pages.map((page) => pageItem(page, answer.language)) : []));
    showNearest(nearest, answer);
    status.textContent = answer ? summaryOf(query, answer) : /** @type {string} */ (dialog.dataset.failed);
  }

  // Searches for what stands in the field. An answer that comes after a later query is dropped.
  async function search() {
    const query = input.value.trim();
    const turn = ++latest;
    recent.hidden = query !== "";
    if (query === "") {
      results.replaceChildren();
      showNearest(nearest, null);
      status.textContent = "";
      showRecent(recent);
      return;
    }
    try {
      const answer = await searcher.ask(query);
      if (turn === latest) show(query, answer);
    } catch {
      if (turn === latest) show(query, null);
    }
  }

  return { load: searcher.load, search };
}

/**
 * @param {HTMLDialogElement} dialog
 * @returns {() => void} what is to be done when the dialog has opened
 */
export function enhanceSearch(dialog) {
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const results = /** @type {HTMLElement} */ (dialog.querySelector(".hc-results"));
  const { load, search } = liveSearch(dialog, input);
  const links = () => Array.from(dialog.querySelectorAll("a")).filter((link) => link.checkVisibility());

  input.addEventListener("input", search); // typing, pasting, dictation and input methods alike
  moveByArrows(dialog, input, links);
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    (results.querySelector("a") ?? links()[0])?.click();
  });
  dialog.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const isResult = target.closest("a");
    if (isResult) remember(input.value.trim());
    // A result may be a heading of this very page, which is behind the dialog.
    if (isResult || target === dialog || target.closest("[data-closes]")) dialog.close();
  });
  enhanceRecent(/** @type {HTMLElement} */ (dialog.querySelector(".hc-recent")), input, search);
  return () => {
    load().catch(() => {}); // the search itself reports a failure
    search(); // what was typed while all this was loaded
  };
}
