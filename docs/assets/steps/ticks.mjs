// Steps that are done are ticked off: kept on the device for each gateway, for all languages, until the reader clears them.

import { keep, kept } from "../kept.mjs";

/** @param {HTMLElement} tools */
export function enhanceTicks(tools) {
  const { gateway, done, progress } = /** @type {Record<string, string>} */ (tools.dataset);
  const key = `hc-done-${gateway}`;
  const status = /** @type {HTMLElement} */ (tools.querySelector("[role=status]"));
  const clear = /** @type {HTMLElement} */ (tools.querySelector("button"));
  const ticked = kept(key).split(" ");
  const ticks = Array.from(document.querySelectorAll(".hc-steps > li"), (step) => {
    const tick = document.createElement("input");
    const number = /** @type {HTMLElement} */ (step.querySelector(".hc-number"));
    tick.type = "checkbox";
    tick.value = step.id;
    tick.checked = ticked.includes(step.id);
    tick.setAttribute("aria-label", done.replace("{number}", number.textContent));
    tick.addEventListener("change", tell);
    step.append(tick);
    return tick;
  });

  function tell() {
    const ids = ticks.filter((tick) => tick.checked).map((tick) => tick.value);
    keep(key, ids.join(" "));
    status.textContent = progress.replace("{done}", `${ids.length}`).replace("{count}", `${ticks.length}`);
    clear.hidden = !ids.length;
  }

  clear.addEventListener("click", () => {
    for (const tick of ticks) tick.checked = false;
    tell();
    tools.focus(); // the button is gone
  });
  if (ticked[0]) tell();
}
