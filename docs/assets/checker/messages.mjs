// Codes to sentences, in one language. Twin of hooks/helpcenter/messages.py.

export class Speech {
  constructor({ language, messages, units, fields }) {
    this.messages = messages;
    this.unitWords = units;
    this.fieldNames = fields;
    this.language = language;
  }

  // A browser takes long to prepare these two: not before they are needed.
  get plural() {
    return (this.pluralRules ??= new Intl.PluralRules(this.language));
  }

  get numbers() {
    return (this.numberFormat ??= new Intl.NumberFormat(this.language, { numberingSystem: "latn" }));
  }

  say(group, id, values = {}) {
    let sentence = this.messages[group][id];
    for (const [name, value] of Object.entries(values)) sentence = sentence.replaceAll(`{${name}}`, () => value);
    return sentence;
  }

  number(number) {
    return this.numbers.format(number);
  }

  quantity({ count, unit }) {
    return this.unitWords[unit].forms[this.plural.select(count)].replace("{n}", () => this.number(count));
  }

  listed(items, joint) {
    if (items.length === 1) return items[0];
    return this.say("checker", `listed-${joint}`, { first: items.slice(0, -1).join(", "), last: items.at(-1) });
  }

  finding({ code, values }) {
    const entries = Object.entries(values).map(([name, value]) => [name, this.value(name, value)]);
    return this.say("findings", code, Object.fromEntries(entries));
  }

  value(name, value) {
    switch (name) {
      case "currencies":
        return this.listed(value, "or");
      case "fields":
        return this.listed(value.map((field) => this.fieldNames[field]), "and");
      case "units":
        return this.listed(value.map((unit) => this.unitWords[unit].listed), "or");
      case "interval":
      case "deadline":
        return this.quantity(value);
      case "count":
        return this.number(value);
      default:
        return value;
    }
  }
}
