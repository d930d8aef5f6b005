// The browser's engine as a process: each line of its input is [name of a function, lists of arguments], each line of
// its output the results. The first line is what `answer` reads typed plans with.

/// <reference lib="deno.ns" />

import { answer } from "../docs/assets/checker/answer.mjs";
import { sound } from "../docs/assets/checker/currency.mjs";
import { find, reasons } from "../docs/assets/checker/find.mjs";
import { schedule, timeline } from "../docs/assets/checker/schedule.mjs";
import { A_DAY } from "../docs/assets/checker/typed.mjs";
import { readWebhook } from "../docs/assets/steps/webhook.mjs";
import { isOneErrorApart, skeleton, spelling } from "../docs/assets/search/sounds.mjs";

/** @import { Form, PublishedGateway } from "../docs/assets/types.d.ts" */

/** @type {Record<string, (...given: never[]) => unknown>} */
const FUNCTIONS = {
  answer: (/** @type {PublishedGateway} */ gateway, /** @type {Form} */ form) => answer(gateway, form, known),
  find: (/** @type {Record<string, PublishedGateway>} */ gateways, /** @type {Form} */ form) => {
    const said = find(gateways, form, known);
    return [said, said.rows.map(reasons)];
  },
  isOneErrorApart,
  minutesBehindUtc: (/** @type {number} */ day) => new Date(day * A_DAY).getTimezoneOffset(),
  readWebhook,
  schedule,
  skeleton,
  sound,
  spelling,
  timeline,
};

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
