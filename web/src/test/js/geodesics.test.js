import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { geodesics } from '../../main/web/tools/measure/geodesics.js';

const require = createRequire(new URL('../../../target/npm/', import.meta.url));
const ground = geodesics(require('geographiclib-geodesic').Geodesic.WGS84);
const near = (a, b, within, what) => assert.ok(Math.abs(a - b) <= within, `${what}: ${a} for ${b}`);

test('Wellington to Salamanca and twenty thousand kilometres from Perth are as GeographicLib publishes them', () => {
  const leg = ground.leg([174.81, -41.32], [-5.5, 40.96]);
  near(leg.metres, 19_959_679.267, 1e-3, 'metres');
  near(leg.bearing, 161.06766998616, 1e-9, 'bearing');
  near(leg.back, 198.82519512325, 1e-9, 'back bearing');
  const [lon, lat] = ground.reached([115.74, -32.06], 225, 20_000_000);
  near(lat, 32.11195529, 1e-8, 'latitude');
  near(((lon + 540) % 360) - 180, -63.95925278, 1e-8, 'longitude');
});

test('Antarctica has the area and the coast that GeographicLib publishes', () => {
  const antarctica = [[-58, -63.1], [-74, -72.9], [-102, -71.9], [-102, -74.9], [-131, -74.3], [-163, -77.5], [163, -77.4], [172, -71.7], [140, -65.9], [113, -65.7],
    [88, -66.6], [59, -66.9], [25, -69.8], [-4, -70], [-14, -71], [-33, -77.3], [-46, -77.9], [-61, -74.7]];
  near(ground.area([[antarctica]]), 13_662_703_680_020.1, 1, 'square metres');
  near(ground.perimeter([[antarctica]]), 16_831_067.893, 1e-3, 'metres');
  assert.equal(ground.area([[antarctica]]), ground.area([[[...antarctica].reverse()]]));
});

test('holes are taken off an area and their borders are borders; parts add up', () => {
  const [square, hole] = [[[0, 0], [4, 0], [4, 4], [0, 4]], [[1, 1], [2, 1], [2, 2], [1, 2]]];
  near(ground.area([[square, hole]]), ground.area([[square]]) - ground.area([[hole]]), 1e-3, 'holed');
  near(ground.perimeter([[square, hole]]), ground.perimeter([[square]]) + ground.perimeter([[hole]]), 1e-6, 'borders');
  near(ground.area([[square], [[[6, 0], [7, 0], [7, 1]]]]), ground.area([[square]]) + ground.area([[[[6, 0], [7, 0], [7, 1]]]]), 1e-3, 'parts');
});

test('an area has the size that the server tells: its sides are straight in longitude and latitude', () => {
  const box = /** @type {[number, number][]} */ ([[-26, -13], [-17, -13], [-17, -9], [-26, -9]]);
  near(ground.areaOf([[box]]) / 1e6, 435_111, 1, 'of Geodesy.areaSquareMetres');
  assert.ok(ground.area([[box]]) > ground.areaOf([[box]]) + 8e8, 'which long geodesics would not have');
});

test('whatever the way, its end is at its length and bearing, and the back bearing leads back', () => {
  for (let i = 0; i < 500; i++) {
    const from = [-180 + ((i * 37.7) % 360), -80 + ((i * 13.3) % 160)];
    const [bearing, metres] = [(i * 71.3) % 360, 10 + i * 20_000];
    const to = ground.reached(from, bearing, metres);
    assert.ok(Math.abs(to[0] - from[0]) <= 180, 'the nearer way round');
    const leg = ground.leg(from, to);
    near(leg.metres, metres, 1e-6, `metres ${i}`);
    near(Math.cos(((leg.bearing - bearing) * Math.PI) / 180), 1, 1e-9, `bearing ${i}`);
    const back = ground.reached(to, leg.back, metres);
    near(back[1], from[1], 1e-8, `latitude ${i}`);
  }
});
