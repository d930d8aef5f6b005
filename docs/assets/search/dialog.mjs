// The search dialog. Nothing is loaded before it is opened; text is shown, never HTML of an index.

import { element } from "../dom.mjs";
import { keep, kept } from "../kept.mjs";
import { Engine } from "./engine.mjs";
import { SearchWords } from "./words.mjs";

const RECENT_KEY = "hc-searches";
const MOST_RECENT = 5;

// Words and engine of one language, loaded once.
class Searcher {
  constructor(dialog, language) {
    this.words = new URL(dialog.dataset.words.replace(/[^/]+$/, `${language}.json`), location.href);
    this.folder = new URL(`${dialog.dataset.pagefind}${language}/`, location.href);
    this.root = new URL(dialog.dataset.root, location.href).pathname;
  }

  load() {
    this.loaded ??= Promise.all([
      fetch(this.words).then((answer) => answer.json()),
      Engine.load(this.folder.href, this.root),
    ]);
    this.loaded.catch(() => delete this.loaded); // tried again with the next key
    return this.loaded;
  }

  async search(query) {
    const [data, engine] = await this.load();
    const { groups, unknown } = new SearchWords(data).read(query);
    const pages = groups.length > 0 ? await engine.search(groups) : [];
    for (const heading of pages.flatMap(({ headings }) => headings)) {
      heading.title = data.titles[heading.url.slice(this.root.length)] ?? heading.title;
    }
    return { pages, groups, unknown, data };
  }
}

// An excerpt of the index: marked words between tags, the rest with entities. The heading above it is not repeated.
function excerpt(html, title) {
  const pieces = html.split(/<\/?mark>/).map((part, index) => ({
    text: part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    isMarked: index % 2 === 1,
  }));
  let repeated = headingIn(pieces.map(({ text }) => text).join(""), title);
  const paragraph = element("p");
  for (const { text, isMarked } of pieces) {
    const rest = text.slice(repeated);
    repeated -= text.length - rest.length;
    if (rest !== "") paragraph.append(isMarked ? element("mark", {}, rest) : rest);
  }
  if (!/[.।?!]$/.test(paragraph.textContent.trim())) paragraph.append(" …");
  return paragraph;
}

// How many characters at the start of an excerpt are the heading or its end: the index puts a full stop after it.
function headingIn(text, title) {
  const end = text.indexOf(". ");
  return end >= 0 && title.endsWith(text.slice(0, end)) ? end + 2 : 0;
}

function pageItem({ url, title, excerpt: words, headings }, language) {
  const inside = headings.map((heading) =>
    element("li", {}, element("a", { href: heading.url }, heading.title), excerpt(heading.excerpt, heading.title))
  );
  const below = inside.length > 0 ? element("ul", {}, ...inside) : excerpt(words, title);
  return element("li", { lang: language }, element("a", { href: url }, title), below);
}

function recentSearches() {
  try {
    const searches = JSON.parse(kept(RECENT_KEY) || "[]");
    return Array.isArray(searches) ? searches.filter((one) => typeof one === "string").slice(0, MOST_RECENT) : [];
  } catch {
    return [];
  }
}

function keepSearches(searches) {
  keep(RECENT_KEY, searches.length > 0 ? JSON.stringify(searches) : "");
}

// Returns what is to be done when the dialog has opened.
export function enhanceSearch(dialog) {
  const [input, status, results, recent] = ["input", "[role=status]", ".hc-results", ".hc-recent"].map((selector) =>
    dialog.querySelector(selector)
  );
  const own = document.documentElement.lang;
  const languages = [own, ...Array.from(document.querySelectorAll("a[hreflang]"), (link) => link.hreflang)];
  const searchers = new Map(languages.map((language) => [language, new Searcher(dialog, language)]));
  let latest = 0;

  // What was typed while all this was loaded is searched for at once.
  function opened() {
    searchers.get(own).load().catch(() => {});
    search();
  }

  function showRecent() {
    const searches = recentSearches();
    recent.hidden = searches.length === 0;
    recent.querySelector("ul").replaceChildren(
      ...searches.map((one) => element("li", {}, element("button", { class: "hc-button", type: "button" }, one))),
    );
  }

  async function search() {
    const query = input.value.trim();
    latest += 1;
    const turn = latest;
    recent.hidden = query !== "";
    if (query === "") {
      results.replaceChildren();
      status.textContent = "";
      showRecent();
      return;
    }
    try {
      const answer = await ask(query);
      if (turn === latest) show(query, answer);
    } catch {
      if (turn === latest) show(query, null);
    }
  }

  // The reader's language first; another one only where that has nothing.
  async function ask(query) {
    const first = { language: own, ...(await searchers.get(own).search(query)) };
    if (first.pages.length > 0 && first.unknown.length === 0) return { ...first, says: first.data.messages };
    for (const language of languages.slice(1)) {
      const other = { language, ...(await searchers.get(language).search(query)), says: first.data.messages };
      if (other.pages.length > 0 && other.unknown.length < Math.max(first.unknown.length, 1)) return other;
    }
    return { ...first, says: first.data.messages };
  }

  function show(query, answer) {
    results.dataset.query = query;
    results.replaceChildren(...(answer?.pages ?? []).map((page) => pageItem(page, answer.language)));
    status.textContent = answer === null ? dialog.dataset.failed : sentence(query, answer);
  }

  function sentence(query, { language, pages, unknown, groups, says }) {
    const say = (id, values) =>
      Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), says[id]);
    if (pages.length === 0) return say("search-none", { query });
    const count = say(pages.length === 1 ? "search-one" : "search-many", { count: pages.length });
    if (language !== own) {
      return `${say("search-none", { query })} ${
        say("search-other-language", { language: says[`language-${language}`] })
      }`;
    }
    if (unknown.length > 0) return say("search-without", { words: unknown.join(" ") });
    const corrected = groups.filter(({ level }) => level >= 4);
    return corrected.length > 0
      ? `${say("search-corrected", { words: corrected.map(({ words }) => words[0]).join(", ") })} ${count}`
      : count;
  }

  function links() {
    return Array.from(results.querySelectorAll("a"));
  }

  function remember() {
    const query = input.value.trim();
    if (query !== "") keepSearches([query, ...recentSearches().filter((one) => one !== query)].slice(0, MOST_RECENT));
  }

  input.addEventListener("input", search); // typing, pasting, dictation and input methods alike
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...links()];
    const place = stops.indexOf(document.activeElement);
    if (place < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, place + (event.key === "ArrowDown" ? 1 : -1)))].focus();
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    links()[0]?.click();
  });
  results.addEventListener("click", ({ target }) => {
    if (!target.closest("a")) return;
    remember();
    dialog.close(); // a heading of this very page is behind the dialog
  });
  recent.addEventListener("click", ({ target }) => {
    if (target.closest("[data-forgets]")) keepSearches([]);
    else if (target.closest("li button")) input.value = target.textContent;
    else return;
    input.focus();
    search();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("[data-closes]")) dialog.close();
  });
  return opened;
}
