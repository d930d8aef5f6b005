// When a subscription is charged, and what follows a failed payment. Twin of hooks/helpcenter/schedule.py, which explains each function.

import { DAYS } from "./rules.mjs";
import { civil, dayNumber } from "./typed.mjs";

const MONTHS = { month: 1, year: 12 };

export function addMonths(day, months) {
  const [year, month, date] = civil(day);
  const index = 12 * year + month - 1 + months;
  const first = (at) => dayNumber(Math.floor(at / 12), (at % 12) + 1, 1);
  return Math.min(first(index) + date - 1, first(index + 1) - 1);
}

export function later(day, { count, unit }, times = 1) {
  return unit in MONTHS ? addMonths(day, count * times * MONTHS[unit]) : day - count * times * DAYS[unit];
}

export function monthsNear({ count, unit }) {
  const days = count * DAYS[unit];
  const months = unit in MONTHS ? count * MONTHS[unit] : Math.floor((24 * days + 365) / 730);
  const isNear = unit in MONTHS || Math.abs(12 * days - 365 * months) <= 30 * months;
  return months >= 1 && months <= 12 && isNear ? months : null;
}

export function chargeDays(start, interval) {
  const end = addMonths(start, 12);
  const days = [];
  for (let day = start; day < end; day = later(start, interval, days.length)) days.push(day);
  return days;
}

export function schedule(start, interval, amount) {
  const days = chargeDays(start, interval);
  const months = monthsNear(interval);
  const byMonths = (count) => ({ count, unit: "month" });
  const calendar = months === null ? null : chargeDays(start, byMonths(months));
  const rounds = Math.floor(12 / months);
  const drift = months === null ? null : later(start, byMonths(rounds * months)) - later(start, interval, rounds);
  const paid = amount && calendar ? { interval: amount * days.length, calendar: amount * calendar.length } : null;
  return { charges: days, calendar, drift, paid };
}

export function timeline(rules, interval, failed) {
  const { notify, cancel_after: deadline } = rules.failure ?? {};
  const scheduled = rules.retries?.scheduled;
  const events = [
    { code: "failed", day: failed },
    { code: notify ? "notified" : notify === undefined ? "notify-open" : "not-notified", day: null },
    { code: scheduled ? "retried" : scheduled === undefined ? "retries-open" : "not-retried", day: null },
  ];
  const charge = { code: "next-charge", day: later(failed, interval) };
  if (deadline === undefined) return [...events, charge, { code: "deadline-open", day: null }];
  const end = { code: "deadline", day: later(failed, deadline) };
  return [...events, ...(charge.day < end.day ? [charge, end] : [end, charge])];
}
