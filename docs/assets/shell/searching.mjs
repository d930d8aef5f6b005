// The search opens at once, by its buttons, by "/" or by Ctrl-K; what it searches with is loaded when it opens for the first time.

export function searchOnDemand(dialog) {
  const input = dialog.querySelector("input");
  let loading = null;

  async function openSearch() {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    loading ??= import(new URL(dialog.dataset.module, location.href)).then((module) => module.enhanceSearch(dialog));
    try {
      (await loading)();
    } catch {
      loading = null; // tried again when it is opened again
      dialog.querySelector("[role=status]").textContent = dialog.dataset.failed;
    }
  }

  for (const button of document.querySelectorAll('[data-opens="search"]')) button.addEventListener("click", openSearch);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isSlash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    openSearch();
  });
}
