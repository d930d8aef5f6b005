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
  const url = document.documentElement.dataset.offline;
  if (!url) {
    // Another sw.js is published now: it replaces the worker that is here, and deletes what that has cached.
    workers.getRegistrations().then((registrations) => registrations.forEach((one) => one.update()));
    return;
  }
  // The one URL that this policy trusts is that of the site's own worker, and comes from the page itself.
  const policy = /** @type {Trusting} */ (self).trustedTypes?.createPolicy("help-center", {
    createScriptURL: (url) => url,
  });
  const register = () => workers.register(policy ? policy.createScriptURL(url) : url);
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
