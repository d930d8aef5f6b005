// Codes to sentences, in one language. Twin of hooks/helpcenter/pages/speech.py; dates and amounts are the browser's alone.

import { A_DAY } from "./typed.mjs";

/** @import { Coded, Plan, Quantity, Texts } from "../types.d.ts" */

/** @typedef {string | number | Quantity | string[]} Value what is put into a sentence: a list by its ids or codes */
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
   * @template {"DateTimeFormat" | "NumberFormat" | "PluralRules"} Kind
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
   * @param {string} group
   * @param {string} id
   * @param {Record<string, Value>} [values]
   */
  say(group, id, values = {}) {
    let sentence = this.texts.messages[group][id];
    for (const [name, value] of Object.entries(values)) {
      sentence = sentence.replaceAll(`{${name}}`, () => this.value(name, value));
    }
    return sentence;
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
    const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
    return this.format("DateTimeFormat", options).format(day * A_DAY);
  }

  /** @param {Quantity} quantity */
  quantity({ count, unit }) {
    const form = this.texts.units[unit].forms[this.format("PluralRules").select(count)];
    return form.replace("{n}", this.number(count));
  }

  /**
   * @param {string[]} items
   * @param {"and" | "or"} joint
   */
  listed(items, joint) {
    if (items.length === 1) return items[0];
    return this.tell(`listed-${joint}`, {
      first: items.slice(0, -1).join(", "),
      last: /** @type {string} */ (items.at(-1)),
    });
  }

  /**
   * @param {string} name
   * @param {Value} value
   * @returns {string}
   */
  value(name, value) {
    if (typeof value === "string") return value;
    if (typeof value === "number") return this.number(value);
    if (!Array.isArray(value)) return this.quantity(value);
    const { fields, units } = this.texts;
    if (name === "fields") return this.listed(value.map((id) => fields[id]), "and");
    return this.listed(name === "units" ? value.map((unit) => units[unit].listed) : value, "or");
  }

  /** @param {Coded} coded */
  finding({ code, values }) {
    return this.say("findings", code, values);
  }

  /** @param {string} rule */
  rule(rule) {
    return this.say("rules", rule.replaceAll(/[._]/g, "-"));
  }

  /**
   * @param {Plan} plan
   * @returns {[name: string, value: string][]} what a plan says
   */
  plan({ currency, payment, interval, start, amount, fields }) {
    /** @param {string} id */
    const label = (id) => this.say("labels", id);
    /** @type {[id: string, value: Value | null][]} */
    const rows = [
      ["currency", currency],
      ["payment", label(payment)],
      ["every", interval],
      ["start", start === null ? null : this.date(start)],
      ["amount", amount && this.amount(amount)],
      ["fields", fields.length > 0 ? fields : this.tell("no-fields")],
    ];
    return rows.flatMap(([id, value]) => (value ? [[label(id), this.value(id, value)]] : []));
  }
}
