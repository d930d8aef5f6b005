// The answer to keep and to send: as a link, as text in every language, on paper; and the message to the provider's support.

import { Speech } from "./messages.mjs";
import { readWebhook } from "./webhook.mjs";

// What support needs to know of an answer, in one language.
function answerText(speech, { plan, findings, summary, gateway }) {
  const rows = speech.plan(plan).map((row) => row.join(": "));
  const said = findings.map(({ rule, status, mend, ...finding }) => {
    const mended = mend ? ` ${speech.tell("mend")} ${speech.finding(mend)}` : "";
    return `- ${speech.rule(rule)} [${speech.say("statuses", status)}]: ${speech.finding(finding)}${mended}`;
  });
  return [gateway.name, speech.finding(summary), "", ...rows, "", ...said, ""].join("\n");
}

// `answer` gives the answer that stands there, `link` its address.
export function enhanceShare(view, texts, answer, link) {
  const { speech } = view;
  const part = view.part(".hc-share");
  const [input, kept, message] = ["input", ".hc-kept", ".hc-message"].map((selector) => part.querySelector(selector));
  const others = Object.keys(texts).filter((language) => language !== speech.language);
  const speeches = [speech, ...others.map((language) => new Speech(texts[language], language))];
  const inEvery = (say) => speeches.map(say).join("\n\n");

  async function copy(text) {
    const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    view.fill(part.querySelector(".hc-copied"), speech.tell(isCopied ? "copied" : "copy-failed"));
    kept.hidden = isCopied;
    kept.value = text;
    if (!isCopied) kept.select();
  }

  // The request that goes with the webhook URL: composed here, sent by the reader.
  function compose() {
    const gateway = answer().gateway.name;
    const { url, code } = readWebhook(input.value);
    view.setError(input, code ? speech.tell(code) : "");
    message.hidden = code !== undefined;
    message.value = code ? "" : inEvery((one) => one.tell("request", { gateway, url }));
    (code ? input : message).focus();
  }

  const acts = {
    link: () => copy(link()),
    text: () => copy(`${inEvery((one) => answerText(one, answer()))}\n${link()}`),
    print: () => print(),
    compose,
  };
  part.addEventListener("click", ({ target }) => acts[target.closest("button")?.dataset.act]?.());
}
