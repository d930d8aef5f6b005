// Elements made by script: text and attributes, never HTML from data.

const LATIN = /[A-Za-z](?:[A-Za-z0-9.'’\s-]*[A-Za-z0-9])?/g;

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// Words of a Latin script on a page of another one are marked, so that they are read out in their own language.
export function marked(text, marksLatin) {
  if (!marksLatin) return [text];
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(LATIN)) {
    pieces.push(text.slice(end, match.index), element("span", { lang: "en" }, match[0]));
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}
