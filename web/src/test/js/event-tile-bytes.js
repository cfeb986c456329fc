// Writes event tiles as docs/event-tiles.md says, apart from the page's own reader.

/** @param {number} value */
export function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) {
    bytes.push((value % 128) | 128);
  }
  return [...bytes, value];
}

const little = (size, set) => (value) => {
  const view = new DataView(new ArrayBuffer(size));
  set(view, value);
  return [...new Uint8Array(view.buffer)];
};
export const u16 = little(2, (view, value) => view.setUint16(0, value, true));
export const u32 = little(4, (view, value) => view.setUint32(0, value, true));
const f64 = little(8, (view, value) => view.setFloat64(0, value, true));

const text = (value) => {
  const bytes = [...new TextEncoder().encode(value)];
  return [...u16(bytes.length), ...bytes];
};
const column = (bytes) => [...u32(bytes.length), ...bytes];
const varints = (values) => column(values.flatMap(varint));
const differences = (values) => values.map((value, i) => value - (i > 0 ? values[i - 1] : 0));

const head = ({ version = 1, kind, cell, n, total = n, unit, base = 0, longest = 0, untimed = 0, codes }) => [
  version, kind, ...u16(cell), ...u32(n), ...u32(total), ...u32(unit), ...f64(base), ...u32(longest), ...u32(untimed),
  ...u32(codes.length), ...codes.flatMap(text)];

/** @param {{t?: number, d?: number, x?: number, y?: number, c?: number, s?: number}[]} rows sorted; x, y in 1/4096 of the tile */
export function rawTile(rows, { unit = 60, codes = ['A', 'B'], ...more } = {}) {
  const values = (name, other = 0) => rows.map((row) => row[name] ?? other);
  return Uint8Array.from([
    ...head({ kind: 0, cell: 1, n: rows.length, unit, codes, longest: Math.max(0, ...values('d')), ...more }),
    ...varints(differences(values('t'))), ...varints(values('d')),
    ...column(values('x').flatMap((x) => u16(x + 128))), ...column(values('y').flatMap((y) => u16(y + 128))),
    ...varints(values('c')), ...column(values('s'))]).buffer;
}

/** @param {{t?: number, row?: number, column?: number, c?: number, s?: number, n?: number}[]} rows sorted by time and cell */
export function cellTile(rows, { unit = 604_800, cell = 64, codes = ['A', 'B'], ...more } = {}) {
  const at = rows.map(({ row = 0, column: c = 0 }) => row * (4096 / cell) + c);
  const isSame = (i) => i > 0 && (rows[i].t ?? 0) === (rows[i - 1].t ?? 0);
  const values = (name, other = 0) => rows.map((row) => row[name] ?? other);
  return Uint8Array.from([
    ...head({ kind: 1, cell, n: rows.length, unit, codes, ...more }),
    ...varints(differences(values('t'))), ...varints(at.map((value, i) => (isSame(i) ? value - at[i - 1] : value))),
    ...varints(values('c')), ...column(values('s')), ...varints(values('n', 1))]).buffer;
}
