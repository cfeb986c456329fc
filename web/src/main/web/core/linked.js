// What the linked views show: which of them, of which layer, from where and how. What nobody chose is not in the address.
// @ts-check

/** @typedef {'table'|'breakdown'|'series'|'matrix'} LinkedView */
/**
 * @typedef {object} Linked
 * @property {LinkedView[]} views those that are open, side by side
 * @property {string} layer name of a layer; empty for the first one shown
 * @property {'view'|'everywhere'|'area'|'unplaced'} scope what lies in the map window, anywhere, in the area that was drawn, or nowhere
 * @property {'split'|'side'|'full'} size below the map, beside it, or in its place
 * @property {string} sort property with - before it when descending; empty for the usual order
 * @property {'auto'|'hour'|'3-hours'|'6-hours'|'day'|'week'|'month'} step length of the periods
 * @property {'stacked'|'lines'} form of the time series
 * @property {'none'|'previous'|'year'} beside what the time series is compared with
 * @property {string} category property of the time series' colours; empty for that of the symbols
 * @property {string} frame days or moments START..END that the time series spans; empty while it follows the period
 * @property {string} rows of the matrix; empty for the usual property
 * @property {string} columns of the matrix
 * @property {'mission'|'utc'} zone by whose clock the matrix counts days and hours
 */

/** @type {LinkedView[]} */
const VIEWS = ['table', 'breakdown', 'series', 'matrix'];

/** @type {Linked} */
export const UNCHOSEN = {
  views: ['table'], layer: '', scope: 'view', size: 'split', sort: '', step: 'auto', form: 'stacked', beside: 'previous', category: '', frame: '', rows: '', columns: '', zone: 'mission',
};

/** @type {Record<string, RegExp>} */
const CHOICES = {
  layer: /^[\w-]+$/, scope: /^(view|everywhere|area|unplaced)$/, size: /^(split|side|full)$/, sort: /^-?\w+$/, step: /^(auto|hour|[36]-hours|day|week|month)$/,
  form: /^(stacked|lines)$/, beside: /^(none|previous|year)$/, category: /^\w+$/, frame: /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?\.\.\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/, rows: /^[\w-]+$/, columns: /^[\w-]+$/, zone: /^(mission|utc)$/,
};

/** @param {Linked|null|undefined} linked @returns {[string, string][]} names and values for an address, none while nothing is open */
export function linkedParts(linked) {
  if (!linked) {
    return [];
  }
  const chosen = Object.keys(CHOICES).map((name) => /** @type {[string, string]} */ ([name, String(linked[/** @type {keyof Linked} */ (name)])]));
  return [['', linked.views.join(',')], ...chosen.filter(([name, value]) => value !== UNCHOSEN[/** @type {keyof Linked} */ (name)])];
}

/**
 * One part of an address; what makes no sense changes nothing.
 *
 * @param {Linked|null} linked @param {string} name empty for the views @param {string} value @returns {Linked|null}
 */
export function withLinkedPart(linked, name, value) {
  const now = linked ?? UNCHOSEN;
  if (name === '') {
    const views = VIEWS.filter((view) => value.split(',').includes(view));
    return views.length > 0 ? { ...now, views } : linked;
  }
  return Object.hasOwn(CHOICES, name) && CHOICES[name].test(value) ? { ...now, [name]: value } : linked;
}

/**
 * A view opened beside the others, or closed; with the last one all is closed.
 *
 * @param {Linked|null} linked @param {LinkedView} view @returns {Linked|null}
 */
export function toggledView(linked, view) {
  const open = linked?.views ?? [];
  const views = VIEWS.filter((each) => (each === view ? !open.includes(view) : open.includes(each)));
  return views.length > 0 ? { ...(linked ?? UNCHOSEN), views } : null;
}

/** Another layer has other properties. @param {Linked} linked @param {string} layer @returns {Linked} */
export const ofLayer = (linked, layer) => (linked.layer === layer ? linked : { ...linked, layer, sort: '', category: '', rows: '', columns: '' });
