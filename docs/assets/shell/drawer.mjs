// What opens above the page takes focus, and closes when focus leaves it or a link in it is followed: focus is never behind it.

export function enhanceDrawer(drawer) {
  if (!drawer.hidePopover) return; // an old browser shows it in the page
  drawer.addEventListener("toggle", ({ newState }) => {
    if (newState === "open") drawer.querySelector("button").focus();
  });
  drawer.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !drawer.contains(relatedTarget) && drawer.matches(":popover-open")) drawer.hidePopover();
  });
  drawer.addEventListener("click", ({ target }) => {
    if (target.closest("a") && drawer.matches(":popover-open")) drawer.hidePopover();
  });
}
