// Areas as people paste them: GeoJSON or WKT, longitude before latitude. Pure, for the tests.
// @ts-check

/** @typedef {{type: 'Polygon', coordinates: number[][][]} | {type: 'MultiPolygon', coordinates: number[][][][]}} Area */
/** @typedef {'empty'|'json'|'wkt'|'kind'|'positions'|'range'|'open'|'several'} AreaFault */
/** @typedef {[number, number, number, number]} Extent west, south, east, north in degrees */

/** @param {string} text @returns {{area: Area} | {fault: AreaFault}} */
export function readArea(text) {
  const trimmed = text.trim();
  if (trimmed === '') {
    return { fault: 'empty' };
  }
  return trimmed.startsWith('{') ? ofJson(trimmed) : ofWkt(trimmed);
}

/** @param {Area} area @returns {number[][][]} all rings, holes too */
export const rings = (area) => (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat());

/** Of an area that does not cross the antimeridian. @param {Area} area @returns {Extent} */
export function extentOf(area) {
  const positions = rings(area).flat();
  const of = (/** @type {number} */ axis) => positions.map((position) => position[axis]);
  const least = (/** @type {number[]} */ values) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (/** @type {number[]} */ values) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return [least(of(0)), least(of(1)), most(of(0)), most(of(1))];
}

/** Whether two are the same to about a decimetre, in whichever way they were sent. @param {Area} one @param {Area} other */
export const isSame = (one, other) => trace(one) === trace(other);

/** @param {Area} area */
const trace = (area) => JSON.stringify(rings(area).map((ring) => ring.map(([x, y]) => [x.toFixed(6), y.toFixed(6)])));

/** @param {string} text @returns {{area: Area} | {fault: AreaFault}} */
function ofJson(text) {
  /** @type {any} */
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    return { fault: 'json' };
  }
  if (document?.type === 'FeatureCollection') {
    if (document.features?.length !== 1) {
      return { fault: 'several' };
    }
    document = document.features[0];
  }
  const geometry = document?.type === 'Feature' ? document.geometry : document;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
    return { fault: 'kind' };
  }
  return checked(geometry.type, geometry.coordinates);
}

/** @param {string} text @returns {{area: Area} | {fault: AreaFault}} */
function ofWkt(text) {
  const [, kind, body] = /^(?:SRID=4326;)?\s*(POLYGON|MULTIPOLYGON)\s*(\(.*\))$/is.exec(text) ?? [];
  if (!kind) {
    return { fault: /^[A-Z]+\s*\(/i.test(text) ? 'kind' : 'wkt' };
  }
  if (/[^0-9eE+\-.,()\s]/.test(body)) {
    return { fault: 'wkt' };
  }
  // "((1 2, 3 4))" read as "[[[1,2],[3,4]]]".
  const json = body.replace(/[^(),]+/g, (run) => (run.trim() === '' ? '' : `[${run.trim().split(/\s+/).slice(0, 2).join(',')}]`))
    .replaceAll('(', '[').replaceAll(')', ']');
  try {
    return checked(kind.toUpperCase() === 'POLYGON' ? 'Polygon' : 'MultiPolygon', JSON.parse(json));
  } catch {
    return { fault: 'wkt' };
  }
}

/** @param {'Polygon'|'MultiPolygon'} type @param {any} coordinates @returns {{area: Area} | {fault: AreaFault}} */
function checked(type, coordinates) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0 || !polygons.every((polygon) => Array.isArray(polygon) && polygon.length > 0)) {
    return { fault: 'positions' };
  }
  for (const ring of polygons.flat()) {
    if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) {
      return { fault: 'positions' };
    }
    if (!ring.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
      return { fault: 'range' };
    }
    const last = ring[ring.length - 1];
    if (ring[0][0] !== last[0] || ring[0][1] !== last[1]) {
      return { fault: 'open' };
    }
  }
  return { area: /** @type {Area} */ ({ type, coordinates }) };
}

/** @param {any} position */
const isPosition = (position) => Array.isArray(position) && position.length >= 2 && Number.isFinite(position[0]) && Number.isFinite(position[1]);
