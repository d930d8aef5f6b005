// A year of charges as sentences and a table, beside calendar months; and what follows a failed payment.

import { element } from "../dom.mjs";
import { effectiveInterval } from "./group.mjs";

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
  const says = [view.say("dates", count === other ? "dates-count" : "dates-differ", { count, other })];
  if (drift) {
    says.push(
      view.say("dates", drift > 0 ? "dates-early" : "dates-late", { days: { count: Math.abs(drift), unit: "day" } }),
    );
  }
  if (paid) {
    const [own, byCalendar] = [money(paid.interval), money(paid.calendar)];
    says.push(
      view.say("dates", own === byCalendar ? "dates-paid" : "dates-paid-more", { paid: own, other: byCalendar }),
    );
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
  const rows = Array.from({ length: count }, (_, index) => {
    const number = element("th", { scope: "row" }, view.number(index + 1));
    const row = element("tr", {}, number, cell(charges[index]), cell(calendar[index]));
    row.hidden = index >= MOST_ROWS;
    return row;
  });
  view.part(".hc-year tbody").replaceChildren(...rows);
  view.part(".hc-year table").className = calendar.length > 0 ? "" : "hc-one-way";
  const more = view.part(".hc-more");
  more.hidden = count <= MOST_ROWS;
  more.onclick = () => {
    more.hidden = true;
    for (const row of rows) row.hidden = false;
    rows[MOST_ROWS].tabIndex = -1;
    rows[MOST_ROWS].focus(); // the button is gone
  };
}

/**
 * @param {View} view
 * @param {TimelineEvent[]} events
 */
function showFailure(view, events) {
  const days = [...new Set(events.map(({ day }) => day))];
  const items = days.map((day) => {
    const codes = events.filter((event) => event.day === day).map(({ code }) => code);
    const says = codes.map((code) => view.say("dates", code));
    if (codes.includes("deadline") && codes.includes("next-charge")) says.push(view.say("dates", "same-day"));
    return element(
      "li",
      { "data-event": codes.join(" ") },
      view.text("b", view.date(day)),
      " ",
      view.text("span", says.join(" ")),
    );
  });
  view.part(".hc-timeline").replaceChildren(...items);
  view.fill(".hc-failure .hc-hint", view.say("dates", "deadline-counted"));
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
  const about = view.say("dates", "dates-of", { date: view.date(charges[0]), interval: view.quantity(interval, "of") });
  view.fill(".hc-year p", interval === plan.interval ? about : `${about} ${view.say("dates", "dates-mended")}`);
  const says = yearSays(view, year, `${plan.currency}`);
  view.part(".hc-year ul").replaceChildren(...says.map((sentence) => view.text("li", sentence)));
  showTable(view, charges, calendar ?? []);
}
