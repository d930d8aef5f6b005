// The checker on an article: words and the gateway's rules are files of their own.

import { enhanceChecker } from "./checker.mjs";
import { openInPage } from "./opened.mjs";

/** @import { Gateway } from "../types.d.ts" */

/** @param {HTMLElement} root */
export async function enhanceCheckerInPage(root) {
  const { words, rules, place } = await openInPage(root);
  const gateway = /** @type {Gateway} */ ({ ...rules, article: "" });
  enhanceChecker(root, gateway, words, document.documentElement.lang, place);
}
