// What the form cannot say: https://design-system.service.gov.uk/components/error-summary/

import { element } from "../dom.mjs";

/** @import { Problem } from "../types.d.ts" */
/** @import { View } from "./view.mjs" */

/**
 * What has become valid is no error any more, and neither is the list where none is left.
 * @param {View} view
 * @param {Problem[]} problems
 */
export function clearProblems(view, problems) {
  const open = problems.map(({ input }) => `check-${input}`);
  /** @type {NodeListOf<HTMLElement>} */
  const invalid = view.root.querySelectorAll("[aria-invalid=true]");
  for (const control of invalid) {
    if (open.includes(control.id)) continue;
    view.setError(control, "");
    view.root.querySelector(`.hc-problems [href="#${control.id}"]`)?.parentElement?.remove();
  }
  const box = view.part(".hc-problems");
  box.hidden ||= !box.querySelector("li");
}

/**
 * @param {View} view
 * @param {Problem[]} problems
 */
export function showProblems(view, problems) {
  const box = view.part(".hc-problems");
  /** @type {NodeListOf<HTMLElement>} */
  const invalid = view.root.querySelectorAll("[aria-invalid=true]");
  for (const control of invalid) view.setError(control, "");
  const items = problems.map(({ input, code }) => {
    const control = view.part(`#check-${input}`);
    const sentence = view.say("problems", code);
    view.setError(control, sentence);
    const link = view.text("a", sentence, { href: `#${control.id}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.closest("details")?.setAttribute("open", "");
      control.closest("[data-input]")?.scrollIntoView(); // so that its label is visible, too
      control.focus();
    });
    return element("li", {}, link);
  });
  view.part(".hc-problems ul").replaceChildren(...items);
  box.hidden = items.length === 0;
  if (!box.hidden) box.focus();
}
