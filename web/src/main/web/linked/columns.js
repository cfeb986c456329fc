// Columns of the table: what can be shown of a layer, and what is shown until somebody chooses. Pure.
// @ts-check
/** @typedef {import('../core/types.js').Layer} Layer */
/** @typedef {import('../core/types.js').Property} Property */

/**
 * @typedef {object} Column
 * @property {string} id name of the property, or one of ours: when, position, placed
 * @property {string|null} sort what the server sorts by; null when it cannot
 * @property {string[]} needs properties that the cell is made of
 * @property {Property|null} property as declared; null for what every feature has
 */

const COMMON = ['location_class', 'radius_m', 'classification', 'source_system', 'recorded_at', 'version'];
/** Of which few say something in a line. */
const NEVER = ['table', 'long-text'];
/** Words of the field that say where, most general first, and who, as the layers name them. */
const ROLES = ['admin1', 'admin2', 'place_name', 'perpetrator', 'killed_best'];
const MOST = 9;

/** @param {Layer} layer @returns {Column[]} all there are, in the order of the table */
export function columnsOf(layer) {
  const title = layer.titleProperty ?? layer.properties.find(({ name }) => name === 'title' || name === 'name' || name === 'ref')?.name ?? null;
  const declared = layer.properties.filter(({ type, name }) => !NEVER.includes(type) && name !== title);
  const first = layer.properties.filter(({ name }) => name === title);
  const column = (/** @type {Property} */ property) => ({ id: property.name, sort: isSortable(property) ? property.name : null, needs: [property.name], property });
  return [
    ...first.map(column),
    ...(layer.time === 'none' ? [] : [{ id: 'when', sort: 'valid_from', needs: ['valid_from', 'valid_to', 'time_precision'], property: null }]),
    ...declared.map(column),
    { id: 'position', sort: null, needs: [], property: null },
    ...COMMON.map((name) => ({ id: name, sort: name, needs: [name], property: null })),
  ];
}

/** @param {Property} property */
const isSortable = ({ type }) => !['codes', 'texts', 'table', 'long-text'].includes(type);

/** Ids of the columns that a layer shows by itself: what it is, when, which type, how grave, in which state, where and whom it harmed. @param {Layer} layer */
export function usualColumns(layer) {
  const all = columnsOf(layer);
  const titled = all[0]?.property ? [all[0].id] : [];
  const wanted = [...titled, 'when', layer.symbol.property, layer.groupedBy, layer.severity, layer.workflow?.property, 'status', ...ROLES, ...layer.sums.filter((name) => name.endsWith('_best')), 'position', 'location_class'];
  const known = new Set(all.map(({ id }) => id));
  const chosen = new Set(wanted.filter((id) => typeof id === 'string' && known.has(id)).slice(0, MOST));
  if (chosen.size < 5) {
    all.filter(({ property }) => property?.type === 'code' || property?.type === 'text' || property?.type === 'integer').slice(0, 5).forEach(({ id }) => chosen.add(id));
  }
  chosen.add('location_class');
  return all.map(({ id }) => id).filter((id) => chosen.has(id));
}

/**
 * What is shown, given what somebody chose before; a layer file may have changed since.
 *
 * @param {Layer} layer @param {string[]|null} kept @returns {Column[]} never none
 */
export function shownColumns(layer, kept) {
  const all = columnsOf(layer);
  const known = kept ? all.filter(({ id }) => kept.includes(id)) : [];
  const usual = usualColumns(layer);
  return known.length > 0 ? known : all.filter(({ id }) => usual.includes(id));
}

/** What the server is asked for. @param {Layer} layer @param {Column[]} columns */
export function neededProperties(layer, columns) {
  const always = [layer.symbol.property, layer.titleProperty, 'radius_m'].filter((name) => typeof name === 'string');
  return [...new Set([...columns.flatMap(({ needs }) => needs), ...always])].join(',');
}

/**
 * The order the server is asked for: the chosen one where the layer has it, else newest first, else by id.
 *
 * @param {Layer} layer @param {string} chosen property with - before it when descending, empty for none
 */
export function sortOf(layer, chosen) {
  const name = chosen.replace(/^-/, '');
  return columnsOf(layer).some(({ sort }) => sort === name) ? chosen : layer.time === 'none' ? '' : '-valid_from';
}

/** What a click on a head asks for next: downwards, upwards, the usual order. @param {string} now @param {string} column @param {boolean} isTime newest come first */
export function nextSort(now, column, isTime) {
  const [first, second] = isTime ? [`-${column}`, column] : [column, `-${column}`];
  return now === first ? second : now === second ? '' : first;
}
