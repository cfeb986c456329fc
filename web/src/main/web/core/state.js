// The reducer: every change of state in one place, pure.
// @ts-check
import { groundKey, withGroupAt, withLayerAt, withOpacity } from './arrangement.js';
import { following, samePeriod } from './period.js';
import { EVERYTHING, seenIn, withSeen } from '../watch/report.js';
import { UNCHOSEN } from './slider.js';
/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Condition} Condition */

/** @type {State} */
export const initialState = {
  session: null,
  mission: null,
  catalog: [],
  view: null,
  bounds: null,
  period: { start: '1970-01-01', end: '1970-01-01' },
  slider: UNCHOSEN,
  playing: false,
  shown: [],
  order: [],
  opacity: {},
  basemaps: [],
  ground: null,
  groundAsked: false,
  groundHeld: null,
  drawn: 'marks',
  symbols: null,
  symbolsReady: false,
  filters: {},
  text: '',
  cql: {},
  selection: null,
  front: 'detail',
  theme: 'dark',
  panel: 'layers',
  tool: null,
  names: {},
  area: null,
  grid: false,
  pin: null,
  linked: null,
  line: null,
  rings: null,
  units: null,
  known: null,
  relative: null,
  snapshot: null,
  compare: null,
  other: null,
  differences: null,
  walk: null,
  wall: null,
  counts: { state: 'loading', layers: {} },
  finding: null,
  unsure: { state: 'loading', unmapped: 0, imprecise: 0, layers: {} },
  beyond: 5_000,
  pictures: {},
  dataAsOf: null,
  lostSince: null,
  staleSince: null,
  keptAt: null,
  lock: 'none',
  low: false,
  bytes: { all: 0, minute: 0 },
  heldBack: false,
  queue: [],
  touched: {},
  live: { changes: [] },
  marks: {},
  shift: null,
  shiftSince: null,
  shiftChoice: EVERYTHING,
  revision: 0,
};

