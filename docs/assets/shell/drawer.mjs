// What opens above the page closes when focus leaves it or a link in it is followed: focus is never behind it.

export function enhanceDrawer(drawer) {
  if (!drawer.hidePopover) return; // an old browser shows it in the page
  drawer.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !drawer.contains(relatedTarget) && drawer.matches(":popover-open")) drawer.hidePopover();
  });
  drawer.addEventListener("click", ({ target }) => {
    if (target.closest("a") && drawer.matches(":popover-open")) drawer.hidePopover();
  });
}
