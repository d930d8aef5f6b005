// What the checker tells, in one language. Twin of hooks/helpcenter/pages/told.py; dates are the browser's alone.

import { A_DAY } from "./typed.mjs";

/** @import { Finding, GatewayGroup, Mend, Plan, Quantity, Statement, Texts } from "../types.d.ts" */

/** @typedef {string | number | Quantity | string[]} Value what is put into a sentence */
/**
 * How the statements of a finding stand: what only the provider states is no answer yet.
 * @param {Finding} finding
 */
const stateOf = ({ outcome, state }) => outcome === "silent" && state === "stated" ? "provider" : state;

export class Speech {
  /**
   * @param {Texts} texts
   * @param {string} language
   */
  constructor(texts, language) {
    this.texts = texts;
    this.language = language;
    /** @type {Record<string, unknown>} */
    this.formats = {};
  }

  /**
   * A format takes a browser long to make: each is made when it is first needed.
   * @template {"DateTimeFormat" | "NumberFormat" | "PluralRules" | "DisplayNames"} Kind
   * @param {Kind} kind
   * @param {object} [options]
   * @returns {InstanceType<typeof Intl[Kind]>}
   */
  format(kind, options) {
    const key = kind + JSON.stringify(options);
    const Format = /** @type {new (language: string, options?: object) => unknown} */ (Intl[kind]);
    return /** @type {InstanceType<typeof Intl[Kind]>} */ (
      this.formats[key] ??= new Format(`${this.language}-u-nu-latn`, options)
    );
  }

  /**
   * @param {string} sentence
   * @param {Record<string, Value>} values
   */
  filled(sentence, values) {
    for (const [name, value] of Object.entries(values)) {
      sentence = sentence.replaceAll(`{${name}}`, () => this.value(value));
    }
    return sentence;
  }

  /**
   * @param {string} group
   * @param {string} id
   * @param {Record<string, Value>} [values]
   */
  say(group, id, values = {}) {
    return this.filled(this.texts.messages[group][id], values);
  }

  /**
   * @param {string} id
   * @param {Record<string, Value>} [values]
   */
  tell(id, values) {
    return this.say("answer", id, values);
  }

  /**
   * @param {number} number
   * @param {Intl.NumberFormatOptions} [options]
   */
  number(number, options) {
    return this.format("NumberFormat", options).format(number);
  }

  /**
   * As an amount is written: 1,00,000 in Hindi, and two decimals or none.
   * @param {number} thousandths
   */
  amount(thousandths) {
    return this.number(thousandths / 1000, { minimumFractionDigits: thousandths % 1000 === 0 ? 0 : 2 });
  }

