// "Did this answer your question?": sends what a reader answers and says what became of it. Buttons wait while it is sent.

import { forget, isKept, keepAnswer, keptAnswers, post } from "./sending.mjs";

/** @import { ReaderAnswer } from "./sending.mjs" */

/** 32 random digits, also where the page is not secure: crypto.randomUUID is missing there. */
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => `0${byte.toString(16)}`.slice(-2)).join("");

export class Feedback {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
    const [question, why] = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("fieldset"));
    this.question = question;
    this.why = why;
    this.ways = /** @type {HTMLElement} */ (form.querySelector(".hc-ways"));
    this.error = /** @type {HTMLElement} */ (form.querySelector(".hc-error"));
    this.places = /** @type {HTMLSelectElement} */ (form.querySelector("select"));
    this.text = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
    this.id = newId();
    this.isOpen = false; // a "No" to which the reader can add why
    this.isSending = false;
  }

  /** @param {string} id of a sentence in the form's data */
  tell(id) {
    return /** @type {string} */ (this.form.dataset[id]);
  }

  /** @param {HTMLElement} submitter */
  async submit(submitter) {
    if (this.isSending) return;
    const isQuestion = this.question.contains(submitter);
    const entered = /** @type {Iterable<[string, string]>} */ (new FormData(this.form, submitter)); // it has no files
    /** @type {ReaderAnswer} */
    const answer = { ...Object.fromEntries(Array.from(entered).filter(([, value]) => value)), id: this.id };
    this.refuse("");
    this.wait(true);
    const { arrived, refused } = await post(this.form.action, answer);
    this.wait(false);
    if (arrived || refused) forget(answer);
    else keepAnswer(answer);
    if (refused) this.refuse(refused);
    else this.show(answer, arrived, isQuestion);
  }

  /** @param {boolean} isSending */
  wait(isSending) {
    this.isSending = isSending;
    this.status.textContent = isSending ? this.tell("sending") : "";
    for (const button of this.form.querySelectorAll("[name=helped]")) {
      button.setAttribute("aria-disabled", `${isSending}`);
    }
  }

  /**
   * What can still be said is shown; the focus never stays on what is hidden.
   * @param {ReaderAnswer} answer
   * @param {boolean} arrived
   * @param {boolean} isQuestion
   */
  show(answer, arrived, isQuestion) {
    const isNo = answer.helped === "no";
    const failed = [this.tell("failed"), ...(isKept(answer) ? [this.tell("kept")] : [])].join(" ");
    this.status.textContent = arrived ? this.tell("thanks") : failed;
    this.isOpen = isQuestion && isNo;
    this.question.hidden = arrived || isNo;
    this.why.hidden = !isNo || (arrived && !isQuestion);
    this.ways.hidden = !isNo;
    if (this.why.hidden) this.form.reset();
    if (!this.question.hidden) return;
    this.status.tabIndex = -1;
    this.status.focus();
  }

  /** @param {string} code what the text holds that is not taken; "" for nothing */
  refuse(code) {
    const what = this.form.dataset[code];
    this.error.textContent = what ? this.tell("refused").replace("{what}", what) : code && this.tell("refusedText");
    this.error.hidden = code === "";
    this.text.setAttribute("aria-invalid", `${code !== ""}`);
    if (code === "") return;
    this.why.hidden = false;
    this.text.focus();
  }

  /**
   * Opens the form for a wrong fact.
   * @param {string} anchor of the section or rule
   */
  report(anchor) {
    if (!this.isOpen) this.id = newId();
    const wrong = /** @type {HTMLInputElement} */ (this.form.querySelector("[value=wrong]"));
    wrong.checked = true;
    const place = Array.from(this.places.options).find(({ value }) => value === anchor);
    if (place) place.selected = true;
    this.question.hidden = true;
    this.why.hidden = false;
    this.status.textContent = "";
    (anchor.startsWith("rule-") ? this.text : this.places).focus();
  }

  /** Sends what could not be sent at an earlier visit. */
  async sendKept() {
    for (const answer of keptAnswers()) {
      const { text: _, ...rest } = answer;
      const first = await post(this.form.action, answer);
      const { arrived, refused } = first.refused ? await post(this.form.action, rest) : first;
      if (!arrived && !refused) return; // at the next visit
      forget(answer);
      if (arrived && !this.status.textContent) {
        this.status.textContent = this.tell(first.refused ? "sentWithoutText" : "sentLater");
      }
    }
  }
}

/** @param {HTMLFormElement} form */
export const enhanceFeedback = (form) => new Feedback(form);
