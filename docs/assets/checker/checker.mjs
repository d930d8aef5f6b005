// The checker: from what is typed to the answer. Nothing is sent anywhere; where the plan is kept is the caller's matter.

import { fromQuery, toQuery, VALUES } from "./address.mjs";
import { answer } from "./answer.mjs";
import { enhanceCurrency } from "./currency.mjs";
import { Speech } from "./messages.mjs";
import { enhanceShare } from "./share.mjs";
import { dayNumber, readInterval } from "./typed.mjs";
import { View } from "./view.mjs";
import { showDates } from "./year.mjs";

function today() {
  const now = new Date(); // the reader's day, not Greenwich's
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

// `root` holds the form as the server renders it, `gateways` their rules, `words` all that is read and said. `address` has
// the query to start with, keeps one, gives the link to a plan, and knows whether the page around is ours.
export function enhanceChecker(root, gateways, words, language, address) {
  const form = root.querySelector("form");
  const controls = form.elements;
  const boxes = Array.from(form.querySelectorAll("[name=field]"));
  const speech = new Speech(words.texts[language], language);
  const view = new View(root, speech, words.marksLatin, address.ownsPage);
  const currency = enhanceCurrency(
    controls.currency,
    root.querySelector(".hc-combobox"),
    words.currencies,
    (count) => view.announce(speech.tell(count > 0 ? "matches" : "no-match", { count: speech.number(count) })),
  );
  const known = { currencies: currency.codes, words: words.typed, fields: words.fields };
  let shown = null;

  function read() {
    const state = Object.fromEntries(VALUES.map((name) => [name, controls[name]?.value]));
    const fields = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const start = controls.start.validity.badInput ? "?" : state.start; // half a date has no value of its own
    return { ...state, currency: currency.read(), start, fields };
  }

  // Returns the names of what the form cannot say.
  function write({ fields, currency: typed = "", ...values }) {
    currency.write(typed);
    for (const box of boxes) box.checked = fields.includes(box.value);
    const refused = Object.keys(values).filter((name) => {
      const before = controls[name].value;
      controls[name].value = values[name];
      const isRefused = controls[name].value !== values[name];
      if (isRefused) controls[name].value = before;
      return isRefused;
    });
    return fields.every((field) => words.fields.includes(field)) ? refused : [...refused, "fields"];
  }

  function showInterval() {
    for (const part of root.querySelectorAll(".hc-of-subscription")) {
      part.hidden = controls.payment.value === "one-time";
    }
    const interval = readInterval(controls.every.value, controls.unit.value, words.typed);
    const text = typeof interval === "string" ? "" : speech.tell("understood", { interval: speech.quantity(interval) });
    if (root.querySelector("output").textContent !== text) root.querySelector("output").textContent = text;
  }

  // `isTold` says of problems whether the reader is told of them.
  function check(isTold = () => false) {
    const state = read();
    const gateway = gateways[state.gateway];
    const said = answer(gateway.rules, state, known, today());
    const tells = isTold(said.problems);
    showInterval();
    address.keep(toQuery(state));
    view.showProblems(tells ? said.problems : []);
    if (said.plan === null) {
      view.answer.dataset.stale = ""; // unseen, but its room stays: nothing moves below a finger that is on its way
      view.answer.hidden ||= tells;
      return;
    }
    shown = { ...said, gateway };
    view.showAnswer(shown, mends);
    showDates(view, shown);
  }

  // The buttons for a mend: their words, and how they change the plan.
  function mends({ values: { currencies, fields, units, interval } }) {
    const set = (
      id,
      named,
      values,
      focused = view.summary,
    ) => [speech.tell(`apply-${id}`, named), () => apply(values, focused)];
    if (currencies) return currencies.map((one) => set("currency", { currency: one }, { currency: one, amount: "" }));
    if (fields) return [set("fields", { fields: speech.fields(fields) }, { fields: [...read().fields, ...fields] })];
    if (interval) {
      const { count, unit } = interval;
      return [set("interval", { interval: speech.quantity(interval) }, { every: `${count}`, unit })];
    }
    return units.map((unit) =>
      set("unit", { units: speech.value("units", [unit]) }, { every: "", unit }, controls.every)
    );
  }

  function apply(values, focused) {
    write({ ...read(), ...values });
    check();
    focused.focus();
    view.announce(speech.tell("applied"));
  }

  function start(query) {
    const { values, fields, ignored } = fromQuery(query);
    const refused = [...ignored, ...write({ ...values, fields })];
    const names = refused.map((name) => speech.say("labels", name === "unit" ? "every" : name));
    view.fill(view.part(".hc-ignored"), refused.length > 0 ? speech.tell("ignored", { names: names.join(", ") }) : "");
    // Half a plan is a draft, as the language switch leaves it: what is empty is no error before the reader asks.
    check((problems) => problems.some(({ code }) => !code.endsWith("-empty")));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check(() => true);
    if (!view.answer.hidden) view.summary.focus();
  });
  form.addEventListener("input", showInterval);
  // An answer never stands beside a plan that it is not about.
  form.addEventListener("change", () => (view.answer.hidden ? address.keep(toQuery(read())) : check()));

  enhanceShare(view, words.texts, () => shown, () => address.link(toQuery(read()), shown.gateway));
  if ([...VALUES, "field"].some((name) => address.query.has(name))) start(address.query);
  showInterval();
  root.dataset.ready = "";
}
