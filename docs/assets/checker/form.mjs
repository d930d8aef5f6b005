// The plan in the form's controls.

import { enhanceCurrency } from "./currency.mjs";
import { VALUES } from "./query.mjs";
import { readInterval } from "./typed.mjs";

/** @import { Controls, Entered, Known, Words } from "../types.d.ts" */
/** @import { View } from "./view.mjs" */

/** @typedef {ReturnType<typeof planForm>} PlanForm */

/**
 * Sets a control. Where it cannot hold the value, it keeps its own, and the result is true.
 * @param {Controls[keyof Controls]} control
 * @param {string} value
 */
function refuses(control, value) {
  const before = control.value;
  control.value = value;
  if (control.value === value) return false;
  control.value = before;
  return true;
}

/**
 * @param {Words} words
 * @returns {Known}
 */
function knownTo({ currencies, fields, typed, types }) {
  return { countries: [], currencies: Object.keys(currencies), words: typed, fields, types };
}

/**
 * @param {HTMLFormElement} form
 * @param {Words} words
 * @param {View} view
 */
export function planForm(form, words, view) {
  const controls = /** @type {Controls & HTMLFormControlsCollection} */ (form.elements);
  const boxes = /** @type {HTMLInputElement[]} */ (Array.from(form.querySelectorAll("[name=field]")));
  const combobox = /** @type {HTMLElement} */ (form.querySelector(".hc-combobox"));
  const currency = enhanceCurrency(controls.currency, combobox, words.currencies, (count) => {
    view.announce(view.tell(count > 0 ? "matches" : "no-match", { count }));
  });
  const known = knownTo(words);

  function read() {
    const values = Object.fromEntries(VALUES.map((name) => [name, controls[name].value]));
    const fields = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const start = controls.start.validity.badInput ? "?" : values.start; // a date that is half filled in has an empty value
    return /** @type {Entered} */ ({ ...values, currency: currency.read(), start, fields });
  }

  /** @param {Partial<Entered> & { fields: string[] }} entered */
  function write({ fields, currency: typed = "", ...values }) {
    currency.write(typed);
    for (const box of boxes) box.checked = fields.includes(box.value);
    const names = /** @type {(keyof typeof values)[]} */ (Object.keys(values));
    return names.filter((name) => refuses(controls[name], /** @type {string} */ (values[name]))); // what the form refuses
  }

  // Says how the interval is understood, and hides what a one-time payment does not have.
  function showInterval() {
    /** @type {NodeListOf<HTMLElement>} */
    const parts = form.querySelectorAll(".hc-of-subscription");
    for (const part of parts) part.hidden = controls.payment.value === "one-time";
    const interval = readInterval(controls.every.value, controls.unit.value, known.words);
    const text = typeof interval === "string" ? "" : view.tell("understood", { interval });
    const output = /** @type {HTMLElement} */ (form.querySelector("output"));
    if (output.textContent !== text) output.textContent = text; // a screen reader says each change
  }

  form.addEventListener("input", showInterval);
  showInterval();
  return { controls, known, read, showInterval, write };
}
