// The one place that knows where the military symbols are served. The package has no ES module in one file: it leaves its name behind.
// @ts-nocheck
import '../npm/milsymbol-3.0.4/dist/milsymbol.js';

const { ms } = globalThis;
ms.setStandard('APP6');

/** @typedef {{canvas: HTMLCanvasElement, x: number, y: number, width: number, height: number}} Picture in CSS pixels; x and y: what stands on the place it is of */

/**
 * @param {string} sidc 20 digits of APP-6(E) or MIL-STD-2525E
 * @param {number} size height of the frame of a friendly unit, CSS pixels
 * @param {string} outline colour about it
 * @param {number} density pixels to a CSS pixel
 * @returns {Picture}
 */
export function drawSymbol(sidc, size, outline, density) {
  const symbol = new ms.Symbol(sidc, { size, outlineColor: outline, outlineWidth: 6, strokeWidth: 6 });
  const { x, y } = symbol.getAnchor();
  const { width, height } = symbol.getSize();
  return { canvas: symbol.asCanvas(density), x, y, width, height };
}
