// Choosing which labels to write so that none covers another.
// @ts-check

/**
 * @typedef {object} Candidate
 * @property {number} rank lower is more important
 * @property {number} x anchor in pixels
 * @property {number} y
 * @property {number} width of the text
 * @property {number} height of the text
 * @property {number} gap pixels between anchor and text; 0 centres the text on the anchor
 */
/** @typedef {{x: number, y: number, width: number, height: number}} Box pixels, x and y of its top left corner */

/**
 * Takes labels in order of rank, each at the first of its positions that is free: right of the
 * anchor, left, above, below.
 *
 * @template {Candidate} C
 * @param {C[]} candidates
 * @param {{width: number, height: number}} window labels that do not fit in it are left out
 * @param {Box[]} [others] where no label may lie
 * @returns {{label: C, x: number, y: number}[]} x, y: top left of the text
 */
export function place(candidates, window, others = []) {
  /** @type {{label: C, x: number, y: number}[]} */
  const placed = [];
  const taken = new Buckets();
  others.forEach((box) => taken.add(box.x, box.y, box.width, box.height));
  for (const label of [...candidates].sort((a, b) => a.rank - b.rank)) {
    const spot = positions(label).find(
      ({ x, y }) =>
        x >= 0 && y >= 0 && x + label.width <= window.width && y + label.height <= window.height &&
        taken.isFree(x - 3, y - 2, label.width + 6, label.height + 4),
    );
    if (spot) {
      taken.add(spot.x - 3, spot.y - 2, label.width + 6, label.height + 4);
      placed.push({ label, ...spot });
    }
  }
  return placed;
}

/** @param {Candidate} label */
function positions({ x, y, width, height, gap }) {
  if (gap === 0) {
    return [{ x: x - width / 2, y: y - height / 2 }];
  }
  return [
    { x: x + gap, y: y - height / 2 },
    { x: x - gap - width, y: y - height / 2 },
    { x: x - width / 2, y: y - gap - height },
    { x: x - width / 2, y: y + gap },
  ];
}

/** Rectangles by coarse cells, so that a thousand labels need no million comparisons. */
class Buckets {
  /** @type {Map<string, number[][]>} */
  #cells = new Map();

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  *#keys(x, y, w, h) {
    for (let column = Math.floor(x / 100); column <= Math.floor((x + w) / 100); column++) {
      for (let row = Math.floor(y / 100); row <= Math.floor((y + h) / 100); row++) {
        yield `${column} ${row}`;
      }
    }
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  isFree(x, y, w, h) {
    for (const key of this.#keys(x, y, w, h)) {
      for (const [bx, by, bw, bh] of this.#cells.get(key) ?? []) {
        if (x < bx + bw && bx < x + w && y < by + bh && by < y + h) {
          return false;
        }
      }
    }
    return true;
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  add(x, y, w, h) {
    for (const key of this.#keys(x, y, w, h)) {
      this.#cells.set(key, [...(this.#cells.get(key) ?? []), [x, y, w, h]]);
    }
  }
}
