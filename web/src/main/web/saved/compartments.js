// The compartments that somebody may give a view: those of the mission that are his. Pure.
// @ts-check
/** @typedef {import('../core/types.js').Choice} Choice */

const ALL = '*';

/** @param {Pick<import('../core/types.js').State, 'session'|'catalog'>} state @returns {Choice[]} in the order of the layers */
export function compartmentsOf({ session, catalog }) {
  const held = session?.compartments ?? [];
  const known = new Map(catalog.flatMap((layer) => layer.compartments ?? []).map((choice) => [choice.code, choice]));
  const others = held.filter((code) => code !== ALL && !known.has(code)).map((code) => ({ code, label: code }));
  return [...[...known.values()].filter(({ code }) => held.includes(ALL) || held.includes(code)), ...others];
}
