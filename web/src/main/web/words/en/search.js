// Words of the search field and the pin.
// @ts-check
import { count } from '../../core/format.js';

export const searchWords = {
  search: {
    label: 'Search and go to (/)',
    placeholder: 'Search or go to…',
    results: 'Results',
    groups: { recent: 'Last gone to', places: 'Places and coordinates', features: 'Features', layers: 'Layers', tools: 'Tools', filter: 'Filter' },
    asking: 'searching…',
    examples: 'Coordinates in any form, MGRS, a place, “5 km NE of” a place, a reference, a title, a layer or a tool.',
    nothing: (/** @type {string} */ text) => `Nothing found for “${text}” that you may see.`,
    filterBy: (/** @type {string} */ text) => `Show only what mentions “${text}”`,
    filterHelp: 'Filters the map, the counts and the figures',
    tool: 'Tool',
    layerOn: 'Layer · go to its extent',
    layerOff: 'Layer · switch on',
    instead: 'Perhaps meant instead',
    outside: 'outside the period shown',
    chosen: (/** @type {string} */ title) => `${title} chosen`,
  },
  pin: {
    title: 'Pin',
    within: (/** @type {string} */ distance) => `within ${distance}`,
    from: (/** @type {string} */ distance, /** @type {string} */ point, /** @type {number} */ degrees, /** @type {string} */ name) => `${distance} ${point} (${String(degrees).padStart(3, '0')}°) of ${name}`,
    at: (/** @type {string} */ name) => `at ${name}`,
    nothingNear: (/** @type {number} */ km) => `No town or base within ${count(km)} km that you may see`,
    looking: 'Looking for the nearest town and base…',
    failed: (/** @type {string} */ why) => `The nearest town and base could not be found. ${why}`,
    copy: 'Copy coordinates',
    zoom: 'Show on the map',
    remove: 'Remove the pin',
    removed: 'Pin removed',
    points: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  },
};
