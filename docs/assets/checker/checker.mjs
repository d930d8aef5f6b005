// The checker: from what is entered to the answer. Nothing is sent to a server; the page decides where the plan is kept.

import { answer } from "./answer.mjs";
import { PlanForm } from "./form.mjs";
import { clearProblems, showProblems } from "./problems.mjs";
import { fromQuery, toQuery, VALUES } from "./query.mjs";
import { enhanceShare } from "./share.mjs";
import { showAnswer } from "./shown.mjs";
import { dayNumber } from "./typed.mjs";
import { View } from "./view.mjs";

/** @import { Answer, Entered, Gateway, Place, Plan, Problem, Shown, Words } from "../types.d.ts" */

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
  plan.takeCurrency();
  plan.showAsNumber();
  if (values.amount || values.start) view.part(".hc-optional").setAttribute("open", "");
  return true;
}

/**
 * What is empty is no error before the reader asks: the language switch links to a plan that is half filled in.
 * @param {Problem} problem
 */
const isWrong = ({ code }) => !code.endsWith("-empty");

class Checker {
  /**
   * @param {View} view
   * @param {PlanForm} plan
   * @param {Record<string, Gateway>} gateways
   * @param {Place} place
   */
  constructor(view, plan, gateways, place) {
    this.view = view;
    this.plan = plan;
    this.gateways = gateways;
    this.place = place;
    /** @type {Entered} what the last change replaced */
    this.before = plan.read();
  }

  query() {
    return toQuery(this.plan.read());
  }

  answer() {
    const entered = this.plan.read();
    return answer(this.gateways[entered.gateway], entered, this.plan.known, today());
  }

  /**
   * @param {(problem: Problem) => boolean} [isTold] whether a problem is one for which the reader is told of all
   * @returns {boolean} whether there is an answer
   */
  check(isTold = () => false) {
    const { view, plan, place } = this;
    const said = this.answer();
    const tells = said.problems.some(isTold);
    plan.showInputs();
    place.keep(this.query());
    place.entitle(tells ? `${view.tell("error-prefix")} ` : "");
    if (tells) showProblems(view, said.problems);
    else clearProblems(view, said.problems);
    view.tellApplied("");
    if (said.plan === null) view.withdraw(tells);
    else this.show(said);
    return said.plan !== null;
  }

  /** @param {Extract<Answer, { plan: Plan }>} said */
  show(said) {
    const gateway = this.gateways[this.plan.read().gateway];
    showAnswer(this.view, { ...said, group: said.group ?? "not-known", gateway }, (change, what) => {
      this.apply(change, what);
    });
  }

  /**
   * @param {Partial<Entered>} change
   * @param {string} what
   */
  apply(change, what) {
    this.before = this.plan.read();
    this.plan.write({ ...this.before, ...change });
    this.check();
    this.view.tellApplied(this.view.tell("applied", { what }));
    if (change.every === "") this.plan.controls.every.focus();
    else this.view.show();
  }

  undo() {
    this.plan.write(this.before);
    this.check();
    this.view.show();
    this.view.announce(this.view.tell("undone"));
  }

  /** An answer never stands beside a plan that it is not about, nor an error beside what has become valid. */
  follow() {
    if (!this.view.answer.hidden) return this.check();
    this.place.keep(this.query());
    this.forgive();
  }

  forgive() {
    if (!this.view.part(".hc-problems").hidden) clearProblems(this.view, this.answer().problems);
  }
}

/**
 * @param {HTMLElement} root holds form and answer
 * @param {Record<string, Gateway>} gateways
 * @param {Words} words
 * @param {string} language
 * @param {Place} place
 */
export function enhanceChecker(root, gateways, words, language, place) {
  const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
  const view = new View(root, words.texts[language], language, words.marksLatin);
  const checker = new Checker(view, new PlanForm(form, words, view, place.only), gateways, place);
  view.part(".hc-applied button").addEventListener("click", () => checker.undo());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (checker.check(() => true)) view.show();
  });
  form.addEventListener("change", () => checker.follow());
  form.addEventListener("input", () => checker.forgive());
  const shown = () => /** @type {Shown} */ (view.shown);
  enhanceShare(view, words.texts, () => place.link(checker.query(), shown().gateway));
  if (fill(view, checker.plan, place.query)) checker.check(isWrong);
  root.dataset.ready = "";
}
