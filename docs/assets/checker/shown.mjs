// The answer: its verdict, what has to change, and everything else in one list.

import { showDates } from "./dates.mjs";
import { findingItem } from "./findings.mjs";

/** @import { Finding, Shown } from "../types.d.ts" */
/** @import { Apply } from "./findings.mjs" */
/** @import { View } from "./view.mjs" */

const TO_ACT_ON = ["no", "first", "change", "doubtful"];

/**
 * @param {View} view
 * @param {Shown} shown
 * @param {Apply} apply
 */
export function showAnswer(view, shown, apply) {
  view.shown = shown;
  const { gateway, group, findings, plan } = shown;
  const sentence = view.summarise(gateway.name, group, findings);
  view.fill(".hc-summary", sentence);
  view.fill(".hc-open", view.open(gateway.name, findings));
  view.verdict.dataset.group = group;
  /** @param {(finding: Finding) => boolean} isShown */
  const items = (isShown) => findings.filter(isShown).map((one) => findingItem(view, one, shown, apply));
  /** @param {Finding} finding */
  const isToActOn = ({ outcome }) => TO_ACT_ON.includes(/** @type {string} */ (outcome));
  const others = items((one) => !isToActOn(one));
  view.part(".hc-findings").replaceChildren(...items(isToActOn));
  view.part(".hc-rest ul").replaceChildren(...others);
  view.part(".hc-rest").hidden = others.length === 0;
  const rows = view.plan(plan).flatMap(([name, value]) => [view.text("dt", name), view.text("dd", value)]);
  view.part(".hc-plan").replaceChildren(...rows);
  showDates(view, shown);
  view.answer.hidden = false;
  delete view.answer.dataset.stale;
  view.announce(sentence);
}