  /** @param {number} day */
  date(day) {
    const parts = this.format("DateTimeFormat", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
      .formatToParts(day * A_DAY);
    const { day: ofMonth, month, year } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
    return `${ofMonth} ${month} ${year}`; // as India writes it, in every language
  }

  /** @param {string} code */
  country(code) {
    return this.texts.countries[code] ?? this.format("DisplayNames", { type: "region" }).of(code) ?? code;
  }

  /**
   * @param {Quantity} quantity
   * @param {"forms" | "of"} [forms] `of` before a noun: in Hindi, a month is written otherwise there
   */
  quantity({ count, unit }, forms = "forms") {
    const form = this.texts.units[unit][forms][this.format("PluralRules").select(count)];
    return form.replace("{n}", this.number(count));
  }

  /**
   * @param {string[]} items
   * @param {"and" | "or"} joint
   */
  listed(items, joint) {
    if (items.length < 2) return items.join("");
    const last = /** @type {string} */ (items.at(-1));
    return this.tell(`listed-${joint}`, { first: items.slice(0, -1).join(", "), last });
  }

  /**
   * @param {Value} value
   * @returns {string}
   */
  value(value) {
    if (typeof value === "string") return value;
    if (typeof value === "number") return this.number(value);
    return Array.isArray(value) ? this.listed(value.map((id) => this.texts.fields[id]), "and") : this.quantity(value);
  }

  /**
   * The one sentence on an answer: the group of a gateway, and how many things there are to do.
   * @param {string} name
   * @param {GatewayGroup} group
   * @param {Finding[]} findings
   */
  summarise(name, group, findings) {
    const count = findings.filter(({ outcome }) => outcome === "change" || outcome === "first").length;
    return this.say("groups", group === "fits-if" && count === 1 ? "fits-if-one" : group, { gateway: name, count });
  }

  /**
   * The second line: what is not documented of that which the plan touches; an empty one if all is.
   * @param {string} name
   * @param {Finding[]} findings
   */
  open(name, findings) {
    const silent = findings.filter(({ outcome, state }) => outcome === "silent" || state.startsWith("not-"));
    const names = this.listed(silent.map(({ rule }) => this.texts.types[rule].name), "and");
    return names && this.tell("open", { names, gateway: name });
  }

  /** @param {Finding} finding */
  status(finding) {
    const { outcome, state } = finding;
    const isOpen = outcome === "silent" || (outcome === "tells" && state !== "stated");
    return this.say("statuses", isOpen ? stateOf(finding) : /** @type {string} */ (outcome));
  }

  /**
   * The sentences of a finding: on the plan, then what is stated.
   * @param {Finding} finding
   * @param {Plan} plan
   * @param {Record<string, string[]>} said the gateway's sentences
   */
  says(finding, plan, said) {
    const { rule, outcome, scope } = finding;
    const state = stateOf(finding);
    const answer = this.texts.types[rule].answer?.[/** @type {string} */ (outcome)];
    const lines = scope ? this.scope(scope) : [];
    if (answer && !scope) {
      lines.push(this.filled(answer, { plan: this.ofPlan(finding, plan), mend: this.mended(finding, plan) }));
    }
    lines.push(...(said[rule] ?? []).filter(Boolean));
    if (state !== "stated") lines.push(this.say("states", state));
    return lines;
  }

  /**
   * Why a gateway is in its group, in one sentence.
   * @param {Finding} finding
   * @param {Plan} plan
   */
  reason(finding, plan) {
    const { rule, outcome, scope } = finding;
    const state = stateOf(finding);
    const { name, answer } = this.texts.types[rule];
    const own = answer?.[scope ? "yes" : /** @type {string} */ (outcome)];
    if (state === "disagree" || state === "provider") return `${name}: ${this.say("states", state)}`;
    if (!own) return `${name}: ${this.status(finding)}`;
    const sentence = this.filled(own, { plan: this.ofPlan(finding, plan), mend: this.mended(finding, plan) });
    return [sentence, ...(scope ? this.scope(scope) : [])].join(" ");
  }

  /**
   * The place of the statement that is said for the narrowest of the scopes that a finding is about; null for none.
   * @param {Statement[]} statements
   * @param {Finding} finding
   * @param {Plan} plan
   */
  saidBy(statements, { scope }, plan) {
    const country = scope?.country ?? plan.country;
    const buyers = scope?.buyers ?? plan.buyers;
    const places = statements.map((one, place) => {
      const isHeld = (one.in?.includes(`${country}`) ?? true) && (!("buyers" in one) || one.buyers === buyers);
      return [isHeld ? 1 + Number("in" in one) + Number("buyers" in one) : 0, -place];
    });
    const [best] = places.toSorted(([one, place], [other, otherPlace]) => other - one || otherPlace - place);
    return best?.[0] ? Math.abs(best[1]) : null;
  }

  /**
   * The sentence that says what to change; an empty one if nothing can be named.
   * @param {Finding} finding
   * @param {Plan} plan
   */
  mend(finding, plan) {
    const template = this.texts.types[finding.rule].answer?.mend;
    if (finding.outcome !== "change" || !finding.mend || !template) return "";
    return this.filled(template, { mend: this.mended(finding, plan) }) +
      (finding.mend.arithmetic ? ` ${this.tell("arithmetic")}` : "");
  }

  /**
   * @param {Finding} finding
   * @param {Plan} plan
   */
  ofPlan({ rule }, plan) {
    const { input } = this.texts.types[rule];
    const value = plan[/** @type {"country" | "currency" | "interval" | "amount"} */ (input)] ?? null;
    if (value === null) return "";
    if (input === "country") return this.country(/** @type {string} */ (value));
    if (input === "amount") return `${plan.currency} ${this.amount(/** @type {number} */ (value))}`;
    return input === "interval"
      ? this.quantity(/** @type {Quantity} */ (/** @type {unknown} */ (value)), "of")
      : `${value}`;
  }

  /**
   * Returns what to change to: all fields and needs, or one of several values.
   * @param {Finding} finding
   * @param {Plan} plan
   */
  mended({ rule, mend }, { currency }) {
    if (!mend) return "";
    const joint = ["fields", "need"].includes(mend.input) ? "and" : "or";
    const values = mend.values.map((value) => this.mendValue(rule, mend.input, value));
    return this.listed(mend.input === "amount" ? values.map((amount) => `${currency} ${amount}`) : values, joint);
  }

  /**
   * @param {string} rule
   * @param {string} input
   * @param {Mend["values"][number]} value
   */
  mendValue(rule, input, value) {
    if (typeof value === "object") return this.quantity(value, "of");
    if (typeof value === "number") return this.amount(value);
    if (input === "unit") return this.texts.units[value].listed;
    return (input === "fields" ? this.texts.fields[value] : this.texts.types[rule].words?.[value]) ?? value;
  }

  /** @param {NonNullable<Finding["scope"]>} scope */
  scope({ country, buyers, elsewhere }) {
    const lines = country ? [this.tell("if-country", { country: this.country(country) })] : [];
    if (elsewhere.length > 0) {
      const countries = this.listed(elsewhere.map((code) => this.country(code)), "or");
      lines.push(this.tell("if-elsewhere", { countries }));
    }
    return buyers ? [...lines, this.tell(`if-${buyers}`)] : lines;
  }

  /**
   * @param {Plan} plan
   * @returns {[name: string, value: string][]} what a plan says
   */
  plan({ country, currency, payment, interval, start, amount, fields, buyers, account }) {
    /** @param {string} id */
    const label = (id) => this.say("labels", id);
    /** @type {[id: string, value: Value | null][]} */
    const rows = [
      ["country", country && this.country(country)],
      ["currency", currency],
      ["payment", payment && label(payment)],
      ["every", interval],
      ["start", start === null ? null : this.date(start)],
      ["amount", amount && `${currency} ${this.amount(amount)}`],
      ["fields", fields && (fields.length > 0 ? fields : this.tell("no-fields"))],
      ["buyers", buyers && label(buyers)],
      ["account", account && label(account)],
    ];
    return rows.flatMap(([id, value]) => (value ? [[label(id), this.value(value)]] : []));
  }
}
