// The checker: from what is entered to the answer of one gateway. Nothing is sent to a server; the page decides where the
// plan is kept.

import { answer } from "./answer.mjs";
import { Asking, today } from "./asking.mjs";
import { enhanceShare } from "./share.mjs";
import { showAnswer } from "./shown.mjs";

/** @import { Answer, Gateway, Place, Shown, Verdict, Words } from "../types.d.ts" */

/** @extends {Asking<Answer>} */
class Checker extends Asking {
  /**
   * @param {HTMLElement} root holds form and answer
   * @param {Gateway} gateway
   * @param {Words} words
   * @param {string} language
   * @param {Place} place
   */
  constructor(root, gateway, words, language, place) {
    super(root, words, language, place);
    this.gateway = gateway;
    this.view.fill(".hc-only", gateway.name);
  }

  /** @override */
  answer() {
    return answer(this.gateway, this.plan.read(), this.plan.known, today());
  }

  /**
   * @override
   * @param {Answer} said
   */
  show(said) {
    const verdict = /** @type {Verdict} */ (said);
    const shown = { ...verdict, group: verdict.group ?? /** @type {const} */ ("not-known"), gateway: this.gateway };
    showAnswer(this.view, shown, (change, what) => this.apply(change, what));
    this.place.others(); // so that nothing has to be waited for between a press and the copy: Safari would refuse it
  }
}

/**
 * @param {HTMLElement} root holds form and answer
 * @param {Gateway} gateway
 * @param {Words} words
 * @param {string} language
 * @param {Place} place
 */
export function enhanceChecker(root, gateway, words, language, place) {
  const checker = new Checker(root, gateway, words, language, place);
  const shown = () => /** @type {Shown} */ (checker.view.shown);
  enhanceShare(checker.view, place.others, () => place.link(checker.query(), shown().gateway));
  checker.begin();
}
