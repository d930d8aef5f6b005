// What a reader can do about a finding: the words of each button, and what it changes in the form.

/** @import { Coded, Entered, Plan, Unit } from "../types.d.ts" */
/** @import { Speech } from "./messages.mjs" */

/**
 * @param {Coded} mend
 * @param {Plan} plan
 * @param {Speech} speech
 * @returns {[words: string, change: Partial<Entered>][]}
 */
export function mendChoices({ values: { currencies, fields, interval, units } }, plan, speech) {
  /**
   * @param {string} id
   * @param {Coded["values"]} values
   * @param {Partial<Entered>} change
   * @returns {[string, Partial<Entered>]}
   */
  const choice = (id, values, change) => [speech.tell(`apply-${id}`, values), change];
  if (currencies) return currencies.map((currency) => choice("currency", { currency }, { currency, amount: "" }));
  if (fields) return [choice("fields", { fields }, { fields: [...plan.fields, ...fields] })];
  if (interval) return [choice("interval", { interval }, { every: `${interval.count}`, unit: interval.unit })];
  return /** @type {Unit[]} */ (units).map((unit) => choice("unit", { units: [unit] }, { every: "", unit }));
}
