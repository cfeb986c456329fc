// Which of the mission's own basemaps lie beneath the picture. Pure.
// @ts-check
/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Basemap} Basemap */

/** Under which name the page keeps opacity and status of a basemap, beside those of the layers. @param {string} id */
export const groundKey = (id) => `ground:${id}`;

/** Whether a basemap is switched on: as somebody chose, else as it is for everybody. @param {Pick<State, 'ground'>} state @param {Basemap} basemap */
export const isOn = ({ ground }, { id, shown }) => (ground ? ground.includes(id) : shown);

/** Those that are drawn, from the bottom. @param {Pick<State, 'basemaps'|'ground'>} state @returns {Basemap[]} */
export const shownGround = (state) => state.basemaps.filter((each) => each.state === 'ready' && isOn(state, each)).sort((a, b) => a.order - b.order);

/** Those of which something could not be fetched. @param {State} state */
export const failedGround = (state) => shownGround(state).filter(({ id }) => state.pictures[groundKey(id)]?.state === 'failed');
