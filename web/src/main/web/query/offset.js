// The offset of mission time from UTC: the one that was used last here, else that of the mission's longitude.
// @ts-check
const KEPT = 'vigie.offset';
const OFFSET = /^[+-](0\d|1[0-4]):[0-5]\d$/;

/** @param {string} text */
export const isOffset = (text) => OFFSET.test(text);

/** Whole hours of the middle of a box. @param {[number, number, number, number]} extent west, south, east, north in degrees */
export function offsetOf([west, , east]) {
  const hours = Math.round(((west + east) / 2 + (west > east ? 180 : 0)) / 15);
  const within = Math.max(-12, Math.min(14, hours));
  return `${within < 0 ? '-' : '+'}${String(Math.abs(within)).padStart(2, '0')}:00`;
}

/** @param {import('../core/types.js').Mission|null} mission */
export function usualOffset(mission) {
  const kept = localStorage.getItem(KEPT) ?? '';
  return isOffset(kept) ? kept : offsetOf(mission?.extent ?? [0, 0, 0, 0]);
}

/** @param {string} offset */
export const keepOffset = (offset) => localStorage.setItem(KEPT, offset);
