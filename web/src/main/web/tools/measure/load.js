// The geodesics, whose library is fetched once, when something is first measured.
// @ts-check
import { loadEllipsoid } from '../../lib/geodesic.js';
import { geodesics } from './geodesics.js';

/** @type {Promise<import('./geodesics.js').Geodesics>|null} */
let asked = null;

/** A failed attempt is not the last one. */
export function measured() {
  asked ??= loadEllipsoid().then(geodesics, (error) => {
    asked = null;
    throw error;
  });
  return asked;
}
