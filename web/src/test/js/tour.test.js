import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '../../main/web/words/en/page.js';
import { beside, keepSeen, tourFor, wasSeen } from '../../main/web/tour/steps.js';

const storage = (kept = {}) => ({ kept, getItem: (name) => kept[name] ?? null, setItem: (name, value) => { kept[name] = value; } });

test('every role has a tour of four to six steps, each with words of its own', () => {
  for (const role of ['duty-officer', 'protection-adviser', 'analyst', 'reporter', 'viewer', 'administrator']) {
    const { steps } = tourFor([role]);
    assert.ok(steps.length >= 4 && steps.length <= 6, role);
    assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
    for (const { id } of steps) {
      assert.ok(words.tour.steps[id].title && words.tour.steps[id].text, id);
    }
  }
});

test('whoever has several roles is shown the first one that has a tour of its own', () => {
  assert.equal(tourFor(['viewer', 'analyst']).role, 'analyst');
  assert.equal(tourFor([]).role, 'viewer');
});

test('a tour is seen once for each account of a browser', () => {
  const kept = storage();
  assert.equal(wasSeen(kept, 'one'), false);
  keepSeen(kept, 'one');
  keepSeen(kept, 'one');
  assert.equal(wasSeen(kept, 'one'), true);
  assert.equal(wasSeen(kept, 'other'), false);
  assert.equal(kept.kept['vigie.tour'], '["one"]');
});

test('what a browser kept wrongly does no harm, and a screen for all is left alone', () => {
  assert.equal(wasSeen(storage({ 'vigie.tour': '{oops' }), 'one'), false);
  assert.equal(wasSeen(storage({ 'vigie.tour': '["*"]' }), 'one'), true);
});

test('the card stands below what it points at, else above, else beside, and always in the window', () => {
  const card = { width: 300, height: 160 };
  const page = { width: 1000, height: 700 };
  assert.deepEqual(beside({ left: 400, right: 500, top: 10, bottom: 40 }, card, page, 10), { x: 300, y: 50 });
  assert.deepEqual(beside({ left: 0, right: 1000, top: 600, bottom: 690 }, card, page, 10), { x: 350, y: 430 });
  assert.deepEqual(beside({ left: 0, right: 300, top: 20, bottom: 690 }, card, page, 10), { x: 310, y: 275 });
  assert.deepEqual(beside({ left: 950, right: 990, top: 10, bottom: 40 }, card, page, 10), { x: 690, y: 50 });
  const { x, y } = beside({ left: 0, right: 390, top: 0, bottom: 844 }, { width: 366, height: 200 }, { width: 390, height: 844 }, 12);
  assert.ok(x >= 12 && y >= 12 && y + 200 <= 832);
});
