// The browser's engine as a process: each line of its input is [name of a function, lists of arguments], each line of
// its output the results. The first line is what `answer` reads typed plans with.

/// <reference lib="deno.ns" />

import { answer } from "../docs/assets/checker/answer.mjs";
import { sound } from "../docs/assets/checker/currency.mjs";
import { find, reasons } from "../docs/assets/checker/find.mjs";
import { schedule, timeline } from "../docs/assets/checker/schedule.mjs";
import { A_DAY } from "../docs/assets/checker/typed.mjs";
import { readWebhook } from "../docs/assets/steps/webhook.mjs";
import { excerptOf, sectionsOf } from "../docs/assets/search/excerpts.mjs";
import { isOneErrorApart, likeness, romanised, skeleton, spelling } from "../docs/assets/search/sounds.mjs";
import { SearchWords } from "../docs/assets/search/words.mjs";

/** @import { Form, PublishedGateway, SearchData } from "../docs/assets/types.d.ts" */
/** @import { Anchor } from "../docs/assets/search/excerpts.mjs" */

/** @type {Record<string, (...given: never[]) => unknown>} */
const FUNCTIONS = {
  answer: (/** @type {PublishedGateway} */ gateway, /** @type {Form} */ form) => answer(gateway, form, known),
  excerpts,
  find: (/** @type {Record<string, PublishedGateway>} */ gateways, /** @type {Form} */ form) => {
    const said = find(gateways, form, known);
    return [said, said.rows.map(reasons)];
  },
  isOneErrorApart,
  likeness,
  minutesBehindUtc: (/** @type {number} */ day) => new Date(day * A_DAY).getTimezoneOffset(),
  readQuery: (/** @type {SearchData} */ data, /** @type {string} */ query) => new SearchWords(data).read(query),
  readWebhook,
  romanised,
  schedule,
  skeleton,
  sound,
  spelling,
  timeline,
};

/**
 * What is shown of each section of a page, where the words at these places were asked for.
 * @param {string} content
 * @param {Anchor[]} anchors
 * @param {number[]} places
 */
function excerpts(content, anchors, places) {
  const marks = new Map(places.map((place) => [place, new Map([[0, 1]])]));
  return sectionsOf(anchors, content).map((section) => excerptOf(content, anchors, section, marks));
}

/** @param {ReadableStream<BufferSource>} stream */
async function* lines(stream) {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const [first, ...others] = text.split("\n");
    rest += first;
    for (const other of others) {
      yield rest;
      rest = other;
    }
  }
}

const requests = lines(Deno.stdin.readable);
const known = JSON.parse((await requests.next()).value ?? "");
for await (const request of requests) {
  const [name, calls] = JSON.parse(request);
  console.log(JSON.stringify(calls.map((/** @type {never[]} */ given) => FUNCTIONS[name](...given))));
}
