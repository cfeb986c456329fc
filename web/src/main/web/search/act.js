// What choosing a result does.
// @ts-check
import { toolsFor } from '../tools/tools.js';
import { boxOf } from './box.js';
/**
 * @typedef {{kind: 'place', title: string, lon: number, lat: number, radius: number, layer?: string, id?: string}
 *   | {kind: 'layer', id: string}
 *   | {kind: 'tool', id: string}
 *   | {kind: 'feature', layer: string, id: string, geometry: GeoJSON.Geometry|null}
 *   | {kind: 'filter', text: string}} Choice
 */

/**
 * @param {Choice} choice
 * @param {{store: import('../core/store.js').Store, map: import('../map/map.js').MissionMap, goToLayer: (layer: string) => void}} page
 */
export function act(choice, { store, map, goToLayer }) {
  const { state } = store;
  if (choice.kind === 'place') {
    store.dispatch({ type: 'pin/set', pin: { lon: choice.lon, lat: choice.lat, radius: choice.radius } });
    map.goTo(boxOf({ type: 'Point', coordinates: [choice.lon, choice.lat] }, Math.max(choice.radius, 400)));
  } else if (choice.kind === 'layer') {
    const isOn = state.shown.includes(choice.id);
    store.dispatch({ type: 'layers/shown', names: [choice.id], on: true });
    if (isOn) {
      goToLayer(choice.id);
    }
  } else if (choice.kind === 'tool') {
    const tool = toolsFor(state).find(({ id }) => id === choice.id);
    if (tool?.act) {
      tool.act(store);
    } else if (tool) {
      store.dispatch({ type: 'tool/set', tool: tool.id });
    }
  } else if (choice.kind === 'filter') {
    store.dispatch({ type: 'text/set', text: choice.text });
  } else {
    store.dispatch({ type: 'layers/shown', names: [choice.layer], on: true });
    store.dispatch({ type: 'selection/set', selection: { layer: choice.layer, id: choice.id } });
    if (choice.geometry) {
      map.goTo(boxOf(choice.geometry, 0));
    }
  }
}
