// The whole plan as a URL's query, with readable names. What a query says is written to the form, which refuses values
// that a reader could not have entered.

import { readStart } from "./typed.mjs";

/** @import { Controls, Entered } from "../types.d.ts" */

const MOST_CHARACTERS = 40;
const CONTROL = /\p{Cc}/u;
/** @type {(keyof Controls)[]} */
export const VALUES = [
  "country",
  "currency",
  "payment",
  "every",
  "unit",
  "start",
  "amount",
  "buyers",
  "account",
];

/** @param {Entered} entered */
export function toQuery({ fields, ...values }) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  for (const field of fields) query.append("field", field);
  return query;
}

/**
 * What a query says of a plan. `ignored` names the values that no reader would have entered.
 * @param {URLSearchParams} query
 * @returns {{ values: Partial<Entered>, fields: string[], ignored: string[] }}
 */
export function fromQuery(query) {
  const given = /** @type {[name: keyof Controls, value: string][]} */ (
    VALUES.filter((name) => query.has(name)).map((name) => [name, query.get(name)])
  );
  /** @param {[name: string, value: string]} entry */
  const isOdd = ([name, value]) =>
    value.length > MOST_CHARACTERS || CONTROL.test(value) || (name === "start" && typeof readStart(value) === "string");
  const values = Object.fromEntries(given.filter((one) => !isOdd(one)));
  if (values.every === "one-time") Object.assign(values, { payment: "one-time", every: "" }); // the home page's short form
  else if (values.every && !values.payment) values.payment = "subscription";
  return { values, fields: query.getAll("field"), ignored: given.filter(isOdd).map(([name]) => name) };
}
