// The answer to keep and to send: by the phone's own sheet, as a link, as text in every language, on paper.

import { Speech } from "./messages.mjs";

/** @import { Shown, Texts } from "../types.d.ts" */
/** @import { View } from "./view.mjs" */

/**
 * What support needs to know of an answer, in one language.
 * @param {Speech} speech
 * @param {Shown} shown
 */
function answerText(speech, { plan, findings, group, gateway }) {
  const rows = speech.plan(plan).map((row) => row.join(": "));
  const said = speech.language === document.documentElement.lang ? gateway.said : {};
  const lines = findings.map((finding) => {
    const mend = speech.mend(finding, plan);
    const says = [...speech.says(finding, plan, said), ...(mend ? [`${speech.tell("mend")} ${mend}`] : [])];
    return `- ${speech.texts.types[finding.rule].name} [${speech.status(finding)}] ${says.join(" ")}`.trimEnd();
  });
  return [gateway.name, speech.summarise(gateway.name, group, findings), "", ...rows, "", ...lines, ""].join("\n");
}

/**
 * @param {View} view
 * @param {string} text
 */
async function copy(view, text) {
  const kept = /** @type {HTMLTextAreaElement} */ (view.part(".hc-kept"));
  const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false);
  view.fill(".hc-copied", view.tell(isCopied ? "copied" : "copy-failed"));
  kept.hidden = isCopied;
  kept.value = text;
  if (!isCopied) kept.select();
}

/**
 * @param {View} view
 * @param {() => Promise<Record<string, Texts>>} others loads the texts of all other languages
 * @param {() => string} link
 */
export function enhanceShare(view, others, link) {
  const shown = () => /** @type {Shown} */ (view.shown); // this part is shown with an answer
  async function inEveryLanguage() {
    const texts = await others();
    const speeches = [view, ...Object.entries(texts).map(([language, own]) => new Speech(own, language))];
    return speeches.map((one) => answerText(one, shown())).join("\n\n");
  }

  /** @type {Record<string, () => void | Promise<void>>} */
  const acts = {
    phone: () => {
      const { gateway, group, findings } = shown();
      navigator.share({ text: view.summarise(gateway.name, group, findings), url: link() }).catch(() => {}); // cancelled
    },
    link: () => copy(view, link()),
    text: async () => copy(view, `${await inEveryLanguage()}\n${link()}`),
    print: () => print(),
  };
  view.part("[data-act=phone]").hidden = !("share" in navigator);
  view.part(".hc-share").addEventListener("click", ({ target }) => {
    acts[/** @type {string} */ (/** @type {Element} */ (target).closest("button")?.dataset.act)]?.();
  });
}
