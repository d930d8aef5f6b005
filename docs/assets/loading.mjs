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
