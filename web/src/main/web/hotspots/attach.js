// Links what lies in a hotspot to it, beside where it is listed: an alert as what it was drawn for, a patrol
// as part of what was done about it.
// @ts-check
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { reasonOf } from '../core/reason.js';
import { workflow } from '../workflow/requests.js';
import { words } from '../words/words.js';
/** @typedef {{layer: string, id: string}} End */

const say = words.drawing;

/**
 * @param {{api: import('../core/api.js').Api, store: import('../core/store.js').Store, announce: (text: string) => void}} context
 * @param {End} hotspot
 */
export function attachments({ api, store, announce }, hotspot) {
  const server = workflow(api);
  // The server refuses what belongs to no end of a link, such as the outline.
  const end = { layer: hotspot.layer, id: hotspot.id };
  const mayWrite = (/** @type {string} */ layer) => store.state.catalog.some((each) => each.name === layer && each.writable === true);
  /** Ids of what is linked. @type {Set<string>} */
  let linked = new Set();

  /** @param {'alert'|'patrol'} kind @param {End} other @param {HTMLButtonElement} button */
  async function attach(kind, other, button) {
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    // A disabled button would lose the focus, and whoever works by keys his place in the list.
    button.setAttribute('aria-disabled', 'true');
    try {
      kind === 'alert' ? await server.link('caused_by', end, other) : await server.link('part_of', other, end);
      announce(words.links.made);
      store.dispatch({ type: 'data/changed' });
    } catch (error) {
      button.removeAttribute('aria-disabled');
      announce(`${words.links.refused}. ${reasonOf(error)}`);
    }
  }

  return {
    /** Asks what is linked already; what cannot be told now is offered once too often, and refused by the server. @param {AbortSignal} [signal] */
    async load(signal) {
      try {
        linked = new Set((await server.links(hotspot.layer, hotspot.id, signal)).map(({ other }) => other.id));
      } catch {
        linked = new Set();
      }
    },
    /** @param {'alert'|'patrol'} kind @param {End & {title: string}} item */
    button(kind, { layer, id, title }) {
      if (linked.has(id)) {
        return el('span', { class: 'muted', tabindex: '-1', 'data-item': id }, icon('link', { size: 14 }), ' ', say.isLinked);
      }
      if (!mayWrite(kind === 'alert' ? hotspot.layer : layer)) {
        return null;
      }
      const button = el('button', { type: 'button', class: 'button small', 'data-testid': `attach-${kind}`, 'data-item': id, 'data-needs-line': true, 'aria-label': say.attachTitle(title), title: say.attachTitle(title),
        onclick: () => void attach(kind, { layer, id }, button) }, icon('link', { size: 14 }), ' ', say.attach);
      return button;
    },
  };
}
