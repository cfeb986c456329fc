// Makes the page fit for a line that goes: keeps what it begins with, and lets a service worker keep its files.
// @ts-check
import { debounce, el, fill } from '../core/dom.js';
import { isDrawn } from '../core/query.js';
import { words } from '../words/words.js';

const KEEP_MS = 1_000;
/** A page that stays open for days hears of a new version all the same. */
const LOOK_FOR_NEWER_MS = 3_600_000;
const LINE = 'vigie-session';
const MOST_ENTRIES = 2_000;

/**
 * @param {import('../core/store.js').Store} store
 * @param {import('./kept.js').Kept} kept
 * @param {{parent: HTMLElement, over: () => void, sealed: () => void}} page over: the session ended in another tab; sealed: the page began without a line, and what is kept locked cannot be read yet
 */
export function keepForOffline(store, kept, { parent, over, sealed }) {
  const keep = debounce(() => {
    const { session, mission, catalog, lostSince } = store.state;
    if (session && mission && lostSince === null) {
      void kept.keepStart({ session, mission, catalog, address: location.hash }).catch(() => undefined);
    }
  }, KEEP_MS);
  store.watch((s) => [s.session, s.mission, s.view, s.period, s.shown, s.filters, s.selection, s.counts], keep, { now: true });

  if (store.state.lostSince !== null) {
    const told = store.watch((s) => s.lock === 'sealed', () => {
      told();
      sealed();
    });
  }
  void kept.lock.look().catch(() => undefined);

  // What is kept is what the browser says was fetched; the usual 250 entries are fewer than a page over the line has.
  performance.setResourceTimingBufferSize(MOST_ENTRIES);
  new BroadcastChannel(LINE).addEventListener('message', over);
  if ('serviceWorker' in navigator) {
    // What is fetched for later does not stand in the way of the first picture.
    const stop = store.watch(isDrawn, () => {
      stop();
      void keepFiles(store, parent);
    });
  }
}

/** Deletes what was kept, here and in the other tabs. @param {import('./kept.js').Kept} kept */
export async function forget(kept) {
  const line = new BroadcastChannel(LINE);
  line.postMessage('over');
  line.close();
  await kept.clear().catch(() => undefined);
}

/** @param {import('../core/store.js').Store} store @param {HTMLElement} parent */
async function keepFiles(store, parent) {
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.version && !import.meta.url.includes(`/assets/${data.version}/`)) {
      tellOfNewer(parent);
    }
  });
  const registration = await navigator.serviceWorker.register('/service-worker.js').catch(() => null);
  if (!registration) {
    return;
  }
  const look = () => void registration.update().catch(() => undefined);
  setInterval(look, LOOK_FOR_NEWER_MS);
  // A server that was away may have come back as another.
  store.watch((s) => s.lostSince !== null || s.staleSince !== null, (isAway) => { if (!isAway) { look(); } });
  await navigator.serviceWorker.ready;
  tellOfUsed(registration);
  navigator.serviceWorker.addEventListener('controllerchange', () => tellOfUsed(registration));
}

/** @param {ServiceWorkerRegistration} registration */
function tellOfUsed({ active }) {
  const used = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
  active?.postMessage({ keep: used.filter((path) => path.startsWith('/assets/')) });
}

/** The files of this page and of the newer one lie beside each other: this one goes on as it is until it is loaded as a whole. @param {HTMLElement} parent */
function tellOfNewer(parent) {
  parent.querySelector('.newer')?.remove();
  const notice = el('div', { class: 'newer', role: 'status', 'data-testid': 'newer-version' });
  fill(notice, el('span', {}, words.offline.newer),
    el('button', { type: 'button', class: 'button small primary', 'data-testid': 'newer-load', onclick: () => location.reload() }, words.offline.reload),
    el('button', { type: 'button', class: 'button small', onclick: () => notice.remove() }, words.close));
  parent.append(notice);
}
