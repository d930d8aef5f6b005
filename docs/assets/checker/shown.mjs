// The answer: its verdict, what has to change, and everything else in one list.

import { element } from "../dom.mjs";
import { showDates } from "./dates.mjs";
import { mendChoices } from "./mends.mjs";

/** @import { Entered, Finding, Shown } from "../types.d.ts" */
/** @import { View } from "./view.mjs" */

/** @typedef {(change: Partial<Entered>, words: string) => void} Apply changes the form and checks it again */

const TO_ACT_ON = ["no", "first", "change", "doubtful"];

/**
 * @param {View} view
 * @param {Finding} finding
 * @param {Shown} shown
 * @param {Apply} apply
 */
function mendParts(view, finding, { plan }, apply) {
  const sentence = view.mend(finding, plan);
  if (!finding.mend || sentence === "") return [];
  const buttons = mendChoices(finding.mend, plan, view).map(([words, change, what]) => {
    const button = view.text("button", words, { type: "button" });
    button.addEventListener("click", () => apply(change, what));
    return button;
  });
  const words = view.text("p", `${view.tell("mend")} ${sentence}`, { class: "hc-mend" });
  return [words, element("p", { class: "hc-buttons" }, ...buttons)];
}

/**
 * Where a rule is said: the number of its note and, where no value says it all, the whole note on demand.
 * @param {View} view
 * @param {string} rule
 * @param {Shown} shown
 */
function noteParts(view, rule, { gateway }) {
  const number = gateway.notes[rule];
  if (!number) return [];
  const words = view.tell("note", { number });
  const quoted = gateway.quotes[rule];
  if (!quoted) return [view.text("a", words, { href: `${gateway.article}#note-${number}` })];
  const quote = element("blockquote", {}, view.text("p", quoted));
  return [element("details", { class: "hc-quoted" }, view.text("summary", words), quote)];
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
  const sentences = view.text("span", view.says(finding, shown.plan, shown.gateway.said).join(" "));
  const says = element("p", { class: "hc-finding-says" }, sentences, " ", ...noteParts(view, rule, shown));
  const attributes = { "data-outcome": /** @type {string} */ (outcome), "data-rule": rule, "data-state": state };
  return element("li", attributes, head, says, ...mendParts(view, finding, shown, apply));
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
