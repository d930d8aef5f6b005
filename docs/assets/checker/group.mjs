// A plan held against all rules of a gateway, and the group in which that puts it. Twin of hooks/helpcenter/engine/group.py.

import { JUDGES } from "./judge.mjs";

/** @import { Finding, GatewayGroup, Mend, Outcome, Plan, PublishedGateway, Quantity, RuleType, Statement, Values } from "../types.d.ts" */

/** The groups in the order in which they are shown.
 * @type {GatewayGroup[]} */
export const GROUPS = ["fits", "fits-open", "fits-if", "not-known", "does-not-fit"];
const SET = ["only", "some", "not", "vague"];

/**
 * @param {Statement} statement
 * @param {string | null} country
 * @param {string | null} buyers
 */
const holds = (statement, country, buyers) =>
  (statement.in?.includes(/** @type {string} */ (country)) ?? true) && (statement.buyers ?? buyers) === buyers;

/**
 * What is stated for an account and its buyers: what is said for fewer counts before what is said for all.
 * @param {Statement[]} statements
 * @param {string | null} country
 * @param {string | null} buyers
 */
function merged(statements, country, buyers) {
  /** @type {{ values: Values; state: Finding["state"]; by: string }} */
  const found = { values: {}, state: "absent", by: "" };
  for (const level of [0, 1, 2]) {
    const own = statements.filter((one) =>
      holds(one, country, buyers) && Number("in" in one) + Number("buyers" in one) === level
    );
    const stated = Object.assign({}, ...own.map(({ values }) => values));
    const last = own.at(-1);
    if (last) {
      found.state = last.state ?? "stated";
      found.by = last.by ?? "";
      const hasValues = Object.keys(stated).length > 0;
      if (!hasValues) found.values = {};
      else if (SET.some((name) => name in stated)) { for (const name of SET) delete found.values[name]; }
    }
    Object.assign(found.values, stated);
  }
  return found;
}

/**
 * @param {RuleType} spec
 * @param {{ values: Values; state: Finding["state"]; by: string }} known
 * @param {Plan} plan
 * @returns {Outcome}
 */
function judged(spec, { values, state, by }, plan) {
  if (state !== "stated" && state !== "disagree") {
    const isAsked = spec.by !== "needs" &&
      (spec.input === "" || plan[/** @type {keyof Plan} */ (spec.input)] !== null);
    return { outcome: spec.by === "tells" ? "tells" : isAsked ? "silent" : null, mend: null };
  }
  const own = JUDGES[spec.by](spec, values, plan);
  if (state === "disagree" && own.outcome !== null && own.outcome !== "tells") {
    return { outcome: "doubtful", mend: null };
  }
  if (spec.by === "possible" && own.outcome === "yes" && by) return { outcome: "silent", mend: null };
  return own;
}

/**
 * @param {Statement[]} statements
 * @param {Plan} plan
 * @returns {[country: string | null, buyers: string | null][]}
 */
function scopes(statements, plan) {
  const named = [...new Set(statements.flatMap((one) => one.in ?? []))].sort();
  const differ = statements.some((one) => "buyers" in one);
  const countries = plan.country !== null ? [plan.country] : [null, ...named];
  const buyers = plan.buyers !== null || !differ ? [plan.buyers] : ["home", "abroad"];
  return countries.flatMap((country) =>
    buyers.map((one) => /** @type {[string | null, string | null]} */ ([country, one]))
  );
}

/**
 * @param {RuleType} spec
 * @param {Statement[]} statements
 * @param {Plan} plan
 * @returns {Finding}
 */
