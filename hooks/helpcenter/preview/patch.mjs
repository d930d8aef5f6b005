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
    const partners = alike(before, after);
    const stay = new Set(partners.values());
    for (const known of before) {
      if (stay.has(known)) continue;
      if (isHeld(known)) throw new Unpatchable();
      const shown = /** @type {ChildNode} */ (this.of(known));
      shown.remove();
    }
    /** @type {Node | null} the last node in the page that is done */
    let last = null;
    for (const node of after) {
      const known = partners.get(node);
      if (known?.isEqualNode(node)) this.keep(known, node, live);
      else if (known) this.node(known, node, live);
      else this.insert(node, last, parent, live);
      last = live.get(node) ?? last;
    }
  }

  /**
   * @param {Node} node
   * @param {Node | null} previous behind which it comes in the page; null for the first in `parent`
   * @param {Element} parent
   * @param {Map<Node, Node>} live
   */
  insert(node, previous, parent, live) {
    if (isHeld(node)) throw new Unpatchable();
    const copy = this.page.importNode(node, true);
    pair(node, copy, live);
    const place = previous ? /** @type {Element} */ (previous.parentNode) : parent;
    place.insertBefore(copy, previous ? previous.nextSibling : place.firstChild);
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

/** What makes two nodes one that has changed, and not two. @param {Node} node */
const kind = (node) => (node instanceof Element ? `${node.tagName}#${node.id}.${node.className}` : node.nodeName);

/**
 * Return for each node that was there before which one it was: as many as can be in the same order.
 * @param {Node[]} before
 * @param {Node[]} after
 */
function alike(before, after) {
  /** @type {Map<Node, Node>} */
  const found = new Map();
  let start = 0;
  let [end, last] = [before.length, after.length];
  for (; start < Math.min(end, last) && before[start].isEqualNode(after[start]); start += 1) {
    found.set(after[start], before[start]);
  }
  for (; end > start && last > start && before[end - 1].isEqualNode(after[last - 1]); end -= 1, last -= 1) {
    found.set(after[last - 1], before[end - 1]);
  }
  const [gone, come] = [before.slice(start, end), after.slice(start, last)];
  const kinds = [gone.map(kind), come.map(kind)];
  // The length of the longest common sequence of the kinds from each pair of places on.
  const longest = Array.from({ length: gone.length + 1 }, () => new Uint16Array(come.length + 1));
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      longest[i][j] = kinds[0][i] === kinds[1][j]
        ? longest[i + 1][j + 1] + 1
        : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  for (let i = 0, j = 0; i < gone.length && j < come.length;) {
    if (kinds[0][i] === kinds[1][j]) found.set(come[j++], gone[i++]);
    else if (longest[i + 1][j] >= longest[i][j + 1]) i += 1;
    else j += 1;
  }
  return found;
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
