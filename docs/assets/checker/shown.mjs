// The answer: its summary, the plan as it was understood, each rule, and dates.

import { element } from "../dom.mjs";
import { showDates } from "./dates.mjs";
import { mendChoices } from "./mends.mjs";

/** @import { Entered, Finding, Shown } from "../types.d.ts" */
/** @import { View } from "./view.mjs" */

/** @typedef {(change: Partial<Entered>) => void} Apply changes the form and checks it again */

/**
 * @param {View} view
 * @param {Finding} finding
 * @param {Shown} shown
 * @param {Apply} apply
 */
function findingItem(view, finding, { plan, gateway }, apply) {
  const { rule, status, code, mend } = finding;
  const called = view.text("span", view.say("statuses", status), { class: "hc-status" });
  const head = element("p", { class: "hc-finding-head" }, called, " ", view.text("b", view.rule(rule)));
  const says = view.text("p", view.finding(finding), { class: "hc-finding-says" });
  const item = element("li", { "data-status": status, "data-rule": rule, "data-code": code }, head, says);
  if (mend) {
    const buttons = mendChoices(mend, plan, view).map(([words, change]) => {
      const button = view.text("button", words, { type: "button" });
      button.addEventListener("click", () => apply(change));
      return button;
    });
    const sentence = `${view.tell("mend")} ${view.finding(mend)}`;
    item.append(view.text("p", sentence, { class: "hc-mend" }), element("p", { class: "hc-buttons" }, ...buttons));
  }
  const note = gateway.notes[rule];
  if (note) {
    const [number, words] = note;
    const link = view.text("a", view.tell("note", { number }), { href: `${gateway.article}#note-${number}` });
    item.append(element("blockquote", {}, view.text("p", words), link));
  }
  return item;
}

/**
 * @param {View} view
 * @param {Shown} shown
 * @param {Apply} apply
 */
export function showAnswer(view, shown, apply) {
  view.shown = shown;
  const sentence = view.finding(shown.summary);
  view.fill(".hc-summary", sentence);
  view.summary.dataset.code = shown.summary.code;
  const rows = view.plan(shown.plan).flatMap(([name, value]) => [view.text("dt", name), view.text("dd", value)]);
  view.part(".hc-plan").replaceChildren(...rows);
  view.part(".hc-findings").replaceChildren(...shown.findings.map((one) => findingItem(view, one, shown, apply)));
  showDates(view, shown);
  view.answer.hidden = false;
  delete view.answer.dataset.stale;
  view.announce(sentence);
}