/** @type {Record<string, (state: State, action: any) => State>} */
const changes = {
  'session/ready': (state, { session }) => ({ ...state, session }),
  'mission/ready': (state, { mission, catalog, shown }) => ({
    ...state,
    mission,
    catalog,
    shown,
    period: mission.defaultPeriod,
    dataAsOf: mission.dataAsOf ?? null,
  }),
  // After an import the mission may reach further than before. A period of days that a person chose stays; the last
  // so many days are the last ones again.
  'mission/grown': (state, { mission }) => ({
    ...state,
    mission,
    period: state.relative ? state.period : state.mission?.isEmpty || state.period.end < mission.time.start || state.period.start > mission.time.end
      ? mission.defaultPeriod
      : following(state.period, state.mission?.time ?? mission.time, mission.time),
  }),
  'address/opened': (state, { shared }) => ({ ...state, ...known(state, shared) }),
  // Over a bad line nothing of another view is fetched until somebody asks for it.
  // The first window takes its size while the panels come: what is looked at is the same view then, and holds nothing back.
  'view/moved': (state, { view, bounds }) => ({ ...state, view, bounds, groundAsked: false, heldBack: state.heldBack || (state.low && state.view !== null && view !== state.view) }),
  'bytes/counted': (state, { bytes }) => ({ ...state, bytes }),
  'view/asked': (state) => ({ ...state, heldBack: false }),
  'low/set': (state, { low }) => ({ ...state, low, heldBack: false }),
  'period/set': (state, { period }) =>
    state.relative === null && samePeriod(period, state.period) ? state : { ...state, period, relative: null },
  'period/relative': (state, { relative, period }) => ({ ...state, relative, period: samePeriod(state.period, period) ? state.period : period }),
  'slider/set': (state, { name, value }) => ({ ...state, slider: { ...state.slider, [name]: value } }),
  'playing/set': (state, { playing }) => ({ ...state, playing }),
  'layers/shown': (state, { names, on }) => ({
    ...state,
    shown: state.catalog
      .map((layer) => layer.name)
      .filter((name) => (names.includes(name) ? on : state.shown.includes(name))),
  }),
  'layer/moved': (state, { layer, to }) => ({ ...state, order: withLayerAt(state.catalog, state.order, layer, to) }),
  'group/moved': (state, { group, to }) => ({ ...state, order: withGroupAt(state.catalog, state.order, group, to) }),
  'opacity/set': (state, { layer, percent }) => ({ ...state, opacity: withOpacity(state.opacity, layer, percent) }),
  'layers/restored': (state) => ({ ...state, order: [], opacity: {} }),
  'basemaps/set': (state, { basemaps }) => ({ ...state, basemaps }),
  'ground/set': (state, { ground }) => ({ ...state, ground }),
  'ground/held': (state, { held }) => ({ ...state, groundHeld: held }),
  'ground/asked': (state) => ({ ...state, groundAsked: true }),
  // The other picture of a comparison lies on the same ground.
  'ground/followed': (state, { of: { basemaps, ground, groundAsked, opacity } }) => ({ ...state, basemaps, ground, groundAsked, opacity: { ...state.opacity, ...ofGround(opacity) } }),
  'symbols/set': (state, { symbols }) => ({ ...state, symbols }),
  'symbols/ready': (state) => ({ ...state, symbolsReady: true }),
  'drawn/set': (state, { mode }) => ({ ...state, drawn: mode }),
  'code/toggled': (state, { layer, property, code }) => {
    const hidden = state.filters[layer]?.[property]?.hide ?? [];
    const hide = hidden.includes(code) ? hidden.filter((c) => c !== code) : [...hidden, code];
    return withCondition(state, layer, property, hide.length > 0 ? { hide } : null);
  },
  'code/only': (state, { layer, property, codes, code }) => {
    const hide = codes.filter((/** @type {string} */ c) => c !== code);
    const now = state.filters[layer]?.[property]?.hide ?? [];
    const already = now.length === hide.length && hide.every((/** @type {string} */ c) => now.includes(c));
    return withCondition(state, layer, property, already || hide.length === 0 ? null : { hide });
  },
  'filter/set': (state, { layer, property, condition }) => withCondition(state, layer, property, condition),
  'text/set': (state, { text }) => ({ ...state, text }),
  'cql/set': (state, { layer, text }) => ({ ...state, cql: { ...state.cql, [layer]: text } }),
  'query/set': (state, { query }) => ({ ...state, ...query }),
  'filters/cleared': (state) => ({ ...state, filters: {}, text: '', cql: {}, relative: null, period: state.mission?.defaultPeriod ?? state.period }),
  'names/found': (state, { name, title }) => (state.names[name] === title ? state : { ...state, names: { ...state.names, [name]: title } }),
  'selection/set': (state, { selection }) => ({ ...state, selection, front: selection ? 'detail' : state.front }),
  'theme/set': (state, { theme }) => ({ ...state, theme }),
  'panel/set': (state, { panel }) => ({ ...state, panel }),
  'tool/set': (state, { tool }) => ({ ...state, tool, front: tool ? 'tool' : state.front }),
  'front/set': (state, { front }) => ({ ...state, front }),
  'area/set': (state, { area }) => ({ ...state, area }),
  'grid/set': (state, { grid }) => ({ ...state, grid }),
  'pin/set': (state, { pin }) => ({ ...state, pin }),
  'line/set': (state, { line }) => ({ ...state, line }),
  'rings/set': (state, { rings }) => ({ ...state, rings }),
  'units/set': (state, { units }) => ({ ...state, units }),
  'linked/set': (state, { linked }) => ({ ...state, linked }),
  // Whoever goes to another moment leaves the snapshot.
  'known/set': (state, { known: moment }) => ({ ...state, known: moment, snapshot: moment === state.known ? state.snapshot : null }),
  'snapshot/opened': (state, { snapshot, shared }) => ({ ...state, ...known(state, shared), snapshot, known: snapshot.dataAsOf.committedAt }),
  'compare/set': (state, { compare }) => ({ ...state, compare, ...(compare ? {} : { other: null, differences: null, walk: null }) }),
  'differences/set': (state, { differences }) => ({ ...state, differences }),
  'differences/walked': (state, { key }) => (key === (state.walk?.key ?? null) ? state : { ...state, walk: key ? { key, home: state.walk?.home ?? state.view } : null }),
  'differences/left': (state) => (state.walk ? { ...state, view: state.walk.home, walk: null } : state),
  'compare/counted': (state, { b: { shown, filters, counts, known: moment } }) => (state.compare ? { ...state, other: { shown, filters, counts, known: moment } } : state),
  'compare/swapped': (state, { a, shared }) => ({ ...state, ...known(state, shared), snapshot: null, other: null, differences: null, compare: state.compare ? { ...state.compare, b: a } : null }),
  'wall/set': (state, { wall }) => ({ ...state, wall }),
  'finding/set': (state, { finding }) => ({ ...state, finding }),
  'counts/set': (state, { counts }) => ({ ...state, counts }),
  'unsure/set': (state, { unsure }) => ({ ...state, unsure }),
  'beyond/set': (state, { metres }) => ({ ...state, beyond: metres }),
  'picture/set': (state, { layer, status }) => ({ ...state, pictures: { ...state.pictures, [layer]: status } }),
  'data/as-of': (state, { dataAsOf }) =>
    dataAsOf && (!state.dataAsOf || dataAsOf.sequence > state.dataAsOf.sequence) ? { ...state, dataAsOf } : state,
  'stale/set': (state, { staleSince }) => ({ ...state, staleSince }),
  // Others changed something; `touched` are the layers of which something in the view is concerned.
  'live/changed': (state, { changes, touched }) => ({
    ...state,
    live: { changes },
    heldBack: state.heldBack || (state.low && touched.some((/** @type {string} */ name) => state.shown.includes(name))),
    touched: { ...state.touched, ...Object.fromEntries(touched.map((/** @type {string} */ name) => [name, (state.touched[name] ?? 0) + 1])) },
  }),
  'connection/set': (state, { lostSince }) => (lostSince === state.lostSince ? state : { ...state, lostSince, keptAt: lostSince === null ? null : state.keptAt }),
  'queue/set': (state, { queue }) => ({ ...state, queue }),
  // An answer of before was shown; of several the oldest counts.
  'kept/shown': (state, { at }) => (state.keptAt !== null && state.keptAt <= at ? state : { ...state, keptAt: at }),
  'lock/set': (state, { lock }) => (lock === state.lock ? state : { ...state, lock }),
  'mark/seen': (state, { part, mark }) => (state.marks[part] === mark ? state : { ...state, marks: { ...state.marks, [part]: mark } }),
  // An answer may have been on its way when somebody saw something; what was seen stays so until the mark moves.
  // What was asked for before the mark was moved may be answered after what was asked for since.
  'shift/set': (state, { shift }) => ((state.shift?.markedAt ?? '') > (shift?.markedAt ?? '') ? state
    : { ...state, shift: shift && state.shift && state.shift.markedAt === shift.markedAt ? withSeen(shift, seenIn(state.shift)) : shift }),
  'shift/since': (state, { since }) => (since === state.shiftSince ? state : { ...state, shiftSince: since }),
  'shift/chosen': (state, { choice }) => ({ ...state, shiftChoice: { ...state.shiftChoice, ...choice } }),
  'shift/seen': (state, { seen }) => (state.shift ? { ...state, shift: withSeen(state.shift, seen) } : state),
  'data/changed': (state) => ({ ...state, revision: state.revision + 1 }),
};