function finding(spec, statements, plan) {
  const all = scopes(statements, plan);
  const known = all.map((scope) => merged(statements, ...scope));
  const outcomes = known.map((one) => judged(spec, one, plan));
  const found = { rule: spec.rule, state: known[0].state, scope: null, ...outcomes[0] };
  if (outcomes.every(({ outcome }) => outcome === found.outcome)) {
    return { ...found, mend: outcomes.find(({ mend }) => mend !== null)?.mend ?? null };
  }
  const isNeeded = outcomes.some(({ outcome }) => outcome !== null && outcome !== "yes");
  if (spec.by === "needs" && !isNeeded) return { ...found, state: "stated", outcome: "yes", mend: null };
  const place = outcomes.findIndex(({ outcome }) => outcome === "yes");
  if (place < 0) return { ...found, outcome: spec.by === "needs" ? null : "silent", mend: null };
  const [country, buyers] = all[place];
  const others = new Set(all.filter((_scope, at) => outcomes[at].outcome !== "yes").map(([own]) => own));
  const scope = {
    country: plan.country === null ? country : null,
    buyers: plan.buyers === null && others.has(country) ? buyers : null,
    elsewhere: country === null ? [...others].filter((own) => own !== null).sort() : [],
  };
  return { ...found, state: known[place].state, outcome: "first", mend: null, scope };
}

/**
 * @param {PublishedGateway} gateway
 * @param {RuleType[]} types
 * @param {Plan} plan
 * @returns {Finding[]} one for each rule type that the plan can be about
 */
function found({ rules, absent }, types, plan) {
  const isSourced = (rules.subscriptions ?? []).some((one) => !one.by && !("state" in one));
  const asked = types.filter(({ about }) =>
    about !== "connection" && (about !== "subscription" || plan.payment === "subscription")
  );
  const all = asked.map((spec) => {
    const one = finding(spec, rules[spec.rule] ?? [], plan);
    if (one.state === "absent") one.state = absent;
    return spec.by === "interval" && !isSourced
      ? { ...one, outcome: /** @type {const} */ ("silent"), mend: null }
      : one;
  });
  return all.filter(({ outcome }) => outcome !== null);
}

/**
 * One for each rule type that the plan can be about; what to change never makes the group worse.
 * @param {PublishedGateway} gateway
 * @param {RuleType[]} types
 * @param {Plan} plan
 * @returns {Finding[]}
 */
export function findings(gateway, types, plan) {
  const all = found(gateway, types, plan);
  const before = rank(group(all));
  for (const one of all) {
    if (one.outcome !== "change" || one.mend === null) continue;
    const kept = changed(plan, one.mend).map((other) => rank(group(found(gateway, types, other))) <= before);
    const values = one.mend.values.filter((_value, index) => kept[index] ?? kept.every(Boolean));
    one.mend = values.length > 0 ? /** @type {Mend} */ ({ ...one.mend, values }) : null;
  }
  return all;
}

/**
 * The plan with each value to which it may be changed; fields are added all at once.
 * @param {Plan} plan
 * @param {Mend} mend
 * @returns {Plan[]}
 */
function changed(plan, { input, values }) {
  if (input === "fields") return [{ ...plan, fields: [...plan.fields ?? [], .../** @type {string[]} */ (values)] }];
  return input in plan ? values.map((value) => ({ ...plan, [input]: value })) : [];
}

/** @param {GatewayGroup | null} one */
const rank = (one) => one === null ? 0 : GROUPS.indexOf(one);

/**
 * @param {Finding[]} found
 * @returns {GatewayGroup | null}
 */
export function group(found) {
  /** @param {...Outcome["outcome"]} outcomes */
  const has = (...outcomes) => found.some(({ outcome }) => outcomes.includes(outcome));
  if (has("no")) return "does-not-fit";
  if (has("doubtful") || found.some((one) => one.rule === "currencies" && one.outcome === "silent")) return "not-known";
  if (has("change", "first")) return "fits-if";
  if (!has("yes")) return has("silent") ? "not-known" : null;
  return has("silent") ? "fits-open" : "fits";
}

/**
 * @param {Plan} plan
 * @param {Finding[]} found
 * @returns {Quantity | null} the mended interval where the planned one cannot be set
 */
export function effectiveInterval(plan, found) {
  const changed = found.find(({ rule, outcome }) => rule === "interval" && outcome === "change");
  if (!changed) return plan.interval;
  return changed.mend?.input === "interval" ? /** @type {Quantity} */ (changed.mend.values[0]) : null;
}
