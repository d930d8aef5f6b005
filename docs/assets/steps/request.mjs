// The ready message to a provider's support takes in the webhook URL that a reader pastes, and nothing that is secret. It is
// composed here and sent by the reader.

import { readWebhook } from "./webhook.mjs";

/** @param {HTMLElement} request */
export function enhanceRequest(request) {
  const input = /** @type {HTMLInputElement} */ (request.querySelector("input"));
  const error = /** @type {HTMLElement} */ (request.querySelector(".hc-error"));
  const gaps = Array.from(request.querySelectorAll("[data-webhook]"), (gap) => ({ gap, empty: gap.textContent }));
  input.addEventListener("input", () => {
    const { url, code } = readWebhook(input.value);
    const sentence = (code && request.dataset[code]) ?? "";
    error.textContent = sentence;
    error.hidden = sentence === "";
    input.setAttribute("aria-invalid", `${sentence !== ""}`);
    for (const { gap, empty } of gaps) gap.textContent = url ?? empty;
  });
}
