// The checker on an article: words and the gateway's rules are files of their own.

import { enhanceChecker } from "./checker.mjs";
import { OF_GATEWAY, openInPage } from "./opened.mjs";

/** @import { Gateway, Place } from "../types.d.ts" */

/**
 * @param {HTMLElement} root
 * @param {Place["fail"]} fail
 */
export async function enhanceCheckerInPage(root, fail) {
  const { words, rules, place } = await openInPage(root, fail, OF_GATEWAY);
  const gateway = /** @type {Gateway} */ ({ ...rules, article: "" });
  enhanceChecker(root, gateway, words, document.documentElement.lang, place);
}
