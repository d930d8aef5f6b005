// What people type, read with explicit tables. Twin of hooks/helpcenter/typed.py, which explains each function.
// Its regular expressions name each character: [0-9] is the same everywhere.

import { fold, LOWER, UPPER } from "./fold.mjs";

const MOST_DIGITS = 4;
const MOST_AMOUNT_DIGITS = 9;
export const A_DAY = 86400000;

const INPUTS = ["currency", "payment", "every", "start", "amount", "fields"];
const PAYMENTS = ["one-time", "subscription"];
const UNITS = ["day", "week", "month", "year"];

const GROUPED = /^[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}$/;
const ungroup = (text) => (GROUPED.test(text) ? text.replaceAll(",", "") : text);
const significant = (digits) => digits.replace(/^0+/, "");

export function readCount(text) {
  const digits = ungroup(text);
  if (/^[0-9]+\.[0-9]+$/.test(digits)) return "count-not-whole";
  if (!/^[0-9]+$/.test(digits)) return "count-unreadable";
  const kept = significant(digits);
  if (kept === "") return "count-zero";
  return kept.length <= MOST_DIGITS ? Number(kept) : "count-too-large";
}

export function readInterval(every, unit, words) {
  const [counts, units] = [[], []];
  let isEach = false;
  for (const typed of fold(every).split(" ")) {
    const [, number, word] = /^(?:([0-9.,]+)-?)?([^]*)$/.exec(typed);
    if (number) counts.push(readCount(number));
    if (word === "") continue;
    if (!Object.hasOwn(words, word)) return counts.length > 0 && !number ? "unit-unknown" : "count-unreadable";
    const said = words[word];
    if (said.count) counts.push(said.count);
    if (said.unit) units.push(said.unit);
    isEach ||= !said.count && !said.unit;
  }
  if (counts.length === 0 && isEach && units.length > 0) counts.push(1);
  if (units.length === 0) units.push(unit);
  if (counts.length === 0) return "count-empty";
  if (typeof counts[0] === "string") return counts[0];
  if (counts.length > 1 || units.length > 1) return "count-unreadable";
  if (units[0] === "") return "unit-empty";
  return UNITS.includes(units[0]) ? { count: counts[0], unit: units[0] } : "unit-unknown";
}

export function readAmount(text) {
  const folded = fold(text);
  if (folded === "") return null;
  const [whole, part] = folded.split(/\.(.*)/s);
  if (!/^[0-9]+$/.test(ungroup(whole)) || !/^[0-9]{1,3}$/.test(part ?? "0")) return "amount-unreadable";
  const digits = significant(ungroup(whole));
  if (digits.length > MOST_AMOUNT_DIGITS) return "amount-too-large";
  return Number(digits + (part ?? "").padEnd(3, "0")) || "amount-zero";
}

export function readStart(text) {
  const folded = fold(text);
  if (folded === "") return null;
  const date = folded.split("-").map(Number);
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(folded)) return "start-unreadable";
  const number = dayNumber(...date);
  if (`${civil(number)}` !== `${date}`) return "start-unreadable";
  return date[0] >= 2000 && date[0] <= 2099 ? number : "start-unlikely";
}

// A day by its number since 1970-01-01, in UTC: no clock changes there.
export const dayNumber = (year, month, day) => Date.UTC(year, month - 1, day) / A_DAY;

export function civil(number) {
  const date = new Date(number * A_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export function readCurrency(text, currencies) {
  const folded = fold(text);
  if (folded === "") return "currency-empty";
  const code = Array.from(folded, (letter) => UPPER[LOWER.indexOf(letter)] ?? letter).join("");
  return currencies.includes(code) ? code : "currency-unknown";
}

// A code of what cannot be read: no currency and no kind of payment is written like one.
const isProblem = (value) => typeof value === "string" && value.includes("-") && !PAYMENTS.includes(value);

export function readPlan(form, known) {
  const { payment, start = "", amount = "" } = form;
  const isSubscription = payment === "subscription";
  const plan = {
    currency: readCurrency(form.currency, known.currencies),
    payment: PAYMENTS.includes(payment) ? payment : payment === "" ? "payment-empty" : "payment-unknown",
    interval: isSubscription ? readInterval(form.every, form.unit, known.words) : null,
    start: isSubscription ? readStart(start) : null,
    amount: isSubscription ? readAmount(amount) : null,
    fields: [...form.fields],
  };
  const areKnown = form.fields.every((field) => known.fields.includes(field));
  const read = { ...plan, every: plan.interval, fields: areKnown ? null : "fields-unknown" };
  const problems = INPUTS.filter((name) => isProblem(read[name])).map((name) => ({ input: name, code: read[name] }));
  return { plan: problems.length > 0 ? null : plan, problems };
}
