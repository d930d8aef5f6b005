// The checker's script and words are loaded when a reader comes near, or when the URL holds a plan.

import { moduleOf, whenNear } from "../loading.mjs";

/** @param {HTMLElement} checker */
async function enhance(checker) {
  try {
    const module = await moduleOf(checker);
    await module.enhanceCheckerInPage(checker);
    if (location.hash !== "#checker") return;
    checker.querySelector(".hc-answer:not([hidden])")?.scrollIntoView({ behavior: "instant" }); // a shared plan
  } catch (error) {
    console.error(".hc-checker", error);
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
