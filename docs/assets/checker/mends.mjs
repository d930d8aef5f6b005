// What a reader can do about a finding: the words of each button, and what it changes in the form.

import { UNITS } from "./inputs.mjs";

/** @import { Entered, Mend, Plan, Quantity, Unit } from "../types.d.ts" */
/** @import { Speech } from "./messages.mjs" */

/**
 * @param {Mend} mend
 * @param {Plan} plan
 * @param {Speech} speech
 * @returns {[words: string, change: Partial<Entered>, what: string][]} `what` says the change in short
 */
export function mendChoices({ input, values }, plan, speech) {
  const names = /** @type {string[]} */ (values);
  /** @type {Record<string, () => [string, Partial<Entered>, string][]>} */
  const choices = {
    currency: () =>
      names.map((currency) => [speech.tell("apply-currency", { currency }), { currency, amount: "" }, currency]),
    fields: () => [[
      speech.tell("apply-fields", { fields: names }),
      { fields: [...plan.fields ?? [], ...names] },
      speech.value(names),
    ]],
    interval: () =>
      /** @type {Quantity[]} */ (values).filter(({ unit }) => UNITS.includes(unit)).map((interval) => {
        const { count, unit } = interval;
        const words = speech.tell("apply-interval", { interval: speech.quantity(interval, "of") });
        return [words, { every: `${count}`, unit }, speech.quantity(interval)];
      }),
    unit: () =>
      names.map((unit) => {
        const units = speech.texts.units[unit].listed;
        return [speech.tell("apply-unit", { units }), { every: "", unit }, units];
      }),
    amount: () =>
      /** @type {number[]} */ (values).map((thousandths) => {
        const amount = speech.amount(thousandths);
        return [
          speech.tell("apply-amount", { amount }),
          { currency: plan.currency ?? "", amount: `${thousandths / 1000}` },
          amount,
        ];
      }),
  };
  return choices[input]?.() ?? [];
}
