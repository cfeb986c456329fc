// What an open page does besides showing: fetched when the first picture stands, so that nobody waits for it over a bad line.
// @ts-check
import { showArrivals } from './live/arrivals.js';
import { keepOffering } from './offline/offering.js';
import { wasSeen } from './tour/steps.js';
import { keepShift } from './watch/keep-shift.js';

/**
 * @param {{map: import('./map/map.js').MissionMap, mapArea: HTMLElement, store: import('./core/store.js').Store,
 *     api: import('./core/api.js').Api, tour: (takesFocus: boolean) => void}} page
 */
export function keepUp({ map, mapArea, store, api, tour }) {
  showArrivals(map, store);
  keepShift(map, mapArea, store, api);
  keepOffering(mapArea, store);
  if (!store.state.wall && !wasSeen(localStorage, store.state.session?.username ?? '')) {
    tour(false);
  }
}
