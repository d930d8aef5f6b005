// The whole plan in an address, under readable names; what it says goes through the form, which refuses what it cannot say.

import { readStart } from "./typed.mjs";

const MOST_CHARACTERS = 40;
const CONTROL = /\p{Cc}/u;
export const VALUES = ["gateway", "currency", "payment", "every", "unit", "start", "amount"];

export function toQuery({ fields, ...values }) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ""));
  for (const field of fields) query.append("field", field);
  return query;
}

// { values, fields, ignored }: what an address says of a plan, and the names of values that no reader would have entered.
export function fromQuery(query) {
  const given = VALUES.filter((name) => query.has(name)).map((name) => [name, query.get(name)]);
  const isOdd = ([name, value]) =>
    value.length > MOST_CHARACTERS || CONTROL.test(value) || (name === "start" && typeof readStart(value) === "string");
  const values = Object.fromEntries(given.filter((one) => !isOdd(one)));
  return { values, fields: query.getAll("field"), ignored: given.filter(isOdd).map(([name]) => name) };
}
