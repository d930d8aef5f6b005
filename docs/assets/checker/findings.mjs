// What a rule says to a plan, as an item of a list: its sentences, where they stand, and what to change.

import { element } from "../dom.mjs";
import { mendChoices } from "./mends.mjs";

/** @import { Entered, Finding, Judged } from "../types.d.ts" */
/** @import { View } from "./view.mjs" */

/** @typedef {(change: Partial<Entered>, words: string) => void} Apply changes the form and checks it again */

/**
 * @param {View} view
 * @param {Finding} finding
 * @param {Judged} shown
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
 * @param {Judged} shown
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
 * @param {Judged} shown
 * @param {Apply} apply
 */
export function findingItem(view, finding, shown, apply) {
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
