// The checker's script and words are loaded when a reader comes near, or when the URL holds a plan.

import { element } from "../dom.mjs";
import { moduleOf, whenNear } from "../loading.mjs";

/**
 * What a checker becomes that cannot answer: a sentence that says so, a button that loads the page again, and what stood
 * in it before, which leads to the rules.
 * @param {HTMLElement} checker
 * @param {Node[]} before
 * @param {unknown} error
 */
function fail(checker, before, error) {
  console.error(".hc-checker", error);
  const { failed, renew } = /** @type {Record<string, string>} */ (checker.dataset);
  const button = element("button", { type: "button", class: "hc-button" }, renew);
  button.addEventListener("click", () => location.reload());
  const says = element("p", { role: "alert" });
  checker.replaceChildren(says, ...before, button);
  says.textContent = failed; // after its element is there, so that it is read out
  delete checker.dataset.ready;
  checker.dataset.isFailed = "";
}

/** @param {HTMLElement} checker */
async function enhance(checker) {
  const before = Array.from(checker.childNodes);
  /** @param {unknown} error */
  const failed = (error) => fail(checker, before, error);
  try {
    const module = await moduleOf(checker);
    await module.enhanceCheckerInPage(checker, failed);
    if (location.hash !== "#checker") return;
    checker.querySelector(".hc-answer:not([hidden])")?.scrollIntoView({ behavior: "instant" }); // a shared plan
  } catch (error) {
    failed(error);
  }
}

/** @param {HTMLElement} checker */
export function checkWhenNear(checker) {
  if (location.search !== "" || location.hash === "#checker") {
    enhance(checker);
    return;
  }
  whenNear(checker, "100% 0px", () => enhance(checker)); // one viewport before it is visible
}
