// A panel whose modules are fetched when it is first wanted: over a bad line nobody waits for what he has not opened.
// @ts-check
import { el, fill } from '../core/dom.js';
import { words } from '../words/words.js';
import { failure } from './layers.js';
import { loading } from './states.js';

/**
 * @param {HTMLElement} parent hidden until then
 * @param {import('../core/store.js').Store} store
 * @param {(state: import('../core/types.js').State) => boolean} isWanted
 * @param {() => Promise<() => void>} load fetches the modules; what it gives fills the emptied parent
 */
export function mountWhen(parent, store, isWanted, load) {
  let isMounted = false;
  let isLoading = false;

  async function mount() {
    isLoading = true;
    fill(parent, loading());
    try {
      const mounted = await load();
      isMounted = true;
      fill(parent);
      mounted();
    } catch (error) {
      fill(parent, failure(words.detail.failed, error, () => void mount()));
    } finally {
      isLoading = false;
    }
  }

  const stop = store.watch(isWanted, (wanted) => {
    if (isMounted) {
      stop();
    } else {
      parent.hidden = !wanted;
      if (wanted && !isLoading) {
        void mount();
      }
    }
  });
  if (isWanted(store.state)) {
    parent.hidden = false;
    void mount();
  }
}

/** Fetches what works beside the panels, when it is first needed; what fails is tried again at the next occasion. @param {import('../core/store.js').Store} store @param {(state: import('../core/types.js').State) => boolean} isNeeded @param {() => Promise<void>} load */
export function fetchWhen(store, isNeeded, load) {
  let isAsked = false;
  async function look() {
    if (isNeeded(store.state) && !isAsked) {
      isAsked = true;
      try {
        await load();
        stop();
      } catch {
        isAsked = false;
      }
    }
  }
  const stop = store.watch(isNeeded, look);
  void look();
}
