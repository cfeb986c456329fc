// What the server declares of an analysis, said in the language of the page; what has no words there stays English and says so. Pure.
// @ts-check
/** @typedef {import('./process.js').Process} Process */
/** @typedef {import('./process.js').Summary} Summary */
/** @typedef {import('./process.js').Input} Input */
/** @typedef {import('../words/analyses.js').DeclaredWords} DeclaredWords */

/**
 * @template {Summary|Process} T
 * @param {T} process
 * @param {DeclaredWords|null} words null in English
 * @returns {T}
 */
export function inWords(process, words) {
  if (words === null) {
    return process;
  }
  const said = words.processes[process.id];
  const inputs = 'inputs' in process ? { inputs: Object.fromEntries(Object.entries(process.inputs).map(([name, input]) => [name, inputInWords(input, said?.inputs[name])])) } : {};
  return { ...process, ...(said ? { title: said.title, description: said.description } : { lang: 'en' }), ...inputs };
}

/** @param {Input} input @param {import('../words/analyses.js').InputWords|undefined} said @returns {Input} */
function inputInWords(input, said) {
  if (!said) {
    return { ...input, lang: 'en' };
  }
  const labels = input.schema['x-labels'];
  return { ...input, title: said.title, description: said.description, schema: labels ? { ...input.schema, 'x-labels': { ...labels, ...said.labels } } : input.schema };
}

/**
 * @param {string} sentence of the server
 * @param {DeclaredWords|null} words
 * @returns {{text: string, lang: 'en'|null}} lang: null when it is that of the page
 */
export function caveatInWords(sentence, words) {
  const said = words?.caveats[sentence];
  return { text: said ?? sentence, lang: words === null || said !== undefined ? null : 'en' };
}
