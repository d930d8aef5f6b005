// "Did this help?": sends the answer and says whether it arrived. Without this script the form is sent as a page.

export function enhanceFeedback(form) {
  const status = form.querySelector("[role=status]");
  const question = form.querySelector("fieldset");

  async function send(submitter) {
    status.textContent = "";
    const answer = new URLSearchParams(new FormData(form, submitter));
    const arrived = await fetch(form.action, { method: "POST", body: answer }).then(
      (response) => response.ok,
      () => false,
    );
    status.textContent = arrived ? form.dataset.thanks : form.dataset.failed;
    if (arrived) {
      question.hidden = true;
      status.tabIndex = -1;
      status.focus();
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.submitter);
  });
}
