// A year of charges as sentences, table and picture, beside calendar months; and what follows a failed payment.

import { element } from "../dom.mjs";
import { effectiveInterval } from "./group.mjs";
import { chargeDays } from "./schedule.mjs";

/** @import { Quantity, Shown, TimelineEvent, Year } from "../types.d.ts" */
/** @import { View } from "./view.mjs" */

const MOST_ROWS = 14;

/**
 * @param {View} view
 * @param {Year} year
 * @param {string} currency
 */
function yearSays(view, { charges, calendar, drift, paid }, currency) {
  const count = charges.length;
  const other = (calendar ?? charges).length;
  /** @param {number} amount */
  const money = (amount) => `${currency} ${view.amount(amount)}`;
  const says = [view.tell(count === other ? "dates-count" : "dates-differ", { count, other })];
  if (drift) {
    says.push(view.tell(drift > 0 ? "dates-early" : "dates-late", { days: { count: Math.abs(drift), unit: "day" } }));
  }
  if (paid) {
    const difference = money(paid.interval - paid.calendar);
    says.push(view.tell("dates-paid", { paid: money(paid.interval), other: money(paid.calendar), difference }));
  }
  return says;
}

/**
 * @param {View} view
 * @param {number[]} charges
 * @param {number[]} calendar
 */
function showTable(view, charges, calendar) {
  const count = Math.max(charges.length, calendar.length);
  /** @param {number | undefined} day */
  const cell = (day) => view.text("td", day === undefined ? "–" : view.date(day));
  const rows = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, index) => {
    const number = element("th", { scope: "row" }, view.number(index + 1));
    return element("tr", {}, number, cell(charges[index]), cell(calendar[index]));
  });
  view.part(".hc-year tbody").replaceChildren(...rows);
  view.part(".hc-year table").className = calendar.length > 0 ? "" : "hc-one-way";
  const more = count > MOST_ROWS ? view.tell("dates-more", { count: count - MOST_ROWS }) : "";
  view.fill(".hc-more", more);
}

/**
 * The year from left to right: its months, the charges above them, and the charges by calendar months below.
 * @param {View} view
 * @param {number[]} charges
 * @param {number[]} calendar
 * @param {string} label
 */
function drawStrip(view, charges, calendar, label) {
  const [start] = charges;
  /** @type {[kind: string, line: string, days: number[]][]} */
  const rows = [
    ["months", "4v36", chargeDays(start, { count: 1, unit: "month" })],
    ["charges", "6v14", charges],
    ["calendar", "24v14", calendar],
  ];
  for (const [kind, line, days] of rows) {
    const path = days.map((day) => `M${day - start + 4} ${line}`).join("");
    view.part(`.hc-strip-${kind}`).setAttribute("d", path);
  }
  view.part(".hc-strip").setAttribute("aria-label", label);
}

/**
 * @param {View} view
 * @param {TimelineEvent[]} events
 */
function showFailure(view, events) {
  const items = events.map(({ code, day }) =>
    element("li", { "data-event": code }, view.text("b", view.date(day)), " ", view.text("span", view.tell(code)))
  );
  view.part(".hc-timeline").replaceChildren(...items);
  const days = Object.fromEntries(events.map(({ code, day }) => [code, day]));
  const isSame = days.deadline === days["next-charge"];
  view.fill(".hc-same-day", isSame ? view.tell("same-day", { date: view.date(days.deadline) }) : "");
  view.fill(".hc-failure .hc-hint", view.tell("deadline-counted"));
}

/**
 * @param {View} view
 * @param {Shown} shown
 */
export function showDates(view, { plan, findings, year, after }) {
  view.part(".hc-year").hidden = year === null;
  view.part(".hc-failure").hidden = after === null;
  if (after) showFailure(view, after);
  if (year === null) return;
  const { charges, calendar } = year;
  const interval = /** @type {Quantity} */ (effectiveInterval(plan, findings)); // without one there is no year
  const about = view.tell("dates-of", { date: view.date(charges[0]), interval });
  view.fill(".hc-year p", interval === plan.interval ? about : `${about} ${view.tell("dates-mended")}`);
  const says = yearSays(view, year, plan.currency);
  view.part(".hc-year ul").replaceChildren(...says.map((sentence) => view.text("li", sentence)));
  showTable(view, charges, calendar ?? []);
  drawStrip(view, charges, calendar ?? [], view.tell("strip", { says: says[0] }));
}
