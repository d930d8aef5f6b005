// What opens above the page takes focus, and closes when focus leaves it or a link in it is followed: focus is never
// behind it. Opening and closing is the browser's: https://developer.mozilla.org/en-US/docs/Web/API/Popover_API

/** @param {HTMLElement} drawer */
export function enhanceDrawer(drawer) {
  if (!drawer.hidePopover) return; // an old browser shows it in the page
  drawer.addEventListener("toggle", ({ newState }) => {
    if (newState === "open") /** @type {HTMLElement} */ (drawer.querySelector("button")).focus();
  });
  drawer.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !drawer.contains(/** @type {Node} */ (relatedTarget)) && drawer.matches(":popover-open")) {
      drawer.hidePopover();
    }
  });
  drawer.addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest("a") && drawer.matches(":popover-open")) drawer.hidePopover();
  });
}
