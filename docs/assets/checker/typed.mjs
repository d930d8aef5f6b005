// What people type, read with explicit tables. Twin of hooks/helpcenter/engine/typed.py, which explains each function.
// Regular expressions name each character: \d and \s do not match the same in Python. A reader returns a value or a code.

import { fold } from "./fold.mjs";
import { ACCOUNTS, BUYERS, MOST_DIGITS, UNITS } from "./inputs.mjs";

/** @import { Form, Known, Plan, Problem, Quantity } from "../types.d.ts" */

const MOST_AMOUNT_DIGITS = 9;
export const A_DAY = 86400000;

const INPUTS = ["country", "buyers", "account", "currency", "payment", "every", "start", "amount", "fields"];
const PAYMENTS = ["one-time", "subscription"];

const NUMBER = /^[0-9]+$/;
const GROUPED = /^[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}$/;
/** @param {string} text */
const ungroup = (text) => (GROUPED.test(text) ? text.replaceAll(",", "") : text);
/** @param {string} digits */
const significant = (digits) => digits.replace(/^0+/, "");

/** @param {string} text */
function readCount(text) {
  const digits = ungroup(text);
  if (/^[0-9]+\.[0-9]+$/.test(digits)) return "count-not-whole";
  if (!NUMBER.test(digits)) return "count-unreadable";
  const kept = significant(digits);
  if (kept === "") return "count-zero";
  return kept.length <= MOST_DIGITS ? Number(kept) : "count-too-large";
}

/**
 * A unit typed beside the number wins over the chosen one.
 * @param {string} every
 * @param {string} unit
 * @param {Known["words"]} words
 * @returns {Quantity | string}
 */
export function readInterval(every, unit, words) {
  /** @type {(number | string)[]} */
  const counts = [];
  const units = [];
  let isEach = false;
  for (const typed of fold(every).split(" ")) {
    const [, number, word] = /** @type {RegExpExecArray} */ (/^(?:([0-9.,]+)-?)?([^]*)$/.exec(typed));
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
  return UNITS.includes(units[0]) ? /** @type {Quantity} */ ({ count: counts[0], unit: units[0] }) : "unit-unknown";
}

/** @param {string} text */
function readNumber(text) {
  const [whole, part] = text.split(/\.(.*)/s);
  if (!NUMBER.test(ungroup(whole)) || !/^[0-9]{1,3}$/.test(part ?? "0")) return "amount-unreadable";
  const digits = significant(ungroup(whole));
  if (digits.length > MOST_AMOUNT_DIGITS) return "amount-too-large";
  return Number(digits + (part ?? "").padEnd(3, "0")) || "amount-zero";
}

/**
 * @param {string} word
 * @param {Known} known
 */
function moneyOf(word, { currencies, money }) {
  return Object.hasOwn(money, word) ? money[word] : currencies.filter((code) => code.toLowerCase() === word);
}

/**
 * @param {string} text
 * @param {Known} known
 * @returns {[amount: number | string | null, codes: string[]]} thousandths, and what the currency beside them may be
 */
export function readAmount(text, known) {
  const folded = fold(text);
  const [, before, number, after] = /^([^0-9]*)([0-9]|[0-9].*[0-9])([^0-9]*)$/s.exec(folded) ?? [];
  if (number === undefined) return [folded === "" ? null : "amount-unreadable", []];
  const sides = [before.replace(/ $/, ""), after.replace(/^ /, "")].filter(Boolean);
  const named = sides.map((side) => moneyOf(side, known));
  const mayBe = named.length > 0 ? named[0].filter((code) => named.at(-1)?.includes(code)) : [];
  return [named.length > 0 && mayBe.length === 0 ? "amount-unreadable" : readNumber(number), mayBe];
}

/**
 * @param {string} text
 * @returns {number | string | null} the number of the day that "2026-11-24" says
 */
export function readStart(text) {
  const folded = fold(text);
  if (folded === "") return null;
  const [year, month, day] = folded.split("-").map(Number);
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(folded)) return "start-unreadable";
  const number = dayNumber(year, month, day);
  if (`${civil(number)}` !== `${[year, month, day]}`) return "start-unreadable";
  return year >= 2000 && year <= 2099 ? number : "start-unlikely";
}

/**
 * A day by its number since 1970-01-01, in UTC, where clocks do not change.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
export const dayNumber = (year, month, day) => Date.UTC(year, month - 1, day) / A_DAY;

/**
 * @param {number} number
 * @returns {[year: number, month: number, day: number]}
 */
export function civil(number) {
  const date = new Date(number * A_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/**
 * @param {string} text
 * @param {string[]} currencies
 */
function readCurrency(text, currencies) {
  const folded = fold(text);
  if (folded === "") return "currency-empty";
  return currencies.find((code) => code.toLowerCase() === folded) ?? "currency-unknown";
}

/**
 * Whether a value is the code of a problem: no other value of a plan is written like one.
 * @param {unknown} value
 */
const isProblem = (value) => typeof value === "string" && value.includes("-") && !PAYMENTS.includes(value);

/**
 * What was chosen; null where nothing was.
 * @param {string} text
 * @param {string[]} known
 * @param {string} code
 */
const chosenFrom = (text, known, code) => text === "" ? null : known.includes(text) ? text : code;

/**
 * @param {string} text
 * @param {boolean} isOpen
 */
function readPayment(text, isOpen) {
  if (PAYMENTS.includes(text)) return text;
  return text ? "payment-unknown" : isOpen ? null : "payment-empty";
}

/**
 * @param {Form} form
 * @param {Known} known
 * @param {boolean} [isOpen] whether everything may be left out; what is left out is null, and nothing is asked about it
 * @returns {{ plan: Plan | null, problems: Problem[] }}
 */
export function readPlan(form, known, isOpen = false) {
  const { country = "", buyers = "", account = "", start = "", amount = "" } = form;
  const isTimed = !isOpen || form.every + form.unit !== "";
  const payment = form.payment || (isOpen && isTimed ? "subscription" : "");
  const isSubscription = payment === "subscription";
  const [thousandths, named] = readAmount(amount, known);
  const code = readCurrency(form.currency, known.currencies);
  const isOther = named.length > 0 && known.currencies.includes(code) && !named.includes(code);
  const plan = {
    country: chosenFrom(country, known.countries, "country-unknown"),
    buyers: chosenFrom(buyers, BUYERS, "buyers-unknown"),
    account: chosenFrom(account, ACCOUNTS, "account-unknown"),
    currency: code !== "currency-empty" ? code : named[0] ?? (isOpen ? null : code),
    payment: readPayment(payment, isOpen),
    interval: isSubscription && isTimed ? readInterval(form.every, form.unit, known.words) : null,
    start: isSubscription ? readStart(start) : null,
    amount: isOther ? "amount-other-currency" : thousandths,
    fields: isOpen && form.fields.length === 0 ? null : [...form.fields],
  };
  const areKnown = form.fields.every((field) => known.fields.includes(field));
  /** @type {Record<string, unknown>} */
  const read = { ...plan, every: plan.interval, fields: areKnown ? null : "fields-unknown" };
  const problems = /** @type {Problem[]} */ (
    INPUTS.map((input) => ({ input, code: read[input] })).filter(({ code }) => isProblem(code))
  );
  return { plan: problems.length > 0 ? null : /** @type {Plan} */ (plan), problems };
}
