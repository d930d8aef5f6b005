// Codes to sentences, in one language. Twin of hooks/helpcenter/messages.py; dates and amounts are the browser's alone.

import { A_DAY } from "./typed.mjs";

export class Speech {
  constructor(texts, language) {
    this.texts = texts;
    this.language = language;
    this.formats = {};
  }

  // A browser takes long to prepare a format: not before it is needed.
  format(kind, options) {
    const key = kind + JSON.stringify(options);
    return (this.formats[key] ??= new Intl[kind](this.language, { numberingSystem: "latn", ...options }));
  }

  say(group, id, values = {}) {
    let sentence = this.texts.messages[group][id];
    for (const [name, value] of Object.entries(values)) sentence = sentence.replaceAll(`{${name}}`, () => value);
    return sentence;
  }

  tell(id, values) {
    return this.say("answer", id, values);
  }

  number(number, options) {
    return this.format("NumberFormat", options).format(number);
  }

  // Thousandths, as an amount is written: 1,00,000 in Hindi, and two decimals or none.
  amount(thousandths) {
    return this.number(thousandths / 1000, { minimumFractionDigits: thousandths % 1000 === 0 ? 0 : 2 });
  }

  date(day) {
    const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
    return this.format("DateTimeFormat", options).format(day * A_DAY);
  }

  quantity({ count, unit }) {
    return this.texts.units[unit].forms[this.format("PluralRules").select(count)].replace(
      "{n}",
      () => this.number(count),
    );
  }

  listed(items, joint) {
    if (items.length === 1) return items[0];
    return this.tell(`listed-${joint}`, { first: items.slice(0, -1).join(", "), last: items.at(-1) });
  }

  fields(ids) {
    return this.listed(ids.map((id) => this.texts.fields[id]), "and");
  }

  finding({ code, values }) {
    const entries = Object.entries(values).map(([name, value]) => [name, this.value(name, value)]);
    return this.say("findings", code, Object.fromEntries(entries));
  }

  rule(rule) {
    return this.say("rules", rule.replaceAll(/[._]/g, "-"));
  }

  value(name, value) {
    if (name === "currencies") return this.listed(value, "or");
    if (name === "fields") return this.fields(value);
    if (name === "units") return this.listed(value.map((unit) => this.texts.units[unit].listed), "or");
    if (name === "interval" || name === "deadline") return this.quantity(value);
    return name === "count" ? this.number(value) : value;
  }

  // What a plan says, as pairs of a name and its value.
  plan({ currency, payment, interval, start, amount, fields }) {
    const label = (id) => this.say("labels", id);
    const rows = [
      ["currency", currency],
      ["payment", label(payment)],
      ["every", interval && this.quantity(interval)],
      ["start", start !== null && this.date(start)],
      ["amount", amount && this.amount(amount)],
      ["fields", fields.length > 0 ? this.fields(fields) : this.tell("no-fields")],
    ];
    return rows.filter(([, value]) => value).map(([id, value]) => [label(id), value]);
  }
}
