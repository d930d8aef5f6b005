// All that the engine says of a form. Twin of `answer` in hooks/helpcenter.

import { effectiveInterval, evaluate, summarise } from "./rules.mjs";
import { schedule, timeline } from "./schedule.mjs";
import { readPlan } from "./typed.mjs";

// `today` is the day from which a year is counted where the form has no start date; without it there is then no year.
export function answer(rules, form, known, today = null) {
  const read = readPlan(form, known);
  const { plan } = read;
  if (plan === null) return { ...read, findings: null, summary: null, year: null, after: null };
  const findings = evaluate(rules, plan);
  const interval = effectiveInterval(plan, findings);
  const start = plan.start ?? today;
  const isDated = interval !== null && start !== null;
  return {
    ...read,
    findings,
    summary: summarise(findings),
    year: isDated ? schedule(start, interval, plan.amount) : null,
    after: isDated ? timeline(rules, interval, start) : null,
  };
}
