// A plan held against a gateway's rules. Twin of hooks/helpcenter/engine/rules.py, which explains each function.

/** @import { Coded, Finding, Plan, Quantity, Rules, Status, Subscription } from "../types.d.ts" */

/** @type {Record<string, number>} */
export const DAYS = { day: 1, week: 7, year: 365 };
const SUBSCRIPTION_RULES = ["interval", "retries.scheduled", "failure.notify", "failure.cancel_after"];

/**
 * @param {string} rule
 * @param {Status} status
 * @param {string} code
 * @param {Coded["values"]} [values]
 * @param {Coded | null} [mend]
 * @returns {Finding}
 */
const finding = (rule, status, code, values = {}, mend = null) => ({ rule, status, code, values, mend });

/**
 * The finding for a rule without a value: the provider decides it, or no source says anything.
 * @param {Rules} rules
 * @param {string} rule
 */
function unsettled(rules, rule) {
  const isDecided = rules.provider_decides?.rules.includes(rule.split(".")[0]);
  const status = isDecided ? "provider-decides" : "not-stated";
  return finding(rule, status, status);
}

/**
 * @param {Rules} rules
 * @param {Plan} plan
 */
function checkCurrency(rules, plan) {
  const rule = rules.currencies;
  const values = { currency: plan.currency };
  if (!rule) return unsettled(rules, "currencies");
  if (rule.only.includes(plan.currency)) return finding("currencies", "accepted", "currency-accepted", values);
  const mend = { code: "choose-currency", values: { currencies: rule.only } };
  return finding("currencies", "not-accepted", "currency-not-accepted", values, mend);
}

/**
 * @param {Rules} rules
 * @param {Plan} plan
 */
function checkFields(rules, plan) {
  const rule = rules.required_fields;
  if (!rule) return unsettled(rules, "required_fields");
  const values = { fields: rule.fields.filter((field) => !plan.fields.includes(field)) };
  if (values.fields.length > 0) {
    return finding("required_fields", "not-accepted", "fields-missing", values, { code: "add-fields", values });
  }
  return finding("required_fields", "accepted", "fields-complete", { fields: rule.fields });
}

/**
 * The nearest interval that the rule allows: documented, or by arithmetic and then marked so.
 * @param {NonNullable<Rules["interval"]>} rule
 * @param {Quantity} interval
 * @returns {Coded}
 */
function mendInterval(rule, { count, unit }) {
  const days = unit === "month" ? rule.month : DAYS[unit];
  if (!rule.only.includes("day") || !days) return { code: "choose-unit", values: { units: rule.only } };
  const code = `set-${unit === "month" && count === 1 ? "documented" : "arithmetic"}-interval`;
  return { code, values: { interval: { count: count * days, unit: "day" } } };
}

/**
 * @param {Rules} rules
 * @param {Subscription} plan
 */
function checkInterval(rules, { interval }) {
  const rule = rules.interval;
  if (!rule) return unsettled(rules, "interval");
  if (rule.only.includes(interval.unit)) return finding("interval", "accepted", "interval-accepted", { interval });
  const values = { interval, units: rule.only };
  return finding("interval", "not-accepted", "interval-not-accepted", values, mendInterval(rule, interval));
}

/**
 * NaN, which equals nothing, where a quantity has no exact number of days.
 * @param {Quantity} quantity
 */
const inDays = ({ count, unit }) => (unit === "day" || unit === "week" ? count * DAYS[unit] : NaN);

/**
 * @param {Rules} rules
 * @param {Subscription} plan
 */
function checkFailure(rules, plan) {
  const scheduled = rules.retries?.scheduled;
  const { notify, cancel_after: deadline } = rules.failure ?? {};
  const findings = SUBSCRIPTION_RULES.slice(1).map((rule) => unsettled(rules, rule));
  if (scheduled !== undefined) {
    const code = scheduled ? "retries-scheduled" : "retries-none";
    findings[0] = finding("retries.scheduled", "notice", code, { count: scheduled });
  }
  if (notify !== undefined) {
    findings[1] = finding("failure.notify", "notice", notify ? "notification" : "notification-none");
  }
  if (deadline !== undefined) {
    findings[2] = finding("failure.cancel_after", "notice", "cancellation", { deadline });
    if (inDays(plan.interval) === inDays(deadline)) {
      findings.push(finding("failure.cancel_after", "not-stated", "deadline-meets-charge", { deadline }));
    }
  }
  return findings;
}

/**
 * @param {Rules} rules
 * @param {string} path
 */
function isStated(rules, path) {
  const [name, part] = path.split(".");
  const rule = rules[/** @type {keyof Rules} */ (name)];
  return rule !== undefined && (part === undefined || part in rule);
}

/**
 * One finding per rule, in the order in which a customer meets them.
 * @param {Rules} rules
 * @param {Plan} plan
 * @returns {Finding[]}
 */
export function evaluate(rules, plan) {
  const findings = [checkCurrency(rules, plan), checkFields(rules, plan)];
  if (plan.payment === "one-time") {
    const stated = SUBSCRIPTION_RULES.filter((rule) => isStated(rules, rule));
    return findings.concat(stated.map((rule) => finding(rule, "not-applicable", "subscriptions-only")));
  }
  return [...findings, checkInterval(rules, plan), ...checkFailure(rules, plan)];
}

/**
 * @param {Plan} plan
 * @param {Finding[]} findings
 * @returns {Quantity | null} the mended interval where the planned one cannot be set
 */
export function effectiveInterval(plan, findings) {
  const rejected = findings.find(({ rule, status }) => rule === "interval" && status === "not-accepted");
  return rejected ? (/** @type {Coded} */ (rejected.mend).values.interval ?? null) : plan.interval;
}

/**
 * @param {Finding[]} findings
 * @returns {Coded} the sentence above the findings, with the number of those that it speaks of
 */
export function summarise(findings) {
  /** @param {...Status} statuses */
  const having = (...statuses) => findings.filter(({ status }) => statuses.includes(status)).length;
  const rejected = having("not-accepted");
  const count = rejected || having("not-stated", "provider-decides");
  const code = rejected > 0 ? "summary-change" : count > 0 ? "summary-open" : "summary-works";
  return { code: count === 1 ? `${code}-one` : code, values: { count } };
}
