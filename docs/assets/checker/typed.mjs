// What people type, read with explicit tables. Twin of hooks/helpcenter/typed.py, which explains each function.

const DIGIT_ZEROS = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xff10,
];
const BLANKS = new Set("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000");
for (let code = 0x2000; code < 0x200b; code += 1) BLANKS.add(String.fromCodePoint(code));
const DROPPED = new Set("\u093c\u200b\u200c\u200d\u2060\ufeff\u200e\u200f");
const NUKTA_LETTERS = {
  "\u0958": "क", "\u0959": "ख", "\u095a": "ग", "\u095b": "ज",
  "\u095c": "ड", "\u095d": "ढ", "\u095e": "फ", "\u095f": "य",
};
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const MOST_DIGITS = 4;

const INPUTS = ["currency", "payment", "every", "fields"];
const PAYMENTS = ["one-time", "subscription"];
const UNITS = ["day", "week", "month", "year"];

function foldCharacter(character) {
  const code = character.codePointAt(0);
  for (const zero of DIGIT_ZEROS) {
    if (zero <= code && code <= zero + 9) return String.fromCodePoint(0x30 + code - zero);
  }
  if (BLANKS.has(character)) return " ";
  if (DROPPED.has(character)) return "";
  if (Object.hasOwn(NUKTA_LETTERS, character)) return NUKTA_LETTERS[character];
  const upper = UPPER.indexOf(character);
  return upper >= 0 ? LOWER[upper] : character;
}

export function fold(text) {
  const folded = Array.from(text, foldCharacter).join("");
  return folded.split(" ").filter((word) => word !== "").join(" ");
}

const isNumber = (text) =>
  text !== "" && Array.from(text).every((character) => character >= "0" && character <= "9");

function ungroup(text) {
  const [first, ...others] = text.split(",");
  const wellGrouped =
    others.length > 0 &&
    isNumber(first) &&
    first.length <= 3 &&
    others.every((group) => isNumber(group) && (group.length === 2 || group.length === 3)) &&
    others.at(-1).length === 3;
  return wellGrouped ? first + others.join("") : text;
}

export function readCount(text) {
  const digits = ungroup(text);
  if (digits === "") return "count-empty";
  const point = digits.indexOf(".");
  if (point >= 0 && isNumber(digits.slice(0, point)) && isNumber(digits.slice(point + 1))) {
    return "count-not-whole";
  }
  if (!isNumber(digits)) return "count-unreadable";
  let start = 0;
  while (digits[start] === "0") start += 1;
  const significant = digits.slice(start);
  if (significant === "") return "count-zero";
  return significant.length <= MOST_DIGITS ? parseInt(significant, 10) : "count-too-large";
}

function splitNumber(text) {
  let end = 0;
  while (end < text.length && (isNumber(text[end]) || text[end] === "," || text[end] === ".")) end += 1;
  return [text.slice(0, end), text.slice(end)];
}

export function readInterval(every, unit, unitWords) {
  const [number, rest] = splitNumber(fold(every));
  const word = rest.startsWith(" ") ? rest.slice(1) : rest;
  if (word !== "" && (number === "" || !Object.hasOwn(unitWords, word))) {
    return rest.startsWith(" ") ? "unit-unknown" : "count-unreadable";
  }
  const count = readCount(number);
  if (typeof count === "string") return count;
  const readUnit = word === "" ? unit : unitWords[word];
  if (!UNITS.includes(readUnit)) return "unit-unknown";
  return { count, unit: readUnit };
}

export function readCurrency(text, currencies) {
  const folded = fold(text);
  if (folded === "") return "currency-empty";
  const code = Array.from(folded, (letter) => {
    const lower = LOWER.indexOf(letter);
    return lower >= 0 ? UPPER[lower] : letter;
  }).join("");
  return currencies.includes(code) ? code : "currency-unknown";
}

export function readPlan(form, vocabulary) {
  const currency = readCurrency(form.currency, vocabulary.currencies);
  const { payment } = form;
  const interval =
    payment === "subscription" ? readInterval(form.every, form.unit, vocabulary.units) : null;
  const codes = {
    currency: currency.startsWith("currency-") ? currency : null,
    payment: PAYMENTS.includes(payment) ? null : payment === "" ? "payment-empty" : "payment-unknown",
    every: typeof interval === "string" ? interval : null,
    fields: form.fields.every((field) => vocabulary.fields.includes(field)) ? null : "fields-unknown",
  };
  const problems = INPUTS.filter((name) => codes[name] !== null).map((name) => ({
    input: name,
    code: codes[name],
  }));
  const plan = { currency, payment, interval, fields: [...form.fields] };
  return { plan: problems.length > 0 ? null : plan, problems };
}
