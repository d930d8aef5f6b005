// The browser's engine as a process: each line of its input is [name of a function, lists of arguments], each line of
// its output the results. The first line is what `answer` reads typed plans with.

import { answer } from "../docs/assets/checker/answer.mjs";
import { sound } from "../docs/assets/checker/currency.mjs";
import { schedule, timeline } from "../docs/assets/checker/schedule.mjs";
import { A_DAY } from "../docs/assets/checker/typed.mjs";
import { readWebhook } from "../docs/assets/checker/webhook.mjs";
import { isOneErrorApart, skeleton, spelling } from "../docs/assets/search/sounds.mjs";

const FUNCTIONS = {
  answer: (rules, form) => answer(rules, form, known),
  isOneErrorApart,
  minutesBehindUtc: (day) => new Date(day * A_DAY).getTimezoneOffset(),
  readWebhook,
  schedule,
  skeleton,
  sound,
  spelling,
  timeline,
};

async function* lines(stream) {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const whole = (rest + text).split("\n");
    rest = whole.pop();
    yield* whole;
  }
}

const requests = lines(Deno.stdin.readable);
const known = JSON.parse((await requests.next()).value);
for await (const request of requests) {
  const [name, calls] = JSON.parse(request);
  console.log(JSON.stringify(calls.map((given) => FUNCTIONS[name](...given))));
}
