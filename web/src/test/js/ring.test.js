import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circle, createHistory, crossing, distanceMetres, fromGeometry, inserted, moved, positionsText, readPositions, rectangle, removed, signedArea, toPolygon } from '../../main/web/tools/ring.js';

const square = /** @type {[number, number][]} */ ([[0, 0], [1, 0], [1, 1], [0, 1]]);

test('a corner can be moved, added and removed, but three always stay', () => {
  assert.deepEqual(moved(square, 1, [2, 0.5])[1], [2, 0.5]);
  assert.deepEqual(inserted(square, 1, [0.5, -1])[1], [0.5, -1]);
  assert.equal(removed(square, 0).length, 3);
  assert.equal(removed(removed(square, 0), 0).length, 3);
});

test('a polygon is closed and runs counter-clockwise whichever way it was drawn', () => {
  for (const ring of [square, [...square].reverse()]) {
    const [outer] = toPolygon(ring).coordinates;
    assert.deepEqual(outer[0], outer[outer.length - 1]);
    assert.ok(signedArea(/** @type {any} */ (outer.slice(0, -1))) > 0);
  }
});

test('a polygon with a hole is not offered for editing as if it had none', () => {
  const hole = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 0.5], [2, 0.5], [2, 1], [1, 0.5]]] };
  assert.equal(fromGeometry(/** @type {any} */ (hole)), null);
  assert.deepEqual(fromGeometry(toPolygon(square)), square);
});

test('an outline that crosses itself is found, one that touches at its corners is not', () => {
  assert.equal(crossing(square), null);
  assert.notEqual(crossing([[0, 0], [1, 1], [1, 0], [0, 1]]), null);
});

test('every corner of a circle is at its radius', () => {
  for (const corner of circle([-21, -11], 25_000)) {
    assert.ok(Math.abs(distanceMetres([-21, -11], corner) - 25_000) < 1);
  }
});

test('typed corners come back as they were written', () => {
  assert.deepEqual(readPositions(positionsText(square)), { ring: square });
  assert.deepEqual(readPositions('0 0\n0; 1\n\n1, 1\n1 0\n0 0'), { ring: [[0, 0], [1, 0], [1, 1], [0, 1]] });
});

test('wrong corners are refused with the line that is wrong', () => {
  assert.deepEqual(readPositions('0, 0\nhere'), { line: 2, reason: 'numbers' });
  assert.deepEqual(readPositions('0, 0\n100, 20\n1, 1'), { line: 2, reason: 'range' });
  assert.equal(/** @type {any} */ (readPositions('0, 0\n1, 1')).reason, 'few');
  assert.equal(/** @type {any} */ (readPositions('0,0\n1,1\n1,0\n0,1')).reason, 'crossing');
});

test('a box has the two corners that were clicked', () => {
  const box = rectangle([1, 2], [3, 5]);
  assert.deepEqual(box[0], [1, 2]);
  assert.deepEqual(box[2], [3, 5]);
});

test('what was undone can be redone until something new is done', () => {
  const history = createHistory(0);
  history.push(1);
  history.push(2);
  assert.equal(history.undo(), 1);
  assert.equal(history.redo(), 2);
  history.undo();
  history.push(3);
  assert.equal(history.canRedo, false);
  assert.equal(history.undo(), 1);
});
