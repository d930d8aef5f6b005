// Finds the parts of a page that can do more than be read, and loads only what they need.

const PARTS = {
  ".hc-checker": () => import("./checker/checker.mjs"),
  ".hc-feedback": () => import("./feedback/feedback.mjs"),
};

for (const [selector, load] of Object.entries(PARTS)) {
  const elements = document.querySelectorAll(selector);
  if (elements.length > 0) {
    load().then(({ enhance }) => elements.forEach(enhance));
  }
}
