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

/** Runs the last of a burst of calls. @template {any[]} A @param {(...args: A) => void} action @param {number} ms */
export function debounce(action, ms) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  return (/** @type {A} */ ...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), ms);
  };
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
