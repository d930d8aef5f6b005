// Steps that are done are ticked off, each at its number: kept on the device for each gateway, for all languages, until the
// reader clears them.

import { element } from "../dom.mjs";
import { keep, kept } from "../kept.mjs";

/** @param {HTMLElement} end the line after the last step */
export function enhanceTicks(end) {
  const { gateway, done, progress, complete } = /** @type {Record<string, string>} */ (end.dataset);
  const key = `hc-done-${gateway}`;
  const status = /** @type {HTMLElement} */ (end.querySelector("[role=status]"));
  const clear = /** @type {HTMLElement} */ (end.querySelector("button"));
  const ticked = kept(key).split(" ");
  const ticks = Array.from(document.querySelectorAll(".hc-steps > li"), (step) => {
    const number = /** @type {HTMLElement} */ (step.querySelector(".hc-number"));
    const name = done.replace("{number}", number.textContent);
    const tick = element("input", { type: "checkbox", value: step.id, "aria-label": name });
    tick.checked = ticked.includes(step.id);
    tick.addEventListener("change", tell);
    number.append(tick);
    return tick;
  });
  const counts = Array.from(document.querySelectorAll(".hc-count"), (count) => {
    const section = /** @type {HTMLElement} */ (count.closest(".hc-section"));
    return { count, own: ticks.filter((tick) => section.contains(tick)) };
  });

  function tell() {
    const ids = ticks.filter((tick) => tick.checked).map((tick) => tick.value);
    keep(key, ids.join(" "));
    for (const { count, own } of counts) {
      count.textContent = `${own.filter((tick) => tick.checked).length}\u202f/\u202f${own.length}`;
    }
    const isComplete = ids.length === ticks.length;
    status.textContent = (isComplete ? complete : progress)
      .replace("{done}", `${ids.length}`)
      .replace("{count}", `${ticks.length}`);
    clear.hidden = !ids.length;
  }

  clear.addEventListener("click", () => {
    for (const tick of ticks) tick.checked = false;
    tell();
    end.focus(); // the button is gone
  });
  if (ticked[0]) tell();
}
