// A text field with a list of options: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { element } from "../dom.mjs";

/**
 * Opens and closes the list, and knows the option that the arrow keys have reached. Focus stays in the field, whose
 * `aria-activedescendant` names that option.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 */
function listbox(input, list) {
  /** @type {Element | null} */
  let active = null;

  /** @param {Element | null} item */
  function mark(item) {
    active = item;
    for (const one of list.children) one.setAttribute("aria-selected", `${one === item}`);
    item?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", item?.id ?? "");
  }

  /** @param {boolean} isOpen */
  function setOpen(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", `${isOpen}`);
    mark(null);
  }

  /** @param {1 | -1} by */
  function move(by) {
    const all = Array.from(list.children);
    const from = active || by > 0 ? all.indexOf(/** @type {Element} */ (active)) : 0; // up from none: to the last one
    mark(/** @type {Element} */ (all.at((from + by) % all.length)));
  }

  return { active: () => active, move, setOpen };
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {(text: string) => { text: string, value: string }[]} find
 * @param {(count: number) => void} announce
 */
export function enhanceCombobox(input, list, find, announce) {
  const { active, move, setOpen } = listbox(input, list);

  /** @param {string} text */
  function show(text) {
    const items = find(text).map(({ text, value }) => element("li", { role: "option", id: `check-${value}` }, text));
    list.replaceChildren(...items);
    setOpen(items.length > 0);
    if (text !== "") announce(items.length);
  }

  /** @param {Element | null} item */
  function choose(item) {
    input.value = /** @type {Element} */ (item).textContent;
    setOpen(false);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  input.addEventListener("input", () => show(input.value));
  input.addEventListener("click", () => (list.hidden ? show("") : setOpen(false)));
  input.addEventListener("blur", () => setOpen(false));
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    const by = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (by && list.hidden) show("");
    if (by) move(by);
    else if (key === "Enter" && active()) choose(active());
    else if (key === "Escape" && !list.hidden) setOpen(false);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // focus stays in the field
  list.addEventListener("click", ({ target }) => choose(/** @type {Element} */ (target).closest("li")));
}
