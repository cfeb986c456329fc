import assert from 'node:assert/strict';
import { test } from 'node:test';
import { over } from '../../main/web/map/mark-canvas.js';

const abgr = (r, g, b, a) => ((a << 24) | (b << 16) | (g << 8) | r) >>> 0;
const parts = (pixel) => [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, pixel >>> 24];

test('a pixel over nothing is itself and over a solid one leaves it solid', () => {
  assert.equal(over(abgr(9, 8, 7, 100), 0), abgr(9, 8, 7, 100));
  assert.deepEqual(parts(over(abgr(255, 0, 128, 128), abgr(0, 255, 128, 255))).map((c) => Math.round(c / 2)), [64, 63, 64, 128]);
});

test('blending is right to two steps of 255 whatever is over what', () => {
  for (let i = 0; i < 4096; i++) {
    const [u, a, l, b] = [(i * 37) % 256, 1 + ((i * 91) % 254), (i * 53) % 256, i % 3 === 0 ? 255 : (i * 17) % 256];
    const alpha = a + (b * (255 - a)) / 255;
    const expected = (u * a + l * (b * (255 - a)) / 255) / alpha;
    const [red, green, blue, got] = parts(over(abgr(u, u, u, a), abgr(l, l, l, b)));
    assert.ok(Math.abs(got - alpha) <= 1 && [red, green, blue].every((c) => Math.abs(c - expected) <= 2), `${u} ${a} over ${l} ${b}`);
  }
});
