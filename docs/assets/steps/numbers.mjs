// A number in the text and the same one in the picture light up together: pointed at, in focus, or tapped.

export function enhanceNumbers(content) {
  const numbers = content.querySelectorAll("[data-callout]");
  const numberAt = (element) => element?.closest?.("[data-callout]");

  function light({ target }) {
    const { callout } = (numberAt(target) ?? numberAt(document.activeElement))?.dataset ?? {};
    for (const one of numbers) one.toggleAttribute("data-lit", one.dataset.callout === callout);
  }

  for (const event of ["pointerover", "focusin"]) content.addEventListener(event, light);

  // A picture that is in view already needs no jump.
  content.addEventListener("click", (event) => {
    const place = numberAt(event.target)?.hash &&
      document.getElementById(`place-${numberAt(event.target).dataset.callout}`);
    const { top = -1, bottom } = place?.getBoundingClientRect() ?? {};
    if (top >= 0 && bottom <= innerHeight) event.preventDefault();
  });
}
