// What was opened once stays readable without a network, where mkdocs.yml says so; where not, nothing is left behind.

/**
 * What TypeScript's DOM does not have. A TrustedScriptURL passes for a string.
 * https://developer.mozilla.org/en-US/docs/Web/API/Trusted_Types_API
 * @typedef {{ createScriptURL(url: string): string }} Policy
 * @typedef {typeof self & { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} Trusting
 */

export function keepOffline() {
  const workers = navigator.serviceWorker;
  if (!workers) return; // no secure connection, or an old browser
  const url = document.body.dataset.offline;
  if (!url) {
    // Another sw.js is published now: it replaces the worker that is here, and deletes what that has cached.
    workers.getRegistrations().then((registrations) => registrations.forEach((one) => one.update()));
    return;
  }
  tellOfKept(document.documentElement.dataset.kept);
  workers.addEventListener("message", ({ data }) => tellOfKept(data)); // a part of the page is from the device
  workers.startMessages();
  workers.addEventListener("controllerchange", () => workers.controller?.postMessage("keep"));
  // The one URL that this policy trusts is that of the site's own worker, and comes from the page itself.
  const policy = /** @type {Trusting} */ (self).trustedTypes?.createPolicy("help-center", {
    createScriptURL: (url) => url,
  });
  // A device that keeps nothing is no reason to trouble a reader.
  const register = () => workers.register(policy ? policy.createScriptURL(url) : url).catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}

/**
 * Says that what is shown was kept on the device, and since when: of several dates, the oldest.
 * @param {string | undefined} when
 */
function tellOfKept(when) {
  const page = document.documentElement;
  if (!when || when > (page.dataset.told ?? "9")) return;
  page.dataset.told = page.dataset.kept = when;
  const note = /** @type {HTMLElement} */ (document.querySelector(".hc-stale"));
  const date = new Date(when).toLocaleDateString(`${page.lang}-IN-u-nu-latn`, { dateStyle: "long" });
  const says = /** @type {HTMLElement} */ (note.querySelector("[role=status]"));
  says.textContent = /** @type {string} */ (says.dataset.says).replace("{date}", date);
  /** @type {HTMLElement} */ (note.querySelector("button")).onclick = () => location.reload();
}
