// The checker: from what is entered to the answer. Nothing is sent to a server; the page decides where the plan is kept.

import { answer } from "./answer.mjs";
import { planForm } from "./form.mjs";
import { showProblems } from "./problems.mjs";
import { fromQuery, toQuery, VALUES } from "./query.mjs";
import { enhanceShare } from "./share.mjs";
import { showAnswer } from "./shown.mjs";
import { dayNumber } from "./typed.mjs";
import { View } from "./view.mjs";

/** @import { Entered, Gateway, Place, Problem, Shown, Words } from "../types.d.ts" */
/** @import { PlanForm } from "./form.mjs" */

function today() {
  const now = new Date(); // in the reader's time zone
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/**
 * Fills the form from a URL's query, and says which values of it were ignored.
 * @param {View} view
 * @param {PlanForm} plan
 * @param {URLSearchParams} query
 * @returns {boolean} whether the query has a plan
 */
function fill(view, plan, query) {
  if (!["field", ...VALUES].some((name) => query.has(name))) return false;
  const { values, fields, ignored } = fromQuery(query);
  const areKnown = fields.every((field) => plan.known.fields.includes(field));
  const refused = ignored.concat(plan.write({ ...values, fields }), areKnown ? [] : "fields");
  const names = refused.map((name) => view.say("labels", name === "unit" ? "every" : name)).join(", ");
  view.fill(".hc-ignored", names && view.tell("ignored", { names }));
  return true;
}

/**
 * What is empty is no error before the reader asks: the language switch links to a plan that is half filled in.
 * @param {Problem} problem
 */
const isWrong = ({ code }) => !code.endsWith("-empty");

/**
 * @param {HTMLElement} root holds the form as the server renders it
 * @param {Record<string, Gateway>} gateways
 * @param {Words} words
 * @param {string} language
 * @param {Place} place
 */
export function enhanceChecker(root, gateways, words, language, place) {
  const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
  const view = new View(root, words.texts[language], language, words.marksLatin);
  const plan = planForm(form, words, view);
  const query = () => toQuery(plan.read());

  /** @param {(problem: Problem) => boolean} [isTold] whether a problem is one for which the reader is told of all */
  function check(isTold = () => false) {
    const entered = plan.read();
    const gateway = gateways[entered.gateway];
    const said = answer(gateway, entered, plan.known, today());
    const tells = said.problems.some(isTold);
    plan.showInterval();
    place.keep(query());
    place.entitle(tells ? `${view.tell("error-prefix")} ` : "");
    showProblems(view, tells ? said.problems : []);
    if (said.plan === null) view.withdraw(tells);
    else showAnswer(view, { ...said, group: said.group ?? "not-known", gateway }, apply);
  }

  /** @param {Partial<Entered>} change */
  function apply(change) {
    plan.write({ ...plan.read(), ...change });
    check();
    (change.every === "" ? plan.controls.every : view.summary).focus();
    view.announce(view.tell("applied"));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check(() => true);
    if (!view.answer.hidden) view.summary.focus();
  });
  // An answer never stands beside a plan that it is not about.
  form.addEventListener("change", () => (view.answer.hidden ? place.keep(query()) : check()));
  enhanceShare(view, words.texts, () => place.link(query(), /** @type {Shown} */ (view.shown).gateway));
  if (fill(view, plan, place.query)) check(isWrong);
  root.dataset.ready = "";
}
