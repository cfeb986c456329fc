// What the page's frame says: the menu of tools and the sheet of keys.
// @ts-check

export const shellWords = {
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
