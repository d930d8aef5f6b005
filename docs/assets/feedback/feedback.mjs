// The module of the form is loaded when the form is seen, or when there is something to do. Without a script the form is
// sent as a page.

import { ANSWERS_KEY, kept } from "../kept.mjs";
import { moduleOf, whenNear } from "../loading.mjs";

/** @import { Feedback } from "./answering.mjs" */

/** @param {HTMLFormElement} form */
export function answerOnDemand(form) {
  /** @type {Promise<Feedback> | null} */
  let loading = null;
  const load = () => loading ??= moduleOf(form).then((module) => module.enhanceFeedback(form));

  /** @param {(feedback: Feedback) => void} act */
  async function loaded(act) {
    try {
      act(await load());
    } catch {
      loading = null; // the next try loads it again
      /** @type {HTMLElement} */ (form.querySelector("[role=status]")).textContent =
        /** @type {string} */ (form.dataset.failed);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    loaded((feedback) => feedback.submit(/** @type {HTMLElement} */ (event.submitter)));
  });
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-reports]"));
    if (!link) return;
    event.preventDefault();
    loaded((feedback) => feedback.report(/** @type {string} */ (link.dataset.reports)));
  });
  const [, anchor] = /^#report-(.+)/.exec(location.hash) ?? []; // from an answer of the finder
  if (anchor) loaded((feedback) => feedback.report(anchor));
  if (kept(ANSWERS_KEY)) loaded((feedback) => feedback.sendKept());
  whenNear(form, "0px", () => load().catch(() => loading = null));
}
