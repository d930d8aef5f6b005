// All problems over the page: where each is, with a link that opens the editor, what is wrong, and how to mend it.

/** @import { Problem, Unit, Waiting } from "./types.d.ts" */

const MOST = 30;

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

export class Overlay {
  /** @param {string} base where the site begins */
  constructor(base) {
    this.host = element("helpcenter-preview", { lang: "en" });
    this.list = element("ol");
    this.title = element("summary");
    this.status = element("p", { role: "status" });
    this.units = element("ol");
    this.waiting = element("details", { class: "waiting" }, element("summary"), this.units);
    this.panel = element("details", { open: "", class: "panel" }, this.title, this.status, this.list, this.waiting);
    const style = element("link", { rel: "stylesheet", href: `${base}preview/overlay.css` });
    this.host.attachShadow({ mode: "open" }).append(style, this.panel);
    this.host.hidden = true;
    this.isLost = false;
    document.documentElement.append(this.host);
  }

  /**
   * @param {Problem[]} problems
   * @param {Waiting} waiting
   */
  show(problems, { count, here }) {
    const wrong = problems.filter(({ severity }) => severity === "error").length;
    const notes = problems.length - wrong;
    const said = [
      wrong > 0 ? `${wrong} problem${wrong === 1 ? "" : "s"}` : "",
      notes > 0 ? `${notes} note${notes === 1 ? "" : "s"}` : "",
      count > 0 ? `${count} text${count === 1 ? "" : "s"} wait${count === 1 ? "s" : ""} for review` : "",
    ];
    this.title.textContent = said.filter(Boolean).join(" · ");
    this.panel.toggleAttribute("open", wrong > 0);
    this.list.replaceChildren(...problems.slice(0, MOST).map(item));
    const more = problems.length - MOST;
    if (more > 0) this.list.append(element("li", {}, `… and ${more} more: helpcenter check`));
    /** @type {HTMLElement} */ (this.waiting.firstElementChild).textContent = `${here.length} of these on this page`;
    this.waiting.hidden = here.length === 0;
    this.units.replaceChildren(...here.map(sides));
    this.isEmpty = problems.length === 0 && count === 0;
    this.host.hidden = this.isEmpty && !this.isLost;
  }

  /** @param {boolean} isLost whether the server cannot be reached */
  lost(isLost) {
    this.isLost = isLost;
    this.status.textContent = isLost ? "the preview does not answer: helpcenter serve" : "";
    this.host.hidden = (this.isEmpty ?? true) && !isLost;
  }
}

/** @param {Problem} problem */
function item({ place, link, check, severity, message, hint, mend, command }) {
  const lines = [
    element("p", {}, element("a", { href: link }, place), ` ${check}`),
    element("p", { class: "message" }, message),
    ...(hint ? [element("p", { class: "hint" }, hint)] : []),
    ...(mend ? [copied(mend)] : []),
    ...(command ? [copied(command)] : []),
  ];
  return element("li", { class: severity }, ...lines);
}

/** @param {Unit} unit */
function sides({ unit, why, texts, command }) {
  const columns = texts.map(({ language, words, read }) =>
    element(
      "div",
      { lang: language },
      element("p", {}, words),
      ...read.map((one) => element("p", { class: "hint", lang: "en" }, `read: ${one}`)),
    )
  );
  return element(
    "li",
    {},
    element("p", {}, `${unit}: ${why}`),
    element("div", { class: "sides" }, ...columns),
    copied(command),
  );
}

/** @param {string} text */
function copied(text) {
  const button = element("button", { type: "button" }, "Copy");
  button.addEventListener("click", async () => {
    const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    button.textContent = isCopied ? "Copied" : "Select and copy it";
  });
  return element("p", { class: "copied" }, element("code", {}, text), button);
}
