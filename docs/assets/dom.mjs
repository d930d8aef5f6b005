// Elements made by script: text and attributes, never HTML from data.

const LATIN = /([A-Za-z](?:[A-Za-z0-9.'’\s-]*[A-Za-z0-9])?)/; // in a group: split keeps what it parts by

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// Words of a Latin script on a page of another one are marked, so that they are read out in their own language.
export function marked(text, marksLatin) {
  const pieces = marksLatin ? text.split(LATIN) : [text];
  return pieces.map((piece, index) => (index % 2 === 1 ? element("span", { lang: "en" }, piece) : piece));
}
