// Every key of the page, declared once: main.js listens for them and the sheet of help lists them.
// @ts-check
import { toolsFor } from '../tools/tools.js';
import { words } from '../words/words.js';
import { PHONE } from './phone-bar.js';
/** @typedef {import('../core/shortcuts.js').Shortcut} Shortcut */

/** The groups of the sheet, in its order. */
export const KEY_GROUPS = /** @type {const} */ (['panels', 'tools', 'time', 'map', 'page']);

/**
 * @param {object} page
 * @param {import('../core/store.js').Store} page.store
 * @param {import('../map/map.js').MissionMap} page.map
 * @param {{step: (direction: 1 | -1) => void, togglePlay: () => void, focus: () => void}} page.time
 * @param {() => void} page.copyPosition
 * @param {() => void} page.focusSearch
 * @param {() => void} page.openHelp
 * @param {() => void} page.openWall
 * @param {(panel: string, focus: string) => void} page.openPanel
 * @param {() => void} page.closeTopmost
 * @param {(tool: import('../tools/tools.js').ToolEntry) => void} page.openTool
 * @returns {Shortcut[]} those without `act` are heard by what has the focus
 */
export function pageKeys({ store, map, time, copyPosition, focusSearch, openHelp, openWall, openPanel, closeTopmost, openTool }) {
  return [
    { id: 'search', group: 'panels', keys: ['/'], act: focusSearch },
    { id: 'layers', group: 'panels', keys: ['l'], act: () => openPanel('layers', '.left input') },
    { id: 'filters', group: 'panels', keys: ['f'], act: () => openPanel('filters', '#filter-layer') },
    ...toolsFor(store.state).flatMap((tool) => (tool.key ? [{ id: tool.id, group: /** @type {const} */ ('tools'), title: tool.title, keys: [tool.key], act: () => openTool(tool) }] : [])),
    { id: 'time', group: 'time', keys: ['t'], act: () => {
      store.dispatch({ type: 'panel/set', panel: matchMedia(PHONE).matches ? 'time' : store.state.panel });
      time.focus();
    } },
    { id: 'moveTime', group: 'time', keys: ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'] },
    { id: 'back', group: 'time', keys: ['['], act: () => time.step(-1) },
    { id: 'on', group: 'time', keys: [']'], act: () => time.step(1) },
    { id: 'play', group: 'time', keys: [' '], act: time.togglePlay },
    { id: 'zoomIn', group: 'map', keys: ['+'], act: () => map.leaflet.zoomIn() },
    { id: 'zoomOut', group: 'map', keys: ['-'], act: () => map.leaflet.zoomOut() },
    { id: 'home', group: 'map', keys: ['0'], act: () => map.goHome() },
    { id: 'copyPosition', group: 'map', title: words.coordinates.copyKey, keys: ['k'], act: copyPosition },
    { id: 'moveMap', group: 'map', keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'] },
    { id: 'differences', group: 'map', keys: ['.', ','] },
    { id: 'wall', group: 'page', title: words.wall.title, keys: ['w'], act: openWall },
    { id: 'help', group: 'page', keys: ['?'], act: openHelp },
    { id: 'close', group: 'page', keys: ['Escape'], act: closeTopmost },
  ];
}
