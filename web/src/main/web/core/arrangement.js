// The order of the layers and how much each lets through: what the tree shows from above is drawn from above; and which of the
// mission's own basemaps lie beneath them. Pure.
// @ts-check
/** @typedef {import('./types.js').Layer} Layer */
/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Basemap} Basemap */
/** @typedef {{group: string, layers: Layer[]}} Branch */

/** Opacity in per cent when nobody chose one. */
export const FULL = 100;

/**
 * The groups of the tree with their layers, from above. Layers that the order does not name stand where the catalogue has them,
 * after the one that comes before them there.
 *
 * @param {Layer[]} catalog
 * @param {string[]} order names from above; may be empty, or of another mission
 * @returns {Branch[]}
 */
export function treeOf(catalog, order) {
  const sorted = catalog.filter(({ name }) => order.includes(name)).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  catalog.forEach((layer, i) => {
    if (!order.includes(layer.name)) {
      const before = catalog.slice(0, i).reverse().find((each) => each.group === layer.group) ?? catalog[i - 1];
      sorted.splice(before ? sorted.indexOf(before) + 1 : 0, 0, layer);
    }
  });
  /** @type {Map<string, Layer[]>} */
  const groups = new Map();
  for (const layer of sorted) {
    groups.set(layer.group, [...(groups.get(layer.group) ?? []), layer]);
  }
  return [...groups].map(([group, layers]) => ({ group, layers }));
}

/** @param {Branch[]} tree */
const namesIn = (tree) => tree.flatMap(({ layers }) => layers.map(({ name }) => name));

/** What is kept as order: nothing when it is the catalogue's own. @param {Layer[]} catalog @param {Branch[]} tree @returns {string[]} */
function orderOf(catalog, tree) {
  const names = namesIn(tree);
  const usual = namesIn(treeOf(catalog, []));
  return names.every((name, i) => name === usual[i]) ? [] : names;
}

/** @template T @param {T[]} list @param {number} from @param {number} to @returns {T[]} */
function shifted(list, from, to) {
  const others = list.filter((_, i) => i !== from);
  others.splice(Math.max(0, Math.min(to, others.length)), 0, list[from]);
  return others;
}

/**
 * The order after a layer was moved within its group.
 *
 * @param {Layer[]} catalog
 * @param {string[]} order
 * @param {string} name
 * @param {number} to place in the group, 0 for the top; beyond an end is that end
 * @returns {string[]}
 */
export function withLayerAt(catalog, order, name, to) {
  return orderOf(catalog, treeOf(catalog, order).map(({ group, layers }) => {
    const from = layers.findIndex((layer) => layer.name === name);
    return { group, layers: from < 0 ? layers : shifted(layers, from, to) };
  }));
}

/** The order after a group was moved among the groups. @param {Layer[]} catalog @param {string[]} order @param {string} group @param {number} to @returns {string[]} */
export function withGroupAt(catalog, order, group, to) {
  const tree = treeOf(catalog, order);
  const from = tree.findIndex((branch) => branch.group === group);
  return orderOf(catalog, from < 0 ? tree : shifted(tree, from, to));
}

/** @param {Record<string, number>} opacity @param {string} name @param {number} percent @returns {Record<string, number>} without those that let nothing through */
export function withOpacity(opacity, name, percent) {
  const { [name]: _old, ...others } = opacity;
  const now = Math.round(Math.max(0, Math.min(FULL, percent)));
  return now === FULL ? others : { ...others, [name]: now };
}

/** How much of a layer is seen, from 0 to 1. @param {Pick<State, 'opacity'>} state @param {string} name */
export const alphaOf = ({ opacity }, name) => (opacity[name] ?? FULL) / FULL;

/** @type {WeakMap<Layer[], {order: string[], names: Map<string, number>}>} */
const kept = new WeakMap();

/**
 * Where a layer is in the drawing: what has a higher rank is drawn later, over the others. Cheap: it is asked for with every repaint.
 *
 * @param {Pick<State, 'catalog'|'order'>} state
 * @returns {(layer: Layer) => number}
 */
export function rankIn({ catalog, order }) {
  let found = kept.get(catalog);
  if (found?.order !== order) {
    found = { order, names: new Map(namesIn(treeOf(catalog, order)).reverse().map((name, i) => [name, i])) };
    kept.set(catalog, found);
  }
  const { names } = found;
  return ({ name }) => names.get(name) ?? -1;
}

/** Under which name the page keeps opacity and status of a basemap, beside those of the layers. @param {string} id */
export const groundKey = (id) => `ground:${id}`;

/** Whether a basemap is switched on: as somebody chose, else as it is for everybody. @param {Pick<State, 'ground'>} state @param {Basemap} basemap */
export const isOn = ({ ground }, { id, shown }) => (ground ? ground.includes(id) : shown);

/** Those that are drawn, from the bottom. @param {Pick<State, 'basemaps'|'ground'>} state @returns {Basemap[]} */
export const shownGround = (state) => state.basemaps.filter((each) => each.state === 'ready' && isOn(state, each)).sort((a, b) => a.order - b.order);

/** Those of which something could not be fetched. @param {State} state */
export const failedGround = (state) => shownGround(state).filter(({ id }) => state.pictures[groundKey(id)]?.state === 'failed');
