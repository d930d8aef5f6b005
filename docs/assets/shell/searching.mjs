// The search opens at once, by its buttons, by "/" or by Ctrl-K; its modules are loaded when it opens for the first time.

import { moduleOf } from "../loading.mjs";

/** @param {HTMLDialogElement} dialog */
export function searchOnDemand(dialog) {
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  /** @type {Promise<() => void> | null} */
  let loading = null;

  async function openSearch() {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    loading ??= moduleOf(dialog).then((module) => module.enhanceSearch(dialog));
    try {
      (await loading)();
    } catch {
      loading = null; // opening it again retries
      /** @type {HTMLElement} */ (dialog.querySelector("[role=status]")).textContent =
        /** @type {string} */ (dialog.dataset.failed);
    }
  }

  for (const button of document.querySelectorAll('[data-opens="search"]')) {
    button.addEventListener("click", openSearch);
  }
  document.addEventListener("keydown", (event) => {
    const isTyping = /** @type {Element} */ (event.target).closest?.("input, select, textarea, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isSlash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    openSearch();
  });
}
