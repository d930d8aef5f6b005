// The search is loaded when it is opened for the first time: by its buttons, by "/" or by Ctrl-K.

export function searchOnDemand(dialog) {
  let opening = null;

  async function open() {
    opening ??= import(new URL(dialog.dataset.module, location.href)).then((module) => module.enhanceSearch(dialog));
    try {
      (await opening)();
    } catch (error) {
      opening = null; // tried again with the next key
      console.error(".hc-search", error);
    }
  }

  for (const button of document.querySelectorAll('[data-opens="search"]')) button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isSlash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
}
