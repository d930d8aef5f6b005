// Colours as on the device, light, or dark: each click leads to the next. The choice stays on the device.

import { keep } from "../kept.mjs";

const SCHEMES = ["system", "light", "dark"];
const SCHEME_KEY = "hc-scheme"; // the script in the head of overrides/shell/page.html reads it before the first paint

/** @param {HTMLElement} button */
export function enhanceScheme(button) {
  const words = /** @type {HTMLElement} */ (button.querySelector("[data-words]"));
  let scheme = document.documentElement.dataset.scheme ?? "system";

  function show() {
    words.textContent = /** @type {string} */ (button.dataset[scheme]);
  }

  button.addEventListener("click", () => {
    scheme = SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length];
    if (scheme === "system") delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = scheme;
    keep(SCHEME_KEY, scheme === "system" ? "" : scheme);
    show();
  });
  show();
}
