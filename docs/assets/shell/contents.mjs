// The table of contents shows which section is being read.

/** @param {HTMLElement} contents */
export function enhanceContents(contents) {
  /** @type {Map<Element, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const heading = document.getElementById(link.hash.slice(1));
    if (heading) links.set(heading, link);
  }
  /** @type {Set<Element>} */
  const seen = new Set();

  /** @param {Element} heading */
  function mark(heading) {
    for (const [one, link] of links) {
      if (one === heading) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      const first = Array.from(links.keys()).find((heading) => seen.has(heading));
      if (first) mark(first);
    },
    { rootMargin: "0px 0px -60% 0px" },
  );
  for (const heading of links.keys()) observer.observe(heading);
}
