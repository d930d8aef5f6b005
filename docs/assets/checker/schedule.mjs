// When a subscription is charged, and what follows a failed payment. Twin of hooks/helpcenter/engine/schedule.py, which explains
// each function. A day is its number: see `dayNumber`.

import { DAYS } from "./judge.mjs";
import { civil, dayNumber } from "./typed.mjs";

/** @import { Quantity, TimelineEvent, Year } from "../types.d.ts" */

/** @type {Record<string, number>} */
const MONTHS = { month: 1, year: 12 };

/**
 * The same day so many months later, or the last day of a month that is too short for it.
 * @param {number} day
 * @param {number} months
 */
function addMonths(day, months) {
  const [year, month, date] = civil(day);
  const index = 12 * year + month - 1 + months;
  /** @param {number} at */
  const first = (at) => dayNumber(Math.floor(at / 12), (at % 12) + 1, 1);
  return Math.min(first(index) + date - 1, first(index + 1) - 1);
}

/**
 * @param {number} day
 * @param {Quantity} quantity
 */
function later(day, { count, unit }, times = 1) {
  return unit in MONTHS ? addMonths(day, count * times * MONTHS[unit]) : day + count * times * DAYS[unit];
}

/**
 * The calendar months, 12 at most, that an interval comes near to: 30 days to 1; null for 7 or 45 days.
 * @param {Quantity} interval
 */
function monthsNear({ count, unit }) {
  const days = count * DAYS[unit];
  const months = unit in MONTHS ? count * MONTHS[unit] : Math.floor((24 * days + 365) / 730);
  const isNear = unit in MONTHS || Math.abs(12 * days - 365 * months) <= 30 * months;
  return months >= 1 && months <= 12 && isNear ? months : null;
}

/**
 * The days of all charges of the 12 months from `start` on, the first one included.
 * @param {number} start
 * @param {Quantity} interval
 */
export function chargeDays(start, interval) {
  const end = addMonths(start, 12);
  const days = [];
  for (let day = start; day < end; day = later(start, interval, days.length)) days.push(day);
  return days;
}

/**
 * @param {number} start
 * @param {Quantity} interval
 * @param {number | null} amount
 * @returns {Year}
 */
export function schedule(start, interval, amount) {
  const charges = chargeDays(start, interval);
  const months = monthsNear(interval);
  if (months === null) return { charges, calendar: null, drift: null, paid: null };
  /** @type {Quantity} */
  const byMonths = { count: months, unit: "month" };
  const calendar = chargeDays(start, byMonths);
  const rounds = Math.floor(12 / months);
  const drift = later(start, byMonths, rounds) - later(start, interval, rounds);
  const paid = amount ? { interval: amount * charges.length, calendar: amount * calendar.length } : null;
  return { charges, calendar, drift, paid };
}

/**
 * @param {Quantity} interval
 * @param {number} failed the day of the payment that failed
 * @param {Quantity} deadline
 * @param {{ count: number | null; spacing: Quantity | null }} retries
 * @returns {TimelineEvent[]}
 */
export function timeline(interval, failed, deadline, { count, spacing }) {
  const events = [{ code: "failed", day: failed }];
  for (let number = 1; spacing && number <= (count ?? 0); number += 1) {
    events.push({ code: "retry", day: later(failed, spacing, number) });
  }
  events.push({ code: "deadline", day: later(failed, deadline) }, {
    code: "next-charge",
    day: later(failed, interval),
  });
  return events.sort((one, other) => one.day - other.day);
}
