// The whole plan in an address, under readable names; what an address says goes through the form, which refuses what it cannot say.

import { readStart } from "./typed.mjs";

const MOST_CHARACTERS = 40;
const TEXTS = ["currency", "every", "start", "amount"];
const CHOICES = ["gateway", "payment", "unit"];
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

export function toQuery({ fields, ...values }) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ""));
  for (const field of fields) query.append("field", field);
  return query;
}

// { values, fields, ignored }: what an address says of a plan, and the names of texts that no reader would have typed.
export function fromQuery(query) {
  const given = [...TEXTS, ...CHOICES].filter((name) => query.has(name));
  const isOdd = (name) => {
    const value = query.get(name);
    return value.length > MOST_CHARACTERS || CONTROL.test(value) || (name === "start" && typeof readStart(value) === "string");
  };
  const values = given.filter((name) => !isOdd(name)).map((name) => [name, query.get(name)]);
  return { values: Object.fromEntries(values), fields: query.getAll("field"), ignored: given.filter(isOdd) };
}
