// All that the engine says of a form. Twin of hooks/helpcenter/engine/answer.py.

import { effectiveInterval, findings, group } from "./group.mjs";
import { schedule, timeline } from "./schedule.mjs";
import { UNITS } from "./inputs.mjs";
import { readPlan } from "./typed.mjs";

/** @import { Answer, Form, Known, PublishedGateway, Values } from "../types.d.ts" */

/**
 * A value that a rule states for everybody, and no source contradicts.
 * @template {keyof Values} Part
 * @param {PublishedGateway} gateway
 * @param {string} rule
 * @param {Part} part
 * @returns {NonNullable<Values[Part]> | null}
 */
function stated({ rules }, rule, part) {
  const forAll = (rules[rule] ?? []).filter((one) => !("in" in one || "buyers" in one || "state" in one));
  return forAll.find((one) => part in one.values)?.values[part] ?? null;
}

/**
 * A time that is counted in whole days; of minutes and hours no date can be told.
 * @param {PublishedGateway} gateway
 * @param {string} rule
 * @param {"after" | "month" | "spacing"} part
 */
function inDays(gateway, rule, part) {
  const time = stated(gateway, rule, part);
  return time && UNITS.includes(time.unit) ? time : null;
}

/**
 * @param {PublishedGateway} gateway
 * @param {Form} form
 * @param {Known} known
 * @param {number | null} [today] the day from which a year is counted if the form has no start date; null: no year then
 * @returns {Answer}
 */
export function answer(gateway, form, known, today = null) {
  const { plan, problems } = readPlan(form, known);
  if (plan === null) return { plan, problems, findings: null, group: null, year: null, after: null };
  const found = findings(gateway, known.types, plan);
  const verdict = { plan, problems, findings: found, group: group(found) };
  const interval = effectiveInterval(plan, found);
  const start = plan.start ?? today;
  if (interval === null || !UNITS.includes(interval.unit) || start === null) {
    return { ...verdict, year: null, after: null };
  }
  const deadline = inDays(gateway, "after_failure", "after");
  const retries = { count: stated(gateway, "retries", "count"), spacing: inDays(gateway, "retries", "spacing") };
  return {
    ...verdict,
    year: inDays(gateway, "interval", "month") && schedule(start, interval, plan.amount),
    after: deadline && timeline(interval, start, deadline, retries),
  };
}
