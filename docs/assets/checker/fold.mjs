// Typed text in one form, by explicit tables. Twin of `fold` in hooks/helpcenter/engine/typed.py.

// The zero of each script, from ASCII to full width; spaces; what is dropped; letters with a nukta, as one character each.
const ZEROS = "0٠۰०০੦૦୦௦౦೦൦０";
const SPACES = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const DROPPED = /[\u093c\u200b-\u200f\u2060\ufeff]/g;
const FIRST_NUKTA_LETTER = 0x958;
const NUKTA_LETTERS = "कखगजडढफय";
const CAPITAL = /[A-Z]/;

/** @param {string} character */
function foldCharacter(character) {
  const code = /** @type {number} */ (character.codePointAt(0));
  for (const zero of ZEROS) {
    const digit = code - /** @type {number} */ (zero.codePointAt(0));
    if (digit >= 0 && digit <= 9) return digit;
  }
  return NUKTA_LETTERS[code - FIRST_NUKTA_LETTER] ??
    (CAPITAL.test(character) ? character.toLowerCase() : character);
}

/**
 * @param {string} text
 * @returns {string} with ASCII digits and lowercase letters, single spaces, no nukta and no invisible characters
 */
export function fold(text) {
  const plain = text.replace(DROPPED, "").replace(SPACES, " ").replace(/^ | $/g, "");
  return Array.from(plain, foldCharacter).join("");
}
