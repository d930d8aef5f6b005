// A part's module is loaded when the part is used.

/** @param {HTMLElement} part names its module in its data */
export const moduleOf = (part) => import(new URL(/** @type {string} */ (part.dataset.module), location.href).href);

/** @param {HTMLElement} request */
export function composeOnDemand(request) {
  request.addEventListener("focusin", async () => {
    const { enhanceRequest } = await moduleOf(request);
    enhanceRequest(request);
  }, { once: true });
}

/**
 * @param {HTMLElement} part
 * @param {string} margin how far from the viewport is near, such as "100% 0px" for one viewport above and below
 * @param {() => void} act
 */
export function whenNear(part, margin, act) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: margin },
  );
  observer.observe(part);
}
