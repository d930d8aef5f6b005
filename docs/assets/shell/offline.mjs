// What was opened once stays readable without a network, where mkdocs.yml says so; where not, nothing is left behind.

export function keepOffline() {
  const workers = navigator.serviceWorker;
  if (!workers) return; // no secure connection, or an old browser
  const address = document.documentElement.dataset.offline;
  if (!address) {
    // sw.js is another one now: it takes the place of the worker that is here, and removes what that kept.
    workers.getRegistrations().then((registrations) => registrations.forEach((one) => one.update()));
    return;
  }
  // The one address that this policy trusts: the site's own worker, named by the page itself.
  const policy = self.trustedTypes?.createPolicy("help-center", { createScriptURL: (url) => url });
  const register = () => workers.register(policy ? policy.createScriptURL(address) : address);
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
