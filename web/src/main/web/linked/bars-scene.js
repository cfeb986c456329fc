// A breakdown as a drawing. Pure.
// @ts-check
/** @typedef {import('./scene.js').Scene} Scene */

const ROW = 22;
const NAME = 170;
const TRACK = 260;

/** @param {{label: string, colour: string, count: number, previous: number|null, share: number, previousShare: number}[]} bars @param {import('./scene.js').Colours} colours @returns {Scene} */
export function barsScene(bars, colours) {
  return {
    width: NAME + TRACK + 110, height: bars.length * ROW + 4,
    shapes: bars.flatMap((bar, i) => [
      { kind: /** @type {const} */ ('text'), x: 0, y: i * ROW + 14, text: bar.label.length > 28 ? `${bar.label.slice(0, 27)}…` : bar.label, fill: colours.text },
      { kind: /** @type {const} */ ('rect'), x: NAME, y: i * ROW + 13, width: bar.previousShare * TRACK, height: 4, fill: colours.muted },
      { kind: /** @type {const} */ ('rect'), x: NAME, y: i * ROW + 3, width: bar.count === 0 ? 0 : Math.max(2, bar.share * TRACK), height: 9, fill: bar.colour || colours.accent },
      { kind: /** @type {const} */ ('text'), x: NAME + TRACK + 8, y: i * ROW + 14, text: bar.previous === null ? String(bar.count) : `${bar.count} / ${bar.previous}`, fill: colours.text },
    ]),
  };
}
