// A screen that shows the same for weeks keeps a shadow of it: everything moves by a few pixels, too slowly to be seen. Pure.
// @ts-check

/** Positions in a ring, in thousandths of the height of the screen: a clock's stroke is wider than one step. */
const RING = [[0, 0], [2, 0], [4, 1], [4, 3], [3, 4], [1, 4], [0, 3], [0, 1]];
const STEP_MS = 120_000;

/** @param {number} ms a time @returns {number[]} how far everything is moved right and down, in thousandths of the height */
export const driftAt = (ms) => RING[Math.floor(ms / STEP_MS) % RING.length];
