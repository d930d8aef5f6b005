// What checker and finder have in common: a form that is read, problems that are told, and what a reader lets change.

import { PlanForm } from "./form.mjs";
import { clearProblems, showProblems } from "./problems.mjs";
import { fromQuery, toQuery, VALUES } from "./query.mjs";
import { dayNumber } from "./typed.mjs";
import { View } from "./view.mjs";

/** @import { Entered, Place, Plan, Problem, Words } from "../types.d.ts" */

/** The day in the reader's time zone. */
export function today() {
  const now = new Date();
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/**
 * What is empty is no error before the reader asks: the language switch links to a plan that is half filled in.
 * @param {Problem} problem
 */
const isWrong = ({ code }) => !code.endsWith("-empty");

/**
 * @template {{ plan: Plan | null, problems: Problem[] }} Said
 * @abstract
 */
export class Asking {
  /**
   * @param {HTMLElement} root holds form and answer
   * @param {Words} words
   * @param {string} language
   * @param {Place} place
   */
  constructor(root, words, language, place) {
    this.root = root;
    this.view = new View(root, words.texts, language, words.marksLatin);
    this.plan = new PlanForm(/** @type {HTMLFormElement} */ (root.querySelector("form")), words, this.view);
    this.place = place;
    /** @type {Entered} what the last change replaced */
    this.before = this.plan.read();
  }

  /**
   * @abstract
   * @returns {Said}
   */
  answer() {
    throw new Error("abstract");
  }

  /**
   * @abstract
   * @param {Said} _said
   */
  show(_said) {}

  /** Listens, and answers the plan of the page's URL. */
  begin() {
    const form = /** @type {HTMLFormElement} */ (this.root.querySelector("form"));
    this.view.part(".hc-applied button").addEventListener("click", () => this.attempt(() => this.undo()));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.attempt(() => this.check(() => true) && this.view.show());
    });
    form.addEventListener("change", () => this.attempt(() => this.follow()));
    form.addEventListener("input", () => this.attempt(() => this.forgive()));
    if (this.fill()) this.check(isWrong);
    this.root.dataset.ready = "";
  }

  /**
   * Where no answer can be made of what was loaded, the reader is told: a form that does nothing is no answer.
   * @param {() => void} act
   */
  attempt(act) {
    try {
      act();
    } catch (error) {
      this.place.fail(error);
    }
  }

  query() {
    return toQuery(this.plan.read());
  }

  /**
   * Fills the form from the URL's query, and says which values of it were ignored.
   * @returns {boolean} whether the query has a plan
   */
  fill() {
    const { view, plan, place: { query } } = this;
    if (!["field", ...VALUES].some((name) => query.has(name))) return false;
    const { values, fields, ignored } = fromQuery(query);
    const areKnown = fields.every((field) => plan.known.fields.includes(field));
    const refused = ignored.concat(plan.write({ ...values, fields }), areKnown ? [] : "fields");
    const names = refused.map((name) => view.say("labels", name === "unit" ? "every" : name)).join(", ");
    view.fill(".hc-ignored", names && view.tell("ignored", { names }));
    plan.takeCurrency();
    plan.showAsNumber();
    const isOptional = values.amount || values.start || values.buyers || values.account;
    if (isOptional) view.part(".hc-optional").setAttribute("open", "");
    return true;
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

  /**
   * @param {Partial<Entered>} change
   * @param {string} what
   */
  apply(change, what) {
    this.attempt(() => this.change(change, what));
  }

  /**
   * @param {Partial<Entered>} change
   * @param {string} what
   */
  change(change, what) {
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
