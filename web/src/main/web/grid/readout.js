// Says where the pointer is, or the middle of the map, in the notation of this browser; a click says it in all of them.
// @ts-check
import { coordinates, notation, onNotation } from '../core/coordinates.js';
import { isInGrid } from '../core/mgrs.js';
import { el } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { words } from '../words/words.js';

const NEAR_ZOOM = 12;

/**
 * @param {HTMLElement} parent what the menu opens in
 * @param {import('../map/map.js').MissionMap} map
 * @param {import('../core/store.js').Store} store
 * @param {(text: string) => void} announce
 * @returns {{node: HTMLElement, copy: () => void}} copy: what the readout says now
 */
export function mountReadout(parent, { leaflet }, store, announce) {
  /** @type {{lat: number, lng: number}} */
  let at = leaflet.getCenter();
  const said = el('bdi', { dir: 'ltr', 'data-testid': 'position' });
  const node = el('button', { type: 'button', class: 'position', title: words.coordinates.readout, 'aria-haspopup': 'dialog', 'data-testid': 'readout',
    onclick: () => open(leaflet.getCenter(), words.coordinates.centre) }, said, icon('chevron', { size: 12 }));
  const digits = () => (leaflet.getZoom() > NEAR_ZOOM ? 5 : 4);

  function say() {
    said.textContent = coordinates(at.lat, at.lng, { digits: digits() });
    const isBeyond = (notation() === 'mgrs' || notation() === 'utm') && !isInGrid(at.lat);
    node.title = isBeyond ? words.coordinates.beyond : words.coordinates.readout;
  }
  const show = (/** @type {{lat: number, lng: number}} */ now) => { at = now; say(); };

  /** @param {{lat: number, lng: number}} where @param {string} title */
  async function open(where, title) {
    const { openPlaceMenu } = await import('./place-menu.js');
    openPlaceMenu(parent, { ...where, digits: digits(), title }, { store, announce, opener: node });
  }

  leaflet.on('mousemove', (/** @type {import('leaflet').LeafletMouseEvent} */ e) => show(e.latlng));
  leaflet.on('moveend mouseout', () => show(leaflet.getCenter()));
  // A right click, or a finger that stays.
  leaflet.on('contextmenu', (/** @type {import('leaflet').LeafletMouseEvent} */ e) => void open(e.latlng.wrap(), words.coordinates.here));
  onNotation(say);
  say();
  return {
    node,
    copy: () => {
      void import('./place-menu.js').then(({ copyText }) => copyText(said.textContent ?? '', announce));
    },
  };
}
