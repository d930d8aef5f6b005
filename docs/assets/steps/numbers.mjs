// A number in the text and the same one in the picture light up together: pointed at, in focus, or tapped.

/** @param {HTMLElement} content */
export function enhanceNumbers(content) {
  /** @type {NodeListOf<HTMLElement>} */
  const numbers = content.querySelectorAll("[data-callout]");
  /**
   * @param {EventTarget | null} place
   * @returns {HTMLAnchorElement | null | undefined} the number, which is a link in the text
   */
  const numberAt = (place) => /** @type {Element | null} */ (place)?.closest?.("[data-callout]");

  /** @param {Event} event */
  function light({ target }) {
    const { callout } = (numberAt(target) ?? numberAt(document.activeElement))?.dataset ?? {};
    for (const one of numbers) one.toggleAttribute("data-lit", one.dataset.callout === callout);
  }

  for (const event of ["pointerover", "focusin"]) content.addEventListener(event, light);

  // There is no jump to a picture that is already in view.
  content.addEventListener("click", (event) => {
    const number = numberAt(event.target);
    const place = number?.hash && document.getElementById(`place-${number.dataset.callout}`);
    if (!place) return;
    const { top, bottom } = place.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) event.preventDefault();
  });
}
