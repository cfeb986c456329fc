// Three versions of one feature: where it started, what somebody else made of it, what was typed here. Pure.
// @ts-check
/** @typedef {Record<string, any>} Values */

/** @param {unknown} a @param {unknown} b */
const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * @param {Values} base @param {Values} theirs @param {Values} mine names every field that could be edited
 * @returns {{conflicts: string[], theirsAlone: string[]}} conflicts: changed here and there, and not to the same
 */
export function compare(base, theirs, mine) {
  const names = Object.keys(mine);
  const changed = (/** @type {Values} */ values, /** @type {string} */ name) => !same(values[name], base[name]);
  return {
    conflicts: names.filter((name) => changed(mine, name) && changed(theirs, name) && !same(mine[name], theirs[name])),
    theirsAlone: names.filter((name) => !changed(mine, name) && changed(theirs, name)),
  };
}

/** @param {Values} base @param {Values} theirs @param {Values} mine @param {string[]} takeTheirs names of conflicts that go their way @returns {Values} */
export function merge(base, theirs, mine, takeTheirs) {
  const { theirsAlone } = compare(base, theirs, mine);
  return Object.fromEntries(Object.entries(mine).map(([name, value]) => [name, theirsAlone.includes(name) || takeTheirs.includes(name) ? theirs[name] ?? null : value]));
}
