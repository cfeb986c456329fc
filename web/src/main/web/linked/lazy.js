// Fetches the linked views when they are first opened.
// @ts-check
import { failure } from '../panels/layers.js';
import { words } from '../words/words.js';
/** @typedef {import('../core/store.js').Store} Store */

/**
 * @param {HTMLElement} app
 * @param {{store: Store, api: import('../core/api.js').Api, map: import('../map/map.js').MissionMap, announce: (text: string) => void}} context
 */
export function keepLinked(app, context) {
  const { store } = context;
  const section = document.createElement('section');
  section.className = 'linked-panel';
  section.hidden = true;
  section.setAttribute('aria-label', words.linked.title);
  section.dataset.testid = 'linked';
  app.querySelector('.map-area')?.after(section);
  let mounted = false;

  async function show() {
    const { linked } = store.state;
    section.hidden = linked === null;
    app.dataset.linked = linked?.size ?? '';
    app.querySelector('.map-area')?.toggleAttribute('inert', linked?.size === 'full');
    if (linked === null || mounted) {
      return;
    }
    mounted = true;
    try {
      const { mountPanel } = await import('./panel.js');
      section.replaceChildren();
      mountPanel(section, context);
    } catch (error) {
      mounted = false;
      section.replaceChildren(failure(words.linked.title, error, () => void show()));
    }
  }
  store.watch((s) => [s.linked === null, s.linked?.size], () => void show(), { now: true });
}
