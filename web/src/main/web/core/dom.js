// Building the page from nodes: text stays text, whatever it says.
// @ts-check

/** @typedef {Node|string|number|null|undefined|false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes] on… are listeners, class and data-… as usual; a value of
 *     false, null or undefined is left out, true gives an empty attribute
 * @param {...(Child|Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) {
      continue;
    }
    if (name.startsWith('on') && typeof value === 'function') {
      node.addEventListener(name.slice(2), value);
    } else if (name === 'style') {
      for (const [property, content] of Object.entries(value)) {
        node.style.setProperty(property, String(content));
      }
    } else {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  node.append(...nodes(children));
  return node;
}

/** @param {Element} parent @param {...(Child|Child[])} children */
export function fill(parent, ...children) {
  parent.replaceChildren(...nodes(children));
}

/** @param {(Child|Child[])[]} children @returns {(Node|string)[]} */
function nodes(children) {
  return children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (typeof child === 'number' ? String(child) : /** @type {Node|string} */ (child)));
}

/**
 * Runs the last of a burst of calls, once it is over; given a patience, also now and then while it lasts.
 *
 * @template {any[]} A
 * @param {(...args: A) => void} action
 * @param {number} ms of silence that end a burst
 * @param {number} [patience] ms after which a burst that goes on is answered. Two answers never lie closer: on a slow
 *     machine every call of a drag is a burst of its own
 */
export function debounce(action, ms, patience = Infinity) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  let since = 0;
  let answered = -Infinity;
  const later = (/** @type {A} */ ...args) => {
    const now = performance.now();
    since = timer === undefined ? now : since;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      answered = performance.now();
      action(...args);
    }, Math.max(0, Math.min(ms, since + patience - now), patience === Infinity ? 0 : answered + patience - now));
  };
  return Object.assign(later, {
    /** What is still to come does not come. */
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  });
}

/**
 * One at a time: whoever presses again while it is on its way asks for nothing more.
 *
 * @template {any[]} A, T
 * @param {(...args: A) => Promise<T>} work
 * @returns {(...args: A) => Promise<T>}
 */
export function oneAtATime(work) {
  /** @type {Promise<T>|null} */
  let underWay = null;
  return (...args) => (underWay ??= work(...args).finally(() => { underWay = null; }));
}

/** Runs at most once a frame. @param {() => void} action */
export function eachFrame(action) {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        action();
      });
    }
  };
}
