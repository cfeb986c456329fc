import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DEFICIENCIES, difference, linear, seenWith } from './colour-vision.js';

/** CIE 1976; the two nearest colours of Okabe and Ito that we put beside each other, green and grey, are a little farther apart. */
const LEAST = 14.5;
/** Drawn by width, dash and size as a printed map, not by the colours of their marks. */
const GROUND = ['admin-area', 'place', 'river', 'road'];
const layers = new URL('../../../../geodata/src/main/resources/org/vigie/geodata/layers/', import.meta.url);
const java = readFileSync(new URL('../../../../geodata/src/main/java/org/vigie/geodata/layer/SymbolReader.java', import.meta.url), 'utf8');
const COLOURS = Object.fromEntries([...java.matchAll(/colours\.put\("([\w-]+)", "(#\w{6})"\)/g)].map(([, name, value]) => [name, value]));

/** The marks of a layer file: name, colour and shape. */
function marksOf(text) {
  const symbol = /^symbol:([^]*?)(?=^\S)/m.exec(text)?.[1] ?? '';
  const lines = [...symbol.matchAll(/^ +([\w-]+): +"?([\w#-]+) ([\w-]+)/gm)].map(([, name, colour, shape]) => ({ name, colour: COLOURS[colour] ?? colour, shape }));
  const alone = /^ ([\w#-]+) ([\w-]+)/.exec(symbol);
  return alone ? [{ name: 'all', colour: COLOURS[alone[1]] ?? alone[1], shape: alone[2] }] : lines;
}

/** The least difference of two colours for anybody. */
const leastOf = (a, b) => Math.min(difference(linear(a), linear(b)), ...Object.values(DEFICIENCIES).map((matrix) => difference(seenWith(linear(a), matrix), seenWith(linear(b), matrix))));

/** Pairs of marks that somebody cannot tell apart. */
const alike = (marks) => marks.flatMap((a, i) => marks.slice(i + 1)
  .filter((b) => a.shape === b.shape && leastOf(a.colour, b.colour) < LEAST).map((b) => `${a.name} and ${b.name}: ${leastOf(a.colour, b.colour).toFixed(1)}`));

const files = readdirSync(layers).filter((name) => name.endsWith('.layer.yaml'));

for (const file of files.filter((name) => !GROUND.includes(name.replace('.layer.yaml', '')))) {
  test(`whatever one's colour vision, any two marks of ${file.replace('.layer.yaml', '')} differ in shape or clearly in colour`, () => {
    const marks = marksOf(readFileSync(new URL(file, layers), 'utf8'));
    assert.ok(marks.length > 0);
    assert.deepEqual(alike(marks), []);
  });
}

for (const file of ['incident', 'report', 'ied-report', 'poc-alert'].map((name) => `${name}.layer.yaml`)) {
  test(`on paper without colours any two kinds of ${file.replace('.layer.yaml', '')} differ in shape`, () => {
    const shapes = marksOf(readFileSync(new URL(file, layers), 'utf8')).filter(({ name }) => name !== 'other').map(({ shape }) => shape);
    assert.deepEqual(shapes, [...new Set(shapes)]);
  });
}

test('marks that only a trichromat can tell apart are found', () => {
  assert.deepEqual(alike([{ name: 'a', colour: '#cc79a7', shape: 'plus' }, { name: 'b', colour: '#7f8790', shape: 'plus' }]).length, 1);
  assert.deepEqual(alike([{ name: 'a', colour: '#cc79a7', shape: 'plus' }, { name: 'b', colour: '#7f8790', shape: 'star' }]), []);
  assert.deepEqual(alike([{ name: 'a', colour: '#d01000', shape: 'circle' }, { name: 'b', colour: '#307000', shape: 'circle' }]).length, 1);
});

test('a grey stays what it is, and the known confusions are simulated', () => {
  for (const matrix of Object.values(DEFICIENCIES)) {
    assert.ok(difference(seenWith(linear('#808080'), matrix), linear('#808080')) < 0.5);
  }
  const [red, green] = ['#c00000', '#606000'].map(linear);
  assert.ok(difference(seenWith(red, DEFICIENCIES.deuteranopia), seenWith(green, DEFICIENCIES.deuteranopia)) < difference(red, green) / 2);
});

const tokens = readFileSync(new URL('../../main/web/styles/tokens.css', import.meta.url), 'utf8');
for (const theme of ['dark', 'light']) {
  test(`the ramp of density gets steadily ${theme === 'dark' ? 'lighter' : 'darker'} for everybody in the ${theme} theme`, () => {
    const css = theme === 'dark' ? tokens.slice(0, tokens.indexOf('[data-theme="light"]')) : tokens.slice(tokens.indexOf('[data-theme="light"]'));
    const stops = [0, 1, 2, 3, 4].map((i) => linear(new RegExp(`--map-density-${i}: (#\\w{6})`).exec(css)[1]));
    for (const see of [(c) => c, ...Object.values(DEFICIENCIES).map((matrix) => (c) => seenWith(c, matrix))]) {
      const light = stops.map((stop) => { const [r, g, b] = see(stop); return 0.2126 * r + 0.7152 * g + 0.0722 * b; });
      const steps = light.slice(1).map((value, i) => (theme === 'dark' ? value - light[i] : light[i] - value));
      assert.ok(steps.every((step) => step > 0), light.map((value) => value.toFixed(3)).join(' '));
    }
  });
}
