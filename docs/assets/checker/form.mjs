// The plan in the form's controls.

import { enhanceCurrency } from "./currency.mjs";
import { VALUES } from "./query.mjs";
import { readAmount, readInterval } from "./typed.mjs";

/** @import { Controls, Entered, Known, Words } from "../types.d.ts" */
/** @import { View } from "./view.mjs" */

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
function knownTo({ countries, currencies, fields, money, typed, types }) {
  const words = Object.fromEntries(typed.flatMap(([own, meaning]) => own.split(" ").map((word) => [word, meaning])));
  return { countries: countries.match(/../g) ?? [], currencies: Object.keys(currencies), words, money, fields, types };
}

export class PlanForm {
  /**
   * @param {HTMLFormElement} form
   * @param {Words} words
   * @param {View} view
   */
  constructor(form, words, view) {
    this.view = view;
    this.known = knownTo(words);
    this.controls = /** @type {Controls & HTMLFormControlsCollection} */ (form.elements);
    this.boxes = /** @type {HTMLInputElement[]} */ (Array.from(form.querySelectorAll("[name=field]")));
    const list = view.part("#check-currencies");
    this.currency = enhanceCurrency(this.controls.currency, list, view.currencies(words), (count) => {
      view.announce(view.tell(count > 0 ? "matches" : "no-match", { count }));
    });
    const { amount, country } = this.controls;
    for (const [code, name] of view.countries(this.known.countries)) country.add(new Option(name, code));
    form.addEventListener("input", () => this.showInputs());
    form.addEventListener(
      "click",
      ({ target }) => this.chooseInterval(/** @type {HTMLElement} */ (target).dataset.unit),
    );
    amount.addEventListener("change", () => this.takeCurrency());
    this.showInputs();
  }

  /** @returns {Entered} */
  read() {
    const { controls } = this;
    const values = Object.fromEntries(VALUES.map((name) => [name, controls[name]?.value ?? ""]));
    const fields = this.boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const start = controls.start?.validity.badInput ? "?" : values.start; // a date that is half filled in has an empty value
    return /** @type {Entered} */ ({ ...values, currency: this.currency.read(), start, fields });
  }

  /**
   * @param {Partial<Entered> & { fields: string[] }} entered
   * @returns {string[]} what the form refuses
   */
  write({ fields, currency = "", ...values }) {
    this.currency.write(currency);
    for (const box of this.boxes) box.checked = fields.includes(box.value);
    const names = /** @type {(keyof typeof values)[]} */ (Object.keys(values));
    const own = names.filter((name) => name in this.controls); // the finder asks for no start
    return own.filter((name) => refuses(this.controls[name], /** @type {string} */ (values[name])));
  }

  interval() {
    return readInterval(this.controls.every.value, this.controls.unit.value, this.known.words);
  }

  /** Hides what a one-time payment does not have, and says how interval and amount are understood. */
  showInputs() {
    const { payment, amount } = this.controls;
    /** @type {NodeListOf<HTMLElement>} */
    const parts = this.view.root.querySelectorAll(".hc-of-subscription");
    for (const part of parts) part.hidden = payment.value !== "subscription";
    const interval = this.interval();
    this.view.understand("every", typeof interval === "string" ? "" : this.view.quantity(interval));
    const [thousandths, codes] = readAmount(amount.value, this.known);
    const code = this.currency.read();
    const own = codes.includes(code) ? code : codes[0];
    const isRead = own && typeof thousandths === "number";
    this.view.understand("amount", isRead ? `${own} ${this.view.amount(thousandths)}` : "");
  }

  /** What a link says in the words of another language is shown as a number and a unit of this one. */
  showAsNumber() {
    const interval = this.interval();
    if (typeof interval !== "string") this.write({ ...this.read(), every: `${interval.count}`, unit: interval.unit });
  }

  /** @param {string | undefined} unit of a button for an interval */
  chooseInterval(unit) {
    if (unit === undefined) return;
    this.write({ ...this.read(), every: "1", unit });
    this.controls.unit.dispatchEvent(new Event("input", { bubbles: true }));
    this.controls.unit.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** The currency beside the amount is the plan's, if that has none yet. */
  takeCurrency() {
    const [, [code]] = readAmount(this.controls.amount.value, this.known);
    if (code && this.currency.read() === "") this.currency.write(code);
  }
}
