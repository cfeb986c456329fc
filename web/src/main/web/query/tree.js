// What the query builder can say, as a tree of rows in groups. Types, and the few changes of a tree. Pure.
// @ts-check

/**
 * One condition on one thing. Values of codes, texts, dates and moments are texts, those of numbers numbers.
 *
 * @typedef {{op: 'in'|'not-in'|'has'|'has-none', property: string, values: string[]}} ListRow codes, texts; has: lists of codes
 * @typedef {{op: 'contains'|'lacks', property: string, value: string}} TextRow without difference of case
 * @typedef {{op: 'is', property: string, value: boolean}} TruthRow
 * @typedef {{op: 'equals'|'least'|'most', property: string, value: number}} NumberRow
 * @typedef {{op: 'between', property: string, low: number, high: number}} RangeRow both ends included
 * @typedef {{op: 'since'|'before', property: string, type: 'DATE'|'TIMESTAMP', value: string}} MomentRow before: exclusive
 * @typedef {{op: 'empty'|'filled', property: string}} PresenceRow
 * @typedef {{op: 'inside'|'outside', area: string}} PlaceRow area as core/area.js writes it
 * @typedef {{op: 'hours', from: string, to: string, zone: string}} HoursRow 18:00 to 06:00 goes over midnight; zone: an offset from UTC or an IANA name
 * @typedef {{op: 'days', days: number[], zone: string}} DaysRow 1 Monday to 7 Sunday
 * @typedef {{op: 'expert', text: string}} ExpertRow what the builder has no row for, as it was typed
 * @typedef {ListRow|TextRow|TruthRow|NumberRow|RangeRow|MomentRow|PresenceRow|PlaceRow|HoursRow|DaysRow|ExpertRow} Row
 * @typedef {{op: 'all'|'any', parts: Node[]}} Group
 * @typedef {Row|Group} Node
 */

/** The key of conditions that hold for every layer but the reference map. */
export const EVERYWHERE = '*';

/** @param {Node} node @returns {node is Group} */
export const isGroup = (node) => node.op === 'all' || node.op === 'any';

/**
 * The tree with the node at a path replaced, or taken away. Groups that become empty go with it; the root stays.
 *
 * @param {Group} root @param {number[]} path place in each group on the way @param {Node|null} node @returns {Group}
 */
export function withNode(root, path, node) {
  const [first, ...rest] = path;
  const old = root.parts[first];
  const next = rest.length === 0 || !old || !isGroup(old) ? node : withNode(old, rest, node);
  const kept = next !== null && (!isGroup(next) || next.parts.length > 0 || rest.length === 0);
  const parts = [...root.parts.slice(0, first), ...(kept && next ? [next] : []), ...root.parts.slice(first + 1)];
  return { ...root, parts };
}

/** @param {Group} root @param {number[]} path of a group; empty for the root @param {Node} node @returns {Group} with the node as its last */
export function added(root, path, node) {
  if (path.length === 0) {
    return { ...root, parts: [...root.parts, node] };
  }
  const group = root.parts[path[0]];
  return group && isGroup(group) ? withNode(root, [path[0]], added(group, path.slice(1), node)) : root;
}

/** Every row, groups left out. @param {Node} node @returns {Row[]} */
export const rowsOf = (node) => (isGroup(node) ? node.parts.flatMap(rowsOf) : [node]);
