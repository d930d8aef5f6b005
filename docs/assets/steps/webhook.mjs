// What may stand in a message to a provider's support: the webhook URL, and nothing that is secret.

import { fold } from "../checker/fold.mjs";

const SECRET = /^(sk|pk|rk|key)[_-]|password|secret|api ?key|पासवर्ड|कुंजी|सीक्रेट/;
const TOKEN = /^(?!http)(?=.*[0-9])(?=.*[a-z])[\w+/=-]{12,}$/; // letters and digits in one long word
const CARD = /^[0-9]{13,19}$/;

/**
 * Whether digits have the length and the checksum of a card number: https://en.wikipedia.org/wiki/Luhn_algorithm
 * @param {string} digits
 */
function isCard(digits) {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.at(-1 - index)) * (1 + (index % 2));
    sum += digit > 9 ? digit - 9 : digit;
  }
  return CARD.test(digits) && sum % 10 === 0;
}

/**
 * @param {string} text
 * @returns {{ url: string, code?: undefined } | { url?: undefined, code: string }} the URL, or the code of what is wrong
 */
export function readWebhook(text) {
  const folded = fold(text);
  if (folded === "") return { code: "empty" };
  if (isCard(folded.replace(/[ -]/g, ""))) return { code: "card" };
  const url = /^https:[^ ]+$/.test(folded) && URL.canParse(text) ? new URL(text) : null;
  if (url?.username === "") return { url: url.href };
  return { code: url || SECRET.test(folded) || TOKEN.test(folded) ? "secret" : "notAddress" };
}
