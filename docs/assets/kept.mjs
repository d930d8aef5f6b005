// What a reader has chosen stays on the device. A browser that stores nothing (a private window, a full disk, storage
// switched off) throws: the choice then holds for this page.

/** Answers of the reader that could not be sent yet. */
export const ANSWERS_KEY = "hc-answers";

/** @param {string} key */
export function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {string} key
 * @param {string} value "" removes what is kept
 */
export function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // See above.
  }
}
