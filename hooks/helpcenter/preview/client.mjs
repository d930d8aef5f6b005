// The preview's own script, first in every page: it follows the stream of changes and shows them in the page as it stands.

import { mark } from "./marks.mjs";
import { Overlay } from "./overlay.mjs";
import { Patched } from "./patch.mjs";

/** @import { Message, Problem } from "./types.d.ts" */

const own = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-base]"));
const { base, address } = /** @type {Record<string, string>} */ (own.dataset);
own.remove();
const page = new Patched(document); // before any other script changes what the server sent
const overlay = new Overlay(base);
/** @type {Problem[]} */
let problems = [];
/** @type {EventSource | null} */
let stream = null;

/** @param {Message} message */
function take(message) {
  if (message.saved) renew(message.saved);
  if (message.page !== undefined && !page.become(message.page)) location.reload();
  if (message.problems) problems = message.problems;
  if (message.waiting) overlay.show(problems, message.waiting);
  mark(problems);
}

/**
 * Load again what the page had loaded of what was saved.
 * @param {string[]} saved
 */
function renew(saved) {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const has = (/** @type {string} */ part) => loaded.some((name) => name.includes(part));
  const search = document.querySelector("dialog[open]");
  if (saved.includes("script") || (saved.includes("facts") && has("/assets/checker/"))) location.reload();
  else if (has("/pagefind/") && search) search.addEventListener("close", () => location.reload(), { once: true });
  else if (has("/pagefind/")) location.reload();
  else if (saved.includes("style")) restyle();
}

function restyle() {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const links = document.querySelectorAll("link[rel=stylesheet]");
  for (const link of links) {
    const url = new URL(link.href);
    url.searchParams.set("changed", `${Date.now()}`);
    link.href = url.href;
  }
}

// A browser keeps few streams open to one server at a time: tabs that nobody sees have none, and catch up when shown.
function follow() {
  if (document.hidden) {
    stream?.close();
    stream = null;
    return;
  }
  stream ??= new EventSource(`${base}preview/events?address=${encodeURIComponent(address)}`);
  stream.onmessage = ({ data }) => take(JSON.parse(data));
  stream.onopen = () => overlay.lost(false);
  stream.onerror = () => overlay.lost(true);
}

document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", () => stream?.close());
follow();
