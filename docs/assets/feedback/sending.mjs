// How an answer is sent, and kept on the device where that fails. Sending it again changes nothing: its id is the same.

import { ANSWERS_KEY, keep, kept } from "../kept.mjs";

const MOST_ANSWERS = 20;
const PATIENCE = 15_000; // milliseconds

/** @typedef {Record<string, string>} ReaderAnswer the fields of the form that are filled in, and an id */

/** @returns {ReaderAnswer[]} */
export function keptAnswers() {
  try {
    return JSON.parse(kept(ANSWERS_KEY) || "[]").filter((/** @type {ReaderAnswer | null} */ one) => one?.id);
  } catch {
    return []; // somebody else wrote it
  }
}

/** @param {ReaderAnswer} answer */
const others = (answer) => keptAnswers().filter(({ id }) => id !== answer.id);

/** @param {ReaderAnswer} answer */
export const isKept = (answer) => keptAnswers().some(({ id }) => id === answer.id);

/** @param {ReaderAnswer} answer */
export function keepAnswer(answer) {
  keep(ANSWERS_KEY, JSON.stringify([...others(answer), answer].slice(-MOST_ANSWERS)));
}

/** @param {ReaderAnswer} answer */
export function forget(answer) {
  const rest = others(answer);
  keep(ANSWERS_KEY, rest.length > 0 ? JSON.stringify(rest) : "");
}

/**
 * Any other status than 204 is no promise: some hosts answer 200 to whatever they are sent.
 * @param {string} url
 * @param {ReaderAnswer} answer
 * @returns {Promise<{ arrived: boolean, refused: string }>} the code of what its text must not hold
 */
export async function post(url, answer) {
  const body = new FormData();
  for (const [name, value] of Object.entries(answer)) body.set(name, value);
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      credentials: "omit",
      headers: { Accept: "application/json" },
      keepalive: true, // the reader may leave at once
      signal: AbortSignal.timeout(PATIENCE),
    });
    return {
      arrived: response.status === 204,
      refused: response.status === 422 ? (await response.json()).refused : "",
    };
  } catch {
    return { arrived: false, refused: "" };
  }
}
