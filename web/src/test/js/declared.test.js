import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caveatInWords, inWords } from '../../main/web/analysis/declared.js';

const declared = {
  id: 'hexagon-counts', title: 'Counts in hexagons', description: 'Where events concentrate.', version: '1',
  inputs: { least: { title: 'Least events', description: 'Fewer are left out.', schema: {} }, grid: { title: 'Cells', description: 'Which.', schema: { 'x-labels': { hex: 'Hexagons', admin: 'Areas' } } } },
};
const words = {
  processes: { 'hexagon-counts': { title: 'Décompte', description: 'Où.', inputs: { grid: { title: 'Cellules', description: 'Lesquelles.', labels: { hex: 'Hexagones' } } } } },
  caveats: { 'No event.': 'Aucun événement.' },
};

test('an analysis is said in the words of the page, and what has none there stays English and says so', () => {
  const said = inWords(declared, words);
  assert.equal(said.title, 'Décompte');
  assert.equal(said.lang, undefined);
  assert.equal(said.inputs.grid.title, 'Cellules');
  assert.deepEqual(said.inputs.grid.schema['x-labels'], { hex: 'Hexagones', admin: 'Areas' });
  assert.deepEqual([said.inputs.least.title, said.inputs.least.lang], ['Least events', 'en']);
  assert.deepEqual([inWords({ ...declared, id: 'new' }, words).title, inWords({ ...declared, id: 'new' }, words).lang], ['Counts in hexagons', 'en']);
  assert.equal(declared.title, 'Counts in hexagons', 'what was given is left alone');
});

test('in English nothing is replaced', () => {
  assert.equal(inWords(declared, null), declared);
  assert.deepEqual(caveatInWords('No event.', null), { text: 'No event.', lang: null });
});

test('a caveat that is put together of figures stays as the server says it', () => {
  assert.deepEqual(caveatInWords('No event.', words), { text: 'Aucun événement.', lang: null });
  assert.deepEqual(caveatInWords('3 events.', words), { text: '3 events.', lang: 'en' });
});
