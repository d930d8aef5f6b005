// A year of charges as words, table and picture, beside calendar months; and what follows a failed payment.

import { element } from "../dom.mjs";
import { effectiveInterval } from "./rules.mjs";
import { chargeDays } from "./schedule.mjs";

const MOST_ROWS = 14;

function yearSays(speech, { charges, calendar, drift, paid }, currency) {
  const say = (id, values) => speech.tell(`dates-${id}`, values);
  const [count, other] = [charges, calendar ?? charges].map(({ length }) => speech.number(length));
  const money = (amount) => `${currency} ${speech.amount(amount)}`;
  const says = [say(count === other ? "count" : "differ", { count, other })];
  if (drift) {
    const days = speech.quantity({ count: Math.abs(drift), unit: "day" });
    says.push(say(drift > 0 ? "early" : "late", { days }));
  }
  if (paid) {
    const difference = money(paid.interval - paid.calendar);
    says.push(say("paid", { paid: money(paid.interval), other: money(paid.calendar), difference }));
  }
  return says;
}

function showYear(view, part, year, { currency, interval: planned }, interval) {
  const { speech } = view;
  const [charges, calendar] = [year.charges, year.calendar ?? []];
  const [start] = charges;
  const says = yearSays(speech, year, currency);
  const about = speech.tell("dates-of", { date: speech.date(start), interval: speech.quantity(interval) });
  view.fill(part.querySelector("p"), interval === planned ? about : `${about} ${speech.tell("dates-mended")}`);
  part.querySelector("ul").replaceChildren(...says.map((sentence) => view.text("li", sentence)));

  const count = Math.max(charges.length, calendar.length);
  const cell = (day) => view.text("td", day === undefined ? "–" : speech.date(day));
  const row = (_, index) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, speech.number(index + 1)),
      cell(charges[index]),
      cell(calendar[index]),
    );
  part.querySelector("tbody").replaceChildren(...Array.from({ length: Math.min(count, MOST_ROWS) }, row));
  part.querySelector("table").className = year.calendar ? "" : "hc-one-way";
  const more = count > MOST_ROWS ? speech.tell("dates-more", { count: speech.number(count - MOST_ROWS) }) : "";
  view.fill(part.querySelector(".hc-more"), more);

  // The year from left to right: its months, charges above, and below what calendar months would bring.
  const months = chargeDays(start, { count: 1, unit: "month" });
  const draw = (kind, days, line) =>
    part.querySelector(`.hc-strip-${kind}`).setAttribute(
      "d",
      days.map((day) => `M${day - start + 4} ${line}`).join(""),
    );
  draw("months", months, "4v36");
  draw("charges", charges, "6v14");
  draw("calendar", calendar, "24v14");
  part.querySelector("svg").setAttribute("aria-label", speech.tell("strip", { says: says[0] }));
}

function showFailure(view, part, events, rules) {
  const { speech } = view;
  const [charge, deadline] = ["next-charge", "deadline"].map((code) => events.find((one) => one.code === code)?.day);
  const item = ({ code, day }) => {
    const sentence = view.text("span", speech.tell(code, { count: speech.number(rules.retries?.scheduled ?? 0) }));
    return element(
      "li",
      { "data-event": code },
      ...(day === null ? [] : [view.text("b", speech.date(day)), " "]),
      sentence,
    );
  };
  part.querySelector("ol").replaceChildren(...events.map(item));
  const same = charge === deadline ? speech.tell("same-day", { date: speech.date(charge) }) : "";
  view.fill(part.querySelector(".hc-same-day"), same);
  view.fill(part.querySelector(".hc-hint"), deadline ? speech.tell("deadline-counted") : "");
}

export function showDates(view, { plan, findings, year, after, gateway }) {
  const parts = [".hc-year", ".hc-failure"].map((selector) => view.part(selector));
  for (const part of parts) part.hidden = year === null;
  if (year === null) return;
  showYear(view, parts[0], year, plan, effectiveInterval(plan, findings));
  showFailure(view, parts[1], after, gateway.rules);
}
