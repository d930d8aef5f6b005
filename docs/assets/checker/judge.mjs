// Judgements: one statement of a rule held against a plan. Twin of hooks/helpcenter/engine/judge.py, which explains each.

import { ACCOUNTS, MOST_DIGITS } from "./inputs.mjs";

/** @import { Mend, Outcome, Plan, Quantity, RuleType, Values } from "../types.d.ts" */

/** @type {Record<string, number>} */
export const DAYS = { day: 1, week: 7, year: 365 };
/** About how many minutes a unit has: by these what is near is found, and nothing else.
 * @type {Record<string, number>} */
const LENGTHS = { minute: 1, hour: 60, day: 1440, week: 10080, month: 43800, year: 525600 };
/** @type {Record<string, [base: number, factor: number]>} */
const BASES = { minute: [0, 1], hour: [0, 60], day: [0, 1440], week: [0, 10080], month: [1, 1], year: [1, 12] };

/**
 * @param {Outcome["outcome"]} outcome
 * @param {Mend | null} [mend]
 * @returns {Outcome}
 */
const result = (outcome, mend = null) => ({ outcome, mend });

/**
 * @param {RuleType} spec
 * @param {Values} values
 * @param {Plan} plan
 */
function member(spec, values, plan) {
  const value = plan[/** @type {"country" | "currency"} */ (spec.input)];
  if (value === null) return result(null);
  const first = spec.first.filter((name) => name in values);
  if (first.some((name) => Array.isArray(values[name]) && values[name].includes(value))) return result("first");
  const allowed = values.only ?? values.some ?? [];
  if (values.not?.includes(value) || ("only" in values && !allowed.includes(value))) {
    return values.vague?.includes(value) ? result("doubtful") : otherwise(spec, allowed);
  }
  if (allowed.includes(value)) return result("yes");
  if (!("some" in values)) return result("silent");
  return result(first.some((name) => !Array.isArray(values[name])) ? "first" : "doubtful");
}

/**
 * @param {RuleType} spec
 * @param {string[]} allowed
 */
function otherwise({ input, otherwise }, allowed) {
  return result(otherwise, otherwise === "change" && allowed.length > 0 ? { input, values: allowed } : null);
}

/**
 * @param {RuleType} spec
 * @param {Values} values
 * @param {Plan} plan
 */
function covers({ input }, values, plan) {
  const own = plan[/** @type {"fields"} */ (input)];
  if (own === null) return result(null);
  const missing = (values.only ?? values.some ?? []).filter((item) => !own.includes(item));
  return missing.length > 0 ? result("change", { input, values: missing }) : result("yes");
}

/**
 * @param {RuleType} _spec
 * @param {Values} values
 */
function possible(_spec, values) {
  if ("possible" in values) return result(values.possible ? "yes" : "no");
  return result("first");
}

/**
 * How much longer a quantity is than another; NaN, which is neither more nor less, for days and months.
 * @param {Quantity} one
 * @param {Quantity} other
 */
function compared(one, other) {
  const [[base, factor], [otherBase, otherFactor]] = [BASES[one.unit], BASES[other.unit]];
  return base === otherBase ? one.count * factor - other.count * otherFactor : NaN;
}

/**
 * The limits that hold for an interval: those in its own unit where there are some.
 * @param {Quantity[]} limits
 * @param {Quantity} interval
 */
function bounds(limits, { unit }) {
  const own = limits.filter((one) => one.unit === unit);
  return own.length > 0 ? own : limits;
}

/**
 * @param {Values} values
 * @param {Quantity} interval
 */
function fits({ units, exactly, least = [], most = [] }, interval) {
  return (units?.includes(interval.unit) ?? true) &&
    (exactly?.some((one) => compared(interval, one) === 0) ?? true) &&
    !bounds(least, interval).some((one) => compared(interval, one) < 0) &&
    !bounds(most, interval).some((one) => compared(interval, one) > 0);
}

/**
 * By how much a quantity is farther from an interval than another; of two that are as far that of the same unit is nearer.
 * @param {Quantity} interval
 * @param {Quantity} one
 * @param {Quantity} other
 */
function farther(interval, one, other) {
  const own = interval.count * LENGTHS[interval.unit];
  const [near, far] = [one, other].map(({ count, unit }) => Math.abs(own - count * LENGTHS[unit]));
  return near - far || Number(one.unit !== interval.unit) - Number(other.unit !== interval.unit);
}

/**
 * Intervals that follow from the rule by arithmetic, then those that it names, and whether one is arithmetic.
 * @param {Values} values
 * @param {Quantity} interval
 * @returns {[Quantity, boolean][]}
 */
function nearby({ month, exactly = [], least = [], most = [] }, { count, unit }) {
  /** @type {[Quantity, boolean][]} */
  const near = [];
  if (unit === "month" && month) near.push([{ count: count * month.count, unit: month.unit }, count > 1]);
  else if (unit in DAYS) near.push([{ count: count * DAYS[unit], unit: "day" }, true]);
  near.push([unit === "year" ? { count: count * 12, unit: "month" } : { count, unit }, true]);
  const settable = [...exactly, ...least, ...most].filter((one) => one.unit in DAYS || one.unit === "month");
  settable.sort((one, other) => farther({ count, unit }, one, other));
  return [...near, .../** @type {[Quantity, boolean][]} */ (settable.map((one) => [one, false]))];
}

/**
 * @param {RuleType} _spec
 * @param {Values} values
 * @param {Plan} plan
 */
function interval(_spec, values, plan) {
  const own = plan.interval;
  if (own === null) return result(null);
  if (fits(values, own)) return result("yes");
  const near = nearby(values, own).find(([one]) => fits(values, one) && one.count < 10 ** MOST_DIGITS); // what can be entered
  if (near) return result("change", { input: "interval", values: [near[0]], arithmetic: near[1] });
  return result("change", values.units ? { input: "unit", values: values.units } : null);
}

/**
 * @param {RuleType} spec
 * @param {Values} values
 * @param {Plan} plan
 */
function limits({ input }, { least = [], most = [] }, plan) {
  const own = plan.amount;
  /** @param {{ currency: string }} bound */
  const isSame = ({ currency }) => currency === plan.currency;
  const [lower, upper] = [least.filter(isSame), most.filter(isSame)];
  if (own === null || lower.length + upper.length === 0) return result(null);
  const missed = lower.find(({ thousandths }) => own < thousandths) ??
    upper.find(({ thousandths }) => own > thousandths);
  return missed ? result("change", { input, values: [missed.thousandths] }) : result("yes");
}

/**
 * @param {RuleType} spec
 * @param {Values} values
 * @param {Plan} plan
 */
function needs({ input }, values, plan) {
  const own = input === "" ? null : plan[/** @type {"account"} */ (input)];
  const { any, ...others } = values;
  const needed = /** @type {string[]} */ (Object.values(others).flat()).filter((one) => one !== own);
  if (own !== null && (needed.some((one) => ACCOUNTS.includes(one)) || (any && !any.includes(own)))) {
    return result("no");
  }
  if (needed.length > 0) return result("first", { input: "need", values: needed });
  return result(own === null && any ? null : "yes");
}

/** @type {Record<string, (spec: RuleType, values: Values, plan: Plan) => Outcome>} */
export const JUDGES = { member, covers, possible, interval, limits, needs, tells: () => result("tells") };
