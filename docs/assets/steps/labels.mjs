// Labels as on the reader's screen: in one language, or in both. The script in the head of overrides/shell/page.html reads
// the choice before the first paint, and styles beside it hide what is not chosen.

import { keep } from "../kept.mjs";

const LABELS_KEY = "hc-labels";

/** @param {HTMLElement} choices */
export function enhanceLabels(choices) {
  const { dataset } = document.documentElement;
  for (const choice of choices.querySelectorAll("input")) {
    choice.checked = choice.value === (dataset.labels ?? "");
    choice.addEventListener("change", () => {
      if (choice.value) dataset.labels = choice.value;
      else delete dataset.labels;
      keep(LABELS_KEY, choice.value);
    });
  }
}
