// The other language opens at the place that is being read: ids are the same in all of them.

/** @param {HTMLAnchorElement} link */
export function keepPlace(link) {
  link.addEventListener("click", () => {
    const places = Array.from(document.querySelectorAll("article h2, .hc-steps > li, [id^=note-], #checker"));
    const passed = places.filter((place) => place.getBoundingClientRect().top < innerHeight / 2);
    link.hash = scrollY > innerHeight / 2 ? passed.at(-1)?.id ?? "" : "";
  });
}
