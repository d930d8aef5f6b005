// All that the engine says of a form. Twin of hooks/helpcenter/engine/answer.py.

import { readPlan } from "./typed.mjs";
import { effectiveInterval, evaluate, summarise } from "./rules.mjs";
import { schedule, timeline } from "./schedule.mjs";

/** @import { Answer, Form, Known, Rules } from "../types.d.ts" */

/**
 * @param {Rules} rules
 * @param {Form} form
 * @param {Known} known
 * @param {number | null} [today] the day from which a year is counted if the form has no start date; null: no year then
 * @returns {Answer}
 */
export function answer(rules, form, known, today = null) {
  const { plan, problems } = readPlan(form, known);
  if (plan === null) return { plan, problems, findings: null, summary: null, year: null, after: null };
  const findings = evaluate(rules, plan);
  const verdict = { plan, problems, findings, summary: summarise(findings) };
  const interval = effectiveInterval(plan, findings);
  const start = plan.start ?? today;
  if (interval === null || start === null) return { ...verdict, year: null, after: null };
  return { ...verdict, year: schedule(start, interval, plan.amount), after: timeline(rules, interval, start) };
}
