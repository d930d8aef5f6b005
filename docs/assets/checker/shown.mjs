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
function mendParts(view, finding, { plan }, apply) {
  const sentence = view.mend(finding);
  if (!finding.mend || sentence === "") return [];
  const buttons = mendChoices(finding.mend, plan, view).map(([words, change]) => {
    const button = view.text("button", words, { type: "button" });
    button.addEventListener("click", () => apply(change));
    return button;
  });
  const words = view.text("p", `${view.tell("mend")} ${sentence}`, { class: "hc-mend" });
  return [words, element("p", { class: "hc-buttons" }, ...buttons)];
}

/**
 * Where a rule is said: the number of its note and, where no value says it all, the whole note.
 * @param {View} view
 * @param {string} rule
 * @param {Shown} shown
 */
function noteParts(view, rule, { gateway }) {
  const number = gateway.notes[rule];
  if (!number) return [];
  const link = view.text("a", view.tell("note", { number }), { href: `${gateway.article}#note-${number}` });
  const quoted = gateway.quotes[rule];
  return [quoted ? element("blockquote", {}, view.text("p", quoted), link) : element("p", { class: "hc-hint" }, link)];
}

/**
 * @param {View} view
 * @param {Finding} finding
 * @param {Shown} shown
 * @param {Apply} apply
 */
function findingItem(view, finding, shown, apply) {
  const { rule, outcome, state } = finding;
  const called = view.text("span", view.status(finding), { class: "hc-status" });
  const name = view.text("b", view.texts.types[rule].name);
  const from = shown.gateway.from[rule];
  const home = from === undefined ? [] : [" ", view.text("span", view.from(from), { class: "hc-hint" })];
  const head = element("p", { class: "hc-finding-head" }, called, " ", name, ...home);
  const says = view.text("p", view.says(finding, shown.plan, shown.gateway.said).join(" "), {
    class: "hc-finding-says",
  });
  const attributes = { "data-outcome": /** @type {string} */ (outcome), "data-rule": rule, "data-state": state };
  return element(
    "li",
    attributes,
    head,
    says,
    ...mendParts(view, finding, shown, apply),
    ...noteParts(view, rule, shown),
  );
}

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
  view.summary.dataset.group = group;
  const rows = view.plan(plan).flatMap(([name, value]) => [view.text("dt", name), view.text("dd", value)]);
  view.part(".hc-plan").replaceChildren(...rows);
  view.part(".hc-findings").replaceChildren(...findings.map((one) => findingItem(view, one, shown, apply)));
  view.part(".hc-support").hidden = !gateway.support;
  showDates(view, shown);
  view.answer.hidden = false;
  delete view.answer.dataset.stale;
  view.announce(sentence);
}
