// What a button copies stands before the paragraph that it is in. Where the browser does not allow it, it is selected.

/** @param {HTMLElement} button */
export function enhanceCopy(button) {
  const around = /** @type {HTMLElement} */ (button.parentElement);
  const what = /** @type {HTMLElement} */ (around.previousElementSibling);
  const status = /** @type {HTMLElement} */ (around.querySelector("[role=status]"));
  const { copied, failed } = /** @type {Record<string, string>} */ (button.dataset);
  button.addEventListener("click", async () => {
    const isCopied = await navigator.clipboard.writeText(what.innerText).then(() => true, () => false);
    status.textContent = isCopied ? copied : failed;
    if (!isCopied) getSelection()?.selectAllChildren(what);
  });
}
