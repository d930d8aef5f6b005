// What a reader has chosen stays on the device. A browser that stores nothing (private windows, a full disk, storage switched
// off) throws: the choice then holds for this page.

export function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

export function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // See above.
  }
}
