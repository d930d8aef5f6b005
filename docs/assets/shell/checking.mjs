// The checker's script and words are loaded when a reader comes near, or when the address holds a plan.

async function enhance(checker) {
  try {
    const module = await import(new URL(checker.dataset.module, location.href));
    await module.enhanceCheckerInPage(checker);
    if (location.hash === "#checker") checker.querySelector(".hc-answer:not([hidden])")?.scrollIntoView(); // a shared plan
  } catch (error) {
    console.error(".hc-checker", error);
  }
}

export function checkWhenNear(checker) {
  if (location.search !== "" || location.hash === "#checker") {
    enhance(checker);
    return;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      enhance(checker);
    },
    { rootMargin: "100% 0px" }, // one window before it is seen
  );
  observer.observe(checker);
}
