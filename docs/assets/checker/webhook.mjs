// What may stand in a message to a provider's support: the webhook URL, and nothing that is secret.

import { fold } from "./fold.mjs";

const SECRET = /^(sk|pk|rk|key)[_-]|password|secret|api ?key|\b(pin|otp|cvv)\b|पासवर्ड|कुंजी|सीक्रेट/;
const SECRET_NAME = /^((api|access)?_?(key|token)|secret|password)$/i;
const TOKEN = /^(?!http)(?=.*[0-9])(?=.*[a-z])[!-~]{12,}$/; // letters and digits in one long word

// The digits of a card number end with one that is computed from the others (Luhn).
function isCard(digits) {
  const weight = (digit, index) => (index % 2 === 0 ? digit : 2 * digit - (digit > 4 ? 9 : 0));
  const sum = Array.from(digits, Number).reverse().map(weight).reduce((one, other) => one + other, 0);
  return /^[0-9]{13,19}$/.test(digits) && sum % 10 === 0;
}

// { url } or { code } of what is wrong.
export function readWebhook(text) {
  const folded = fold(text);
  if (folded === "") return { code: "webhook-empty" };
  if (isCard(folded.replace(/[ -]/g, ""))) return { code: "webhook-card" };
  if (!/^https:[^ ]+$/.test(folded) || !URL.canParse(text)) {
    return { code: SECRET.test(folded) || TOKEN.test(folded) ? "webhook-secret" : "webhook-not-address" };
  }
  const { href, username, searchParams } = new URL(text);
  const isSecret = username !== "" || Array.from(searchParams.keys()).some((name) => SECRET_NAME.test(name));
  return isSecret ? { code: "webhook-secret" } : { url: href };
}
