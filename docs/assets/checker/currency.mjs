// A currency by its code, a name in any language or script, or a symbol: the plain list becomes one that can be searched.

import { element } from "../dom.mjs";
import { fold } from "./fold.mjs";

const NASALS = /[ङञणनम]्(?=[क-ह])|ँ/gu; // हिन्दी and पाँच are typed with a dot as well
const wordsOf = (text) => fold(text.normalize("NFC")).replace(NASALS, "ं").match(/[^ –-]+/g) ?? [];

// A word by its sound: what stays of Latin letters however its vowels are typed. Twin of `sound` in hooks/helpcenter/sounds.py.
export const sound = (word) => `~${word.replace(/[aeiouyh]/g, "").replace(/(.)\1+/g, "$1")}`;

// What finds currencies, and reads one from what was typed: its code, or the text itself where it names none or several.
function finder(options, searched) {
  const all = options.map((option) => ({ option, keys: wordsOf(`${option.text} ${searched[option.value]}`) }));
  const having = (typed) => all.filter(({ keys }) => typed.every((word) => keys.some((key) => key.startsWith(word))));

  function find(text) {
    const typed = wordsOf(text);
    const found = having(typed);
    return found.length > 0 ? found : having(typed.map(sound)); // by its sound only what no word begins with
  }

  function read(text) {
    const found = find(text);
    const named = found.find(({ keys }) => keys[0] === `${wordsOf(text)}`) ?? (found.length === 1 ? found[0] : null);
    return named?.option.value ?? text;
  }

  return { find, read };
}

export function enhanceCurrency(select, box, searched, announce) {
  const options = Array.from(select.options).slice(1);
  const { find, read } = finder(options, searched);
  const [input, list] = box.children;
  let active = null;

  function mark(item) {
    active?.setAttribute("aria-selected", false);
    active = item;
    active?.setAttribute("aria-selected", true);
    active?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", active?.id ?? "");
  }

  function setOpen(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", isOpen);
    mark(null);
  }

  function show(text) {
    const found = find(text);
    const item = ({ option }) =>
      element("li", { role: "option", id: `check-${option.value}`, "aria-selected": false }, option.text);
    list.replaceChildren(...found.map(item));
    setOpen(found.length > 0);
    if (text !== "") announce(found.length);
  }

  function write(text) {
    input.value = options.find(({ value }) => value === text)?.text ?? text;
  }

  function choose(item) {
    input.value = item.textContent;
    setOpen(false);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function move(by) {
    if (list.hidden) show("");
    const all = Array.from(list.children);
    mark(all.at((all.indexOf(active) + by + (by < 0 && active === null)) % all.length));
  }

  input.addEventListener("input", () => show(input.value));
  input.addEventListener("click", () => (list.hidden ? show("") : setOpen(false)));
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown") move(1);
    else if (key === "ArrowUp") move(-1);
    else if (key === "Enter" && active) choose(active);
    else if (key === "Escape" && !list.hidden) setOpen(false);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => {
    setOpen(false);
    write(read(input.value));
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // focus stays in the field
  list.addEventListener("click", ({ target }) => choose(target.closest("li")));

  return { codes: options.map(({ value }) => value), read: () => read(input.value), write };
}
