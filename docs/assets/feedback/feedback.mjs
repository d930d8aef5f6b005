// "Did this help?": sends the answer and says whether it arrived; after a no it asks why. Without this script the form is
// sent as a page.

/** @param {HTMLFormElement} form */
export function enhanceFeedback(form) {
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const [question, why] = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("fieldset"));

  /** @param {HTMLButtonElement} submitter */
  async function send(submitter) {
    status.textContent = "";
    const answer = new URLSearchParams(
      // There is only text in it: the form has no files.
      /** @type {Record<string, string>} */ (/** @type {unknown} */ (new FormData(form, submitter))),
    );
    const arrived = await fetch(form.action, { method: "POST", body: answer }).then(
      (response) => response.ok,
      () => false,
    );
    status.textContent = /** @type {string} */ (arrived ? form.dataset.thanks : form.dataset.failed);
    if (!arrived) return;
    question.hidden = true;
    why.hidden = submitter.value !== "no";
    status.tabIndex = -1;
    status.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(/** @type {HTMLButtonElement} */ (event.submitter));
  });
}