/** @param {State} state @param {{type: string}} action @returns {State} */
export function reduce(state, action) {
  const change = changes[action.type];
  if (!change) {
    throw new Error(`no such action: ${action.type}`);
  }
  return change(state, action);
}

/** @param {State} state @param {string} layer @param {string} property @param {Condition|null} condition @returns {State} */
function withCondition(state, layer, property, condition) {
  const { [property]: _gone, ...others } = state.filters[layer] ?? {};
  const conditions = condition ? { ...others, [property]: condition } : others;
  const { [layer]: _old, ...layers } = state.filters;
  return { ...state, filters: Object.keys(conditions).length > 0 ? { ...layers, [layer]: conditions } : layers };
}

/** @param {Record<string, number>} opacity */
const ofGround = (opacity) => Object.fromEntries(Object.entries(opacity).filter(([name]) => name.startsWith(groundKey(''))));

/** What an address says about layers that this mission has. @param {State} state @param {Partial<State>} shared */
function known(state, shared) {
  const names = new Set(state.catalog.map((layer) => layer.name));
  const result = { ...shared };
  if (result.shown) {
    const wanted = result.shown;
    result.shown = state.catalog.map((l) => l.name).filter((name) => wanted.includes(name));
  }
  if (result.selection && !names.has(result.selection.layer)) {
    result.selection = null;
  }
  if (result.snapshot && result.snapshot.ref === state.snapshot?.ref) {
    result.snapshot = state.snapshot;
  }
  return result;
}
