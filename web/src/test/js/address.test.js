import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromAddress, toAddress } from '../../main/web/core/address.js';

const whole = {
  view: { zoom: 8.25, lat: -11.20312, lng: -21.4 },
  period: { start: '2026-04-02', end: '2026-06-30' },
  slider: { window: 'cumulative', step: 'week', speed: '0.5', scale: 'log' },
  shown: ['incident', 'base'],
  order: ['base', 'incident'],
  opacity: { base: 40, 'ground:0190-a': 55 },
  ground: ['0190-a', 'b,c'],
  symbols: 'military',
  filters: { incident: { type: { hide: ['RIOTS', ''] }, status: { in: ['A,B', "it's"] }, severity: { min: 3 } } },
  text: 'fire & water=50%',
  cql: { incident: "killed_best > 2 AND title LIKE '%&%'" },
  selection: { layer: 'incident', id: '0190:x/y' },
  area: 'polygon:-21,-11,-20,-11,-20,-10',
  line: null,
  rings: '-21.5,-11:5000,10000:30',
  tool: 'area',
  grid: true,
  pin: { lon: -21.47281, lat: -10.89261, radius: 50 },
  linked: { views: ['table', 'matrix'], layer: 'incident', scope: 'everywhere', size: 'full', sort: '-valid_from', step: 'week', form: 'lines', beside: 'year', category: 'status', frame: '2026-01-01..2026-06-30', rows: 'type', columns: 'weekday', zone: 'utc' },
  known: '2025-06-30T11:05:09Z',
  relative: null,
  snapshot: { ref: 'S-7KQ4' },
  compare: { mode: 'side', b: '#v1/8/1/2/t=2026-01-01..2026-01-31&q=a%26b' },
  shiftChoice: { kinds: [], layers: [], unread: false },
  wall: { dwell: 45, views: [{ name: 'Nord-Est, nuit', address: '#v1/8/1/2/t=-7d' }] },
};

test('what the address says is what the state was', () => {
  assert.deepEqual(fromAddress(toAddress(whole)), whole);
});

test('an address of another kind is not ours', () => {
  assert.equal(fromAddress(''), null);
  assert.equal(fromAddress('#section-2'), null);
  assert.equal(fromAddress('#v2/1/2/3/'), null);
});

test('parts that make no sense are left out and the rest still counts', () => {
  const state = fromAddress('#v1/8/100/0/t=2026-13-01..2026-06-30&p.speed=99&p.toString=x&p.step=month&s=nonsense&q=%E0%A4%A&f.incident.severity=min:many&l=incident');
  assert.equal(state.view, undefined);
  assert.equal(state.period, undefined);
  assert.deepEqual(state.slider, { window: 'moving', step: 'month', speed: '2', scale: 'linear' });
  assert.equal(state.selection, null);
  assert.equal(state.text, '');
  assert.deepEqual(state.filters, {});
  assert.deepEqual(state.shown, ['incident']);
});

test('a measured line travels with its tool, and a broken or endless one is none', () => {
  const line = 'closed:-22,-11,-21.25,-11.5';
  assert.equal(fromAddress(toAddress({ ...whole, line, tool: 'measure' })).line, line);
  assert.equal(fromAddress(toAddress({ ...whole, line })).line, null, 'it is not on the map');
  for (const text of ['open:', 'open:1', 'open:1,91', 'round:1,2', `open:${'1,2,'.repeat(61).slice(0, -1)}`]) {
    assert.equal(fromAddress(`#v1/8/0/0/line=${text}`).line, null, text);
  }
});

test('a pin that is on no globe is none', () => {
  for (const pin of ['181,0,5', '0,91,5', '0,0', '0,0,-1', '0,0,5,1', 'a,b,c', '']) {
    assert.equal(fromAddress(`#v1/8/0/0/pin=${pin}`).pin, null, pin);
  }
});

test('no layers at all is something one can share', () => {
  assert.deepEqual(fromAddress('#v1/8/0/0/l=').shown, []);
});

test('a past moment stays one where the clock of the computer is slow', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2020-01-01T00:00:00Z') });
  assert.equal(fromAddress('#v1/7/-11/-21/known=2026-06-30T11:05:09Z')?.known, '2026-06-30T11:05:09Z');
});
