// Makes what is served small: comments, blanks and the names of local variables are for those who read the sources. Whoever opens
// the tools of the browser reads those there, by a source map that nobody else fetches; names of functions and classes stay, so that
// an error says where it happened.
import { createRequire } from 'node:module';
import { basename } from 'node:path';

const { minify_sync: minify } = createRequire(new URL('../target/npm/package.json', import.meta.url))('terser');
const options = { module: true, compress: { passes: 2 }, mangle: true, keep_classnames: true, keep_fnames: true, format: { ecma: 2020 } };

/** @param {string} text @returns {string} */
export const smallStyles = (text) => text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\n/gm, '');

/** @param {string} path of the module @param {string} text @returns {{code: string, map: string}} */
export function smallModule(path, text) {
  const name = basename(path);
  return minify({ [name]: text }, { ...options, sourceMap: { filename: name, includeSources: true } });
}
