// Typed text in one form, by explicit tables. Twin of `fold` in hooks/helpcenter/typed.py.

// The zero of each script, from ASCII to full width; blanks; what is dropped; letters with a nukta, as one character each.
const ZEROS = "0٠۰०০੦૦୦௦౦೦൦０";
const BLANKS = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const DROPPED = /[\u093c\u200b-\u200f\u2060\ufeff]/g;
const FIRST_NUKTA_LETTER = 0x958;
const NUKTA_LETTERS = "कखगजडढफय";
export const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
export const LOWER = UPPER.toLowerCase();

function foldCharacter(character) {
  const code = character.codePointAt(0);
  for (const zero of ZEROS) {
    const digit = code - zero.codePointAt(0);
    if (digit >= 0 && digit <= 9) return digit;
  }
  return NUKTA_LETTERS[code - FIRST_NUKTA_LETTER] ?? LOWER[UPPER.indexOf(character)] ?? character;
}

export function fold(text) {
  const plain = text.replace(DROPPED, "").replace(BLANKS, " ").replace(/^ | $/g, "");
  return Array.from(plain, foldCharacter).join("");
}
