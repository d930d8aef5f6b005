// A page becomes another one: what differs between the HTML that the server sent before and now is changed in the page,
// and all that scripts and readers did elsewhere stays.

// Scripts have taken hold of these when the page was loaded: where they come or go, the page is loaded again.
const HELD = [
  ...[".hc-search", ".hc-tools", ".hc-done", ".hc-copy", ".hc-request", ".hc-checker", ".hc-feedback", ".hc-scheme"],
  ...[".hc-language", "[popover]", ".hc-steps > li", ".hc-section", "script"],
].join();

class Unpatchable extends Error {}

export class Patched {
  /** @param {Document} page just parsed, and changed by no script yet */
  constructor(page) {
    this.page = page;
    /** @type {Map<Node, Node>} from each node as the server sent it to the one in the page */
    this.live = new Map();
    this.known = /** @type {Document} */ (page.cloneNode(true));
    pair(this.known, page, this.live);
  }

  /**
   * Show another HTML document; false where that cannot be done in place.
   * @param {string} html
   */
  become(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    try {
      const live = new Map();
      this.element(this.known.head, next.head, live);
      this.element(this.known.body, next.body, live);
      this.known = next;
      this.live = live;
    } catch (error) {
      if (error instanceof Unpatchable) return false;
      throw error;
    }
    return true;
  }

  /**
   * @param {Node} known
   * @returns {Node} the node in the page
   */
  of(known) {
    const live = this.live.get(known);
    if (!live?.isConnected) throw new Unpatchable();
    return live;
  }

  /**
   * @param {Node} before
   * @param {Node} after of the same kind
   * @param {Map<Node, Node>} live
   */
  node(before, after, live) {
    if (before instanceof Element && after instanceof Element) this.element(before, after, live);
    else {
      const text = this.of(before);
      text.nodeValue = after.nodeValue;
      live.set(after, text);
    }
  }

  /**
   * @param {Element} before
   * @param {Element} after
   * @param {Map<Node, Node>} live
   */
  element(before, after, live) {
    const shown = /** @type {Element} */ (this.of(before));
    live.set(after, shown);
    for (const { name } of before.attributes) if (!after.hasAttribute(name)) shown.removeAttribute(name);
    for (const { name, value } of after.attributes) {
      if (before.getAttribute(name) !== value) shown.setAttribute(name, value);
    }
    this.children(Array.from(before.childNodes), Array.from(after.childNodes), shown, live);
  }

  /**
   * @param {Node[]} before
   * @param {Node[]} after
   * @param {Element} parent in the page
   * @param {Map<Node, Node>} live
   */
  children(before, after, parent, live) {
    const least = Math.min(before.length, after.length);
    let start = 0;
    while (start < least && before[start].isEqualNode(after[start])) start += 1;
    let end = 0;
    while (end < least - start && before[before.length - 1 - end].isEqualNode(after[after.length - 1 - end])) end += 1;
    const gone = before.slice(start, before.length - end);
    const come = after.slice(start, after.length - end);
    for (let index = 0; index < start; index += 1) this.keep(before[index], after[index], live);
    for (let index = 1; index <= end; index += 1) this.keep(before.at(-index), after.at(-index), live);
    if (gone.length === come.length && gone.every((one, index) => one.nodeName === come[index].nodeName)) {
      gone.forEach((one, index) => this.node(one, come[index], live));
      return;
    }
    if ([...gone, ...come].some(isHeld)) throw new Unpatchable();
    const follower = end > 0 ? this.of(before[before.length - end]) : null;
    const previous = start > 0 ? this.of(before[start - 1]) : null;
    const place = follower ?? (previous ? previous.nextSibling : parent.firstChild);
    for (const one of gone.map((known) => this.of(known))) if (one !== place) one.parentNode?.removeChild(one);
    for (const one of come) {
      const copy = document.importNode(one, true);
      pair(one, copy, live);
      (follower?.parentNode ?? previous?.parentNode ?? parent).insertBefore(copy, place);
    }
    if (place && gone.some((known) => this.live.get(known) === place)) place.parentNode?.removeChild(place);
  }

  /**
   * Note what a subtree that is the same as before is in the page.
   * @param {Node | undefined} before
   * @param {Node | undefined} after
   * @param {Map<Node, Node>} live
   */
  keep(before, after, live) {
    if (!before || !after) return;
    const shown = this.live.get(before);
    if (shown) live.set(after, shown);
    before.childNodes.forEach((child, index) => this.keep(child, after.childNodes[index], live));
  }
}

/** @param {Node} node */
function isHeld(node) {
  return node instanceof Element && (node.matches(HELD) || node.querySelector(HELD) !== null);
}

/**
 * @param {Node} known
 * @param {Node} shown a copy of it, or what it is a copy of
 * @param {Map<Node, Node>} live
 */
function pair(known, shown, live) {
  live.set(known, shown);
  known.childNodes.forEach((child, index) => pair(child, shown.childNodes[index], live));
}
