// Every page's script: each part of a page that can do more than be read gets its module.

import { enhanceCopy } from "./copy.mjs";
import { answerOnDemand } from "./feedback/feedback.mjs";
import { composeOnDemand } from "./loading.mjs";
import { checkWhenNear } from "./shell/checking.mjs";
import { enhanceContents } from "./shell/contents.mjs";
import { enhanceDrawer } from "./shell/drawer.mjs";
import { keepOffline } from "./shell/offline.mjs";
import { enhanceScheme } from "./shell/scheme.mjs";
import { searchOnDemand } from "./shell/searching.mjs";
import { keepPlace } from "./shell/switching.mjs";
import { enhanceLabels } from "./steps/labels.mjs";
import { enhanceNumbers } from "./steps/numbers.mjs";
import { enhanceTicks } from "./steps/ticks.mjs";

/**
 * What each part needs, by its selector. A function may ask for any kind of element: `never` is assignable to all.
 * @type {Record<string, (part: never) => void>}
 */
const PARTS = {
  ".hc-search": searchOnDemand,
  "main": enhanceNumbers,
  ".hc-tools": enhanceLabels,
  ".hc-done": enhanceTicks,
  ".hc-copy": enhanceCopy,
  ".hc-request": composeOnDemand,
  ".hc-checker": checkWhenNear,
  ".hc-feedback": answerOnDemand,
  ".hc-scheme": enhanceScheme,
  ".hc-language": keepPlace,
  ".hc-contents": enhanceContents,
  "[popover]": enhanceDrawer,
};

// Between two parts the browser gets to handle input: a tap never waits for all of them.
const turn = () => new Promise((resolve) => setTimeout(resolve));

for (const [selector, enhance] of Object.entries(PARTS)) {
  for (const part of document.querySelectorAll(selector)) {
    await turn();
    try {
      enhance(/** @type {never} */ (part)); // if one part breaks, the others still work
    } catch (error) {
      console.error(selector, error);
    }
  }
}
document.documentElement.dataset.ready = "";
keepOffline();
