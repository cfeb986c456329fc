import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circle, createHistory, distanceMetres, inserted, moved, rectangle } from '../../main/web/tools/ring.js';
import { fromGeometry, toGeometry } from '../../main/web/tools/outline/parts.js';
import { partsText, readLine, readOutline } from '../../main/web/tools/outline/text.js';
import { signedArea } from '../../main/web/tools/ring.js';

const unknown = async () => ({ problem: 'no such place' });

const square = /** @type {[number, number][]} */ ([[0, 0], [1, 0], [1, 1], [0, 1]]);

test('a point of a line can be moved and added', () => {
  assert.deepEqual(moved(square, 1, [2, 0.5])[1], [2, 0.5]);
  assert.deepEqual(inserted(square, 1, [0.5, -1])[1], [0.5, -1]);
});

test('a polygon is closed and runs counter-clockwise whichever way it was drawn', () => {
  for (const ring of [square, [...square].reverse()]) {
    const [outer] = toGeometry([[ring]]).coordinates;
    assert.deepEqual(outer[0], outer[outer.length - 1]);
    assert.ok(signedArea(/** @type {any} */ (outer.slice(0, -1))) > 0);
  }
  assert.deepEqual(fromGeometry(toGeometry([[square]])), [[square]]);
});

test('every corner of a circle is at its radius', () => {
  for (const corner of circle([-21, -11], 25_000)) {
    assert.ok(Math.abs(distanceMetres([-21, -11], corner) - 25_000) < 1);
  }
});

test('typed corners come back as they were written, with parts and holes', async () => {
  const hole = /** @type {[number, number][]} */ ([[0.2, 0.2], [0.4, 0.2], [0.4, 0.4]]);
  const beside = /** @type {[number, number][]} */ ([[2, 0], [3, 0], [3, 1]]);
  for (const parts of [[[square]], [[square, hole]], [[square, hole], [beside]]]) {
    assert.deepEqual(await readOutline(partsText(parts), unknown), { parts });
  }
  assert.deepEqual(await readOutline('0 0\n0; 1\n\n1, 1\n1 0\n0 0', unknown), { parts: [[[[0, 0], [1, 0], [1, 1], [0, 1]]]] });
});

test('a corner may be typed in any form that a place can be written in', async () => {
  const locate = async (text) => (text === '34N BM 1 2' ? { position: /** @type {[number, number]} */ ([1.00000049, 1]) } : { problem: 'is no place' });
  assert.deepEqual(await readLine('0, 0\n34N BM 1 2', locate), { positions: [[0, 0], [1, 1]] });
  assert.deepEqual(await readLine('0, 0\nnowhere', locate), { line: 2, reason: 'numbers', detail: 'is no place' });
});

test('wrong corners are refused with the line that is wrong', async () => {
  assert.deepEqual(await readOutline('0, 0\nhere', unknown), { line: 2, reason: 'numbers', detail: 'no such place' });
  assert.deepEqual(await readOutline('0, 0\n100, 20\n1, 1', unknown), { line: 2, reason: 'range' });
  assert.equal(/** @type {any} */ (await readOutline('0, 0\n1, 1', unknown)).reason, 'few');
  assert.equal(/** @type {any} */ (await readOutline('0,0\n1,1\n1,0\n0,1', unknown)).reason, 'crossing');
  assert.deepEqual(await readOutline('0,0\n0,4\n4,4\n4,0\n-\n1,1\n1,2', unknown), { line: 7, reason: 'few' });
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
