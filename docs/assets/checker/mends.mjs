// What a reader can do about a finding: the words of each button, and what it changes in the form.

/** @import { Entered, Mend, Plan, Quantity, Unit } from "../types.d.ts" */
/** @import { Speech } from "./messages.mjs" */

/**
 * @param {Mend} mend
 * @param {Plan} plan
 * @param {Speech} speech
 * @returns {[words: string, change: Partial<Entered>][]}
 */
export function mendChoices({ input, values }, plan, speech) {
  const names = /** @type {string[]} */ (values);
  /** @type {Record<string, () => [string, Partial<Entered>][]>} */
  const choices = {
    currency: () => names.map((currency) => [speech.tell("apply-currency", { currency }), { currency, amount: "" }]),
    fields: () => [[speech.tell("apply-fields", { fields: names }), { fields: [...plan.fields, ...names] }]],
    interval: () =>
      /** @type {Quantity[]} */ (values).map((interval) => {
        const { count, unit } = interval;
        return [speech.tell("apply-interval", { interval }), { every: `${count}`, unit }];
      }),
    unit: () =>
      names.map((unit) => [speech.tell("apply-unit", { units: speech.texts.units[unit].listed }), { every: "", unit }]),
    amount: () =>
      /** @type {number[]} */ (values).map((thousandths) => {
        const amount = speech.amount(thousandths);
        return [speech.tell("apply-amount", { amount }), { amount: `${thousandths / 1000}` }];
      }),
  };
  return choices[input]?.() ?? [];
}
