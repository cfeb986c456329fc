// What the page's frame says: the menu of tools, the tree of layers and the sheet of keys.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

export const shellWords = {
  tree: {
    fold: (/** @type {string} */ title) => `Layers of ${title}`,
    options: (/** @type {string} */ title) => `Opacity and place of ${title}`,
    opacity: 'Opacity',
    up: (/** @type {string} */ title) => `Move ${title} up (Alt + ↑)`,
    down: (/** @type {string} */ title) => `Move ${title} down (Alt + ↓)`,
    goTo: 'Go to',
    ground: 'Ground: lies under all others',
    moved: (/** @type {string} */ title, /** @type {number} */ place, /** @type {number} */ of) => `${title}: ${count(place)} of ${count(of)}, counted from the top`,
    restore: 'Usual order and opacity',
    restored: 'Layers are in their usual order, none of them faint.',
    shapes: /** @type {Record<string, string>} */ ({ point: 'Points', line: 'Lines', polygon: 'Areas', mixed: 'Points and areas' }),
  },
  nearby: {
    title: 'Near in place and time',
    within: 'Within',
    during: 'Days before and after',
    days: (/** @type {number} */ n) => plural(n, { one: '± # day', other: '± # days' }),
    none: 'Nothing else that you may see.',
    figures: 'Figures and list of these',
    failed: 'What is near could not be counted',
  },
  unsure: {
    title: 'Unmapped and imprecise',
    unmapped: 'without a place',
    imprecise: (/** @type {string} */ reach) => `imprecise (> ${reach})`,
    long: (/** @type {number} */ unmapped, /** @type {number} */ imprecise, /** @type {string} */ reach) => `${plural(unmapped, { one: '# event of this period has no place and is on no map', other: '# events of this period have no place and are on no map' })}; ${plural(imprecise, { one: '# in view is known only to more than', other: '# in view are known only to more than' })} ${reach}`,
    about: 'Events of the period, with the filters that are on. Those without a place are on no map and in no area. A place that is known only roughly may draw a hotspot where there is none.',
    beyond: 'Call a place imprecise beyond',
    unmappedTitle: 'Without a place',
    impreciseTitle: (/** @type {string} */ reach) => `Known only to more than ${reach}, in view`,
    none: 'None.',
    more: 'Show more',
    rings: (/** @type {number} */ n) => plural(n, { one: '# ring is drawn: the event may have been anywhere in it.', other: 'Rings of # events are drawn: each may have been anywhere in its ring.' }),
    ringsCrowded: 'Too many to draw a ring for each: zoom in, or choose a larger radius.',
    ringsFailed: 'The rings could not be drawn',
    failed: 'What is not mapped could not be counted',
  },
  symbols: {
    title: 'Military symbols',
    failed: 'The military symbols could not be loaded: plain icons are shown.',
  },
  tour: {
    again: 'Take the tour',
    next: 'Next',
    back: 'Back',
    done: 'Done',
    skip: 'Skip the tour',
    progress: (/** @type {number} */ n, /** @type {number} */ of) => `${count(n)} of ${count(of)}`,
    steps: /** @type {Record<string, {title: string, text: string}>} */ ({
      asOf: { title: 'How old the picture is', text: 'Every figure on this page is as of this moment. When the server falls silent it says so here, in colour.' },
      report: { title: 'Take a report', text: 'A phone call, a radio message: press N, type what you hear and where. It is on the map in a minute and a half, and nothing typed is lost.' },
      inbox: { title: 'What waits for you', text: 'Reports that nobody has looked at yet and steps that are due. B opens it.' },
      layers: { title: 'What is on the map', text: 'Switch layers and whole groups, put them in order, make them faint. The numbers are exact counts of what is in view. L brings you here.' },
      time: { title: 'When', text: 'Drag the window or its edges, play it with the space bar, step with [ and ]. Every number follows.' },
      unsure: { title: 'What the map cannot show', text: 'So many events have no place, or are known only roughly. Click to list them and to see how far off each may be, before you trust a pattern.' },
      area: { title: 'What happened here', text: 'Draw an area, press D: counts, types and casualties, against the period before.' },
      hotspot: { title: 'Keep a hotspot', text: 'Draw its outline, say why, set the date of its review. Its card then counts what happens inside.' },
      filters: { title: 'Ask a question', text: 'Types, severity, words and conditions. Each stands above as a chip, and the same question goes with a shared link.' },
      analysis: { title: 'Look for a pattern', text: 'Clusters, density, hotspots tested against chance, forecasts: each says how sure it is and what it does not mean.' },
      select: { title: 'Choose something on the map', text: 'A click opens all that is known: when and where, how sure, from whom, what is linked, and every change since.' },
      more: { title: 'Everything else', text: 'Print, measure, wall screen, grid, symbols and more stand here, each with its key. ? lists all keys.' },
      search: { title: 'Find a place', text: 'Names, references, coordinates and MGRS. / brings you here.' },
      help: { title: 'Come back any time', text: '? opens the keys, and this tour again.' },
    }),
  },
  states: {
    notForYou: (/** @type {string} */ title) => `${title} is not part of your roles.`,
    yourRoles: (/** @type {string} */ roles) => `You are signed in with: ${roles}. Whoever administers the mission can give you another.`,
    roles: /** @type {Record<string, string>} */ ({
      viewer: 'viewer', reporter: 'reporter', 'duty-officer': 'duty officer', 'protection-adviser': 'protection adviser', analyst: 'analyst', administrator: 'administrator',
    }),
  },
  keys: {
    groups: /** @type {Record<string, string>} */ ({ panels: 'Panels', tools: 'Tools', time: 'Time', map: 'Map', page: 'Page' }),
    what: /** @type {Record<string, string>} */ ({
      search: 'Search', layers: 'Layers', filters: 'Filters', time: 'Go to the time bar', moveTime: 'Move the period, when the time bar has the focus; with Shift its last day',
      back: 'One step back', on: 'One step on', play: 'Play and pause', zoomIn: 'Zoom in', zoomOut: 'Zoom out', home: 'Mission area',
      moveMap: 'Move the map, when it has the focus', help: 'This sheet', close: 'Close what is open',
    }),
    names: /** @type {Record<string, string>} */ ({ ' ': 'Space', Escape: 'Esc', PageUp: 'Page ↑', PageDown: 'Page ↓', Home: 'Home', End: 'End' }),
  },
};
