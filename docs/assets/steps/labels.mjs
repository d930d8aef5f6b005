// Labels as on the reader's screen: in one language, or in all. The script in the head of overrides/shell/page.html reads
// the choice before the first paint, and styles beside it hide what is not chosen.

import { keep } from "../kept.mjs";

const LABELS_KEY = "hc-labels";

/** @param {HTMLElement} choices */
export function enhanceLabels(choices) {
  const { dataset } = document.documentElement;
  for (const choice of choices.querySelectorAll("input")) {
    choice.checked = choice.value === dataset.labels;
    choice.addEventListener("change", () => {
      dataset.labels = choice.value;
      keep(LABELS_KEY, choice.value);
    });
  }
}
