// A plan held against a gateway's rules. Twin of hooks/helpcenter/rules.py, which explains each function.

export const DAYS = { day: 1, week: 7, year: 365 };
const SUBSCRIPTION_RULES = ["interval", "retries.scheduled", "failure.notify", "failure.cancel_after"];

const finding = (rule, status, code, values = {}, mend = null) => ({ rule, status, code, values, mend });

function unsettled(rules, rule) {
  const isDecided = rules.provider_decides?.rules.includes(rule.split(".")[0]);
  const status = isDecided ? "provider-decides" : "not-stated";
  return finding(rule, status, status);
}

function checkCurrency(rules, plan) {
  const rule = rules.currencies;
  const values = { currency: plan.currency };
  if (rule === undefined) return unsettled(rules, "currencies");
  if (rule.only.includes(plan.currency)) return finding("currencies", "accepted", "currency-accepted", values);
  const mend = { code: "choose-currency", values: { currencies: rule.only } };
  return finding("currencies", "not-accepted", "currency-not-accepted", values, mend);
}

function checkFields(rules, plan) {
  const rule = rules.required_fields;
  if (rule === undefined) return unsettled(rules, "required_fields");
  const missing = { fields: rule.fields.filter((field) => !plan.fields.includes(field)) };
  if (missing.fields.length > 0) {
    return finding("required_fields", "not-accepted", "fields-missing", missing, {
      code: "add-fields",
      values: missing,
    });
  }
  return finding("required_fields", "accepted", "fields-complete", { fields: rule.fields });
}

function mendInterval(rule, { count, unit }) {
  const days = unit === "month" ? rule.month : DAYS[unit];
  if (!rule.only.includes("day") || !days) return { code: "choose-unit", values: { units: rule.only } };
  const code = `set-${unit === "month" && count === 1 ? "documented" : "arithmetic"}-interval`;
  return { code, values: { interval: { count: count * days, unit: "day" } } };
}

function checkInterval(rules, plan) {
  const rule = rules.interval;
  const { interval } = plan;
  if (rule === undefined) return unsettled(rules, "interval");
  if (rule.only.includes(interval.unit)) return finding("interval", "accepted", "interval-accepted", { interval });
  const values = { interval, units: rule.only };
  return finding("interval", "not-accepted", "interval-not-accepted", values, mendInterval(rule, interval));
}

const inDays = ({ count, unit }) => (unit === "day" || unit === "week" ? count * DAYS[unit] : NaN);

function checkFailure(rules, plan) {
  const scheduled = rules.retries?.scheduled;
  const { notify, cancel_after: deadline } = rules.failure ?? {};
  const findings = SUBSCRIPTION_RULES.slice(1).map((rule) => unsettled(rules, rule));
  if (scheduled !== undefined) {
    findings[0] = finding("retries.scheduled", "notice", scheduled ? "retries-scheduled" : "retries-none", {
      count: scheduled,
    });
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

const isStated = (rules, path) => path.split(".").reduce((rule, part) => rule?.[part], rules) !== undefined;

export function evaluate(rules, plan) {
  const findings = [checkCurrency(rules, plan), checkFields(rules, plan)];
  if (plan.payment === "one-time") {
    const stated = SUBSCRIPTION_RULES.filter((rule) => isStated(rules, rule));
    return findings.concat(stated.map((rule) => finding(rule, "not-applicable", "subscriptions-only")));
  }
  return [...findings, checkInterval(rules, plan), ...checkFailure(rules, plan)];
}

export function effectiveInterval(plan, findings) {
  const rejected = findings.find(({ rule, status }) => rule === "interval" && status === "not-accepted");
  return rejected ? (rejected.mend.values.interval ?? null) : plan.interval;
}

export function summarise(findings) {
  const having = (...statuses) => findings.filter(({ status }) => statuses.includes(status)).length;
  const rejected = having("not-accepted");
  const count = rejected || having("not-stated", "provider-decides");
  const code = rejected > 0 ? "summary-change" : count > 0 ? "summary-open" : "summary-works";
  return { code: count === 1 ? `${code}-one` : code, values: { count } };
}
