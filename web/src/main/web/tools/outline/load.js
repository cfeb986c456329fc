// The operations that need a library, which is fetched once, when they are first needed.
// @ts-check
import { loadClipper } from '../../lib/polyclip.js';
import { overlays } from './overlay.js';

/** @type {Promise<import('./overlay.js').Overlays>|null} */
let asked = null;

/** A failed attempt is not the last one. */
export function loadOverlays() {
  asked ??= loadClipper().then(overlays, (error) => {
    asked = null;
    throw error;
  });
  return asked;
}
