// Puts what is served into META-INF/resources of the jar: our modules and styles made small, and
// the few files of npm packages that served-assets.json names. The folder carries a digest of its
// content, so that browsers may keep it for ever and never mix two versions. Beside it lies the same,
// compressed as far as it goes; and the list of what a page needs without a line.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { smallModule, smallStyles } from './small.mjs';
import { joined } from './words.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
const sources = join(home, 'src', 'main', 'web');
const packages = join(home, 'target', 'npm', 'node_modules');
const out = join(home, 'target', 'classes', 'META-INF', 'resources');
const compressed = join(home, 'target', 'classes', 'META-INF', 'compressed');

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/**
 * A module that names another package is served with the address of that package's file: a browser knows no names of
 * packages, and the import map that would tell it must be an inline script, which the content policy refuses.
 *
 * @param {any} asset @param {Buffer} bytes
 */
function served(asset, bytes) {
  const up = '../'.repeat(asset.package.split('/').length + asset.file.split('/').length - 1);
  return Object.entries(asset.imports ?? {}).reduce((module, [name, file]) => {
    const parts = module.toString().split(`from '${name}'`);
    if (parts.length !== 2) {
      throw new Error(`${asset.package}/${asset.file} does not import ${name} once`);
    }
    return Buffer.from(parts.join(`from '${up}${file}'`));
  }, bytes);
}

const sha256 = (/** @type {Buffer} */ bytes) => createHash('sha256').update(bytes).digest('hex');
const list = JSON.parse(readFileSync(join(home, 'served-assets.json'), 'utf8'));
const copies = [];
for (const asset of list.assets.filter((/** @type {any} */ a) => a.origin === 'npm')) {
  const installed = JSON.parse(readFileSync(join(packages, asset.package, 'package.json'), 'utf8'));
  if (installed.version !== asset.version) {
    throw new Error(`${asset.package} ${installed.version} is installed, served-assets.json lists ${asset.version}`);
  }
  const bytes = readFileSync(join(packages, asset.package, asset.file));
  if (sha256(bytes) !== asset.sha256) {
    throw new Error(`${asset.package}/${asset.file} has SHA-256 ${sha256(bytes)}, served-assets.json lists ${asset.sha256}`);
  }
  copies.push({ to: join('npm', `${asset.package}-${asset.version}`, asset.file), bytes: served(asset, bytes) });
}

const digest = createHash('sha256');
for (const file of filesBelow(sources)) {
  digest.update(relative(sources, file)).update(readFileSync(file));
}
for (const { to, bytes } of copies) {
  digest.update(to).update(bytes);
}
for (const file of ['build/assemble.mjs', 'build/small.mjs', 'build/words.mjs', 'build/page-words.json', 'src/main/page/service-worker.js', 'src/main/page/index.html']) {
  digest.update(readFileSync(join(home, file)));
}
const version = digest.digest('hex').slice(0, 12);

rmSync(join(out, 'assets'), { recursive: true, force: true });
const assets = join(out, 'assets', version);
mkdirSync(assets, { recursive: true });

/** @param {string} to @param {string} text */
function writeModule(to, text) {
  const { code, map } = smallModule(to, text);
  writeFileSync(to, `${code}\n//# sourceMappingURL=${basename(to)}.map\n`);
  writeFileSync(`${to}.map`, map);
}

for (const file of filesBelow(sources).filter((name) => !name.endsWith('.d.ts'))) {
  const to = join(assets, relative(sources, file));
  mkdirSync(dirname(to), { recursive: true });
  if (file.endsWith('.js')) {
    writeModule(to, readFileSync(file, 'utf8'));
  } else {
    writeFileSync(to, file.endsWith('.css') ? smallStyles(readFileSync(file, 'utf8')) : readFileSync(file));
  }
}
/** Parts that are in a whole, and are asked for by no name of their own. @type {Set<string>} */
const inside = new Set();
for (const whole of filesBelow(join(sources, 'words')).filter((name) => /words\/[a-z]{2}\/(page|accounts)\.js$/.test(name))) {
  const { text, parts } = joined(readFileSync(whole, 'utf8'), (name) => readFileSync(join(dirname(whole), name), 'utf8'));
  const to = join(assets, relative(sources, whole));
  writeModule(to, text);
  parts.flatMap((name) => [name, `${name}.map`]).forEach((name) => inside.add(join(dirname(to), name)));
}
inside.forEach((file) => rmSync(file));
for (const { to, bytes } of copies) {
  mkdirSync(dirname(join(assets, to)), { recursive: true });
  writeFileSync(join(assets, to), bytes);
}
/** What a module needs before it runs, as it is served: all of it is asked for at once instead of import by import. @param {string} file @param {Set<string>} [found] */
function neededBy(file, found = new Set()) {
  found.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:^|[;}])\s*(?:import|export)\b(?:[^;'"()=]*?\bfrom)?\s*["'](\.[^'"]+|\/webjars\/[^'"]+)["']/gm)) {
    const next = name.startsWith('.') ? join(dirname(file), name) : name;
    if (next.startsWith('/webjars/')) {
      found.add(next);
    } else if (!found.has(next)) {
      neededBy(next, found);
    }
  }
  return found;
}

/** A page's own module, and that of the words, which it asks for only when it runs. @param {string[]} modules @returns {string} */
function preload(modules) {
  const files = new Set(modules.flatMap((module) => [...neededBy(join(assets, module))]));
  return [...files].map((file) => (file.startsWith(assets) ? `/assets/${version}/${relative(assets, file)}` : file))
    .map((address) => `  <link rel="modulepreload" href="${address}">`)
    .join('\n');
}

/** What the page may need without a line, but for words and outlines: it says itself which of those it uses. */
const shell = filesBelow(assets)
  .map((file) => relative(assets, file))
  .filter((file) => /\.(js|svg)$/.test(file) && !/^(words\/[a-z]{2}|accounts)\//.test(file))
  .map((file) => `/assets/${version}/${file}`)
  .concat(`/assets/${version}/styles/all-of-index.css`, '/webjars/leaflet/1.9.4/dist/leaflet.js', '/webjars/leaflet/1.9.4/dist/leaflet.css');

/** Our styles of a page as one file, in their order: together they compress better, and cost one answer. @param {string} html @param {string} name of the page */
function withOneStyle(html, name) {
  const ours = new RegExp(`  <link rel="stylesheet" href="/assets/${version}/(styles/[a-z-]+\\.css)">\n`, 'g');
  const files = [...html.matchAll(ours)].map(([, file]) => file);
  if (files.length < 2) {
    return html;
  }
  const one = `styles/all-of-${name}.css`;
  writeFileSync(join(assets, one), files.map((file) => readFileSync(join(assets, file), 'utf8')).join(''));
  let isFirst = true;
  return html.replace(ours, () => {
    const link = isFirst ? `  <link rel="stylesheet" href="/assets/${version}/${one}">\n` : '';
    isFirst = false;
    return link;
  });
}

/** @param {string} file @param {Record<string, string>} [words] what stands for its names, besides the addresses */
function assembled(file, words = {}) {
  return Object.entries({ ...words, assets: `/assets/${version}`, version, shell: JSON.stringify(shell) })
    .reduce((text, [name, word]) => text.replaceAll(`@${name}@`, word), readFileSync(file, 'utf8'))
    .replace(/@preload:([^@]+)@/, (_, modules) => preload(modules.split(':')));
}

// A page in every language, so that its direction is right before anything is drawn; scripts once.
/** @type {Record<string, Record<string, string>>} */
const languages = JSON.parse(readFileSync(join(home, 'build', 'page-words.json'), 'utf8'));
const pages = join(home, 'src', 'main', 'page');
for (const file of filesBelow(pages)) {
  const to = join(out, relative(pages, file));
  if (file.endsWith('.js')) {
    writeFileSync(to, smallModule(file, assembled(file)).code);
  } else {
    Object.entries(languages).forEach(([lang, words]) => writeFileSync(to.replace(/html$/, `${lang}.html`), withOneStyle(assembled(file, { ...words, lang }), relative(pages, file).replace('.html', ''))));
  }
}

/** What compression is not worth. */
const LEAST_BYTES = 300;
/** Compressing the finest outlines takes seconds, and they are the same in every build. */
const kept = join(home, 'target', 'compressed');

/** @param {Buffer} bytes @param {string} name @param {(bytes: Buffer) => Buffer} compress @returns {Buffer} */
function compressedOnce(bytes, name, compress) {
  const file = join(kept, `${sha256(bytes)}.${name}`);
  if (!existsSync(file)) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, compress(bytes));
  }
  return readFileSync(file);
}

const codings = {
  gz: (/** @type {Buffer} */ bytes) => gzipSync(bytes, { level: 9 }),
  br: (/** @type {Buffer} */ bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
};

rmSync(compressed, { recursive: true, force: true });
for (const file of filesBelow(out).filter((name) => /\.(js|css|json|svg|html)$/.test(name))) {
  const bytes = readFileSync(file);
  if (bytes.length >= LEAST_BYTES) {
    const to = join(compressed, relative(out, file));
    mkdirSync(dirname(to), { recursive: true });
    for (const [name, compress] of Object.entries(codings)) {
      writeFileSync(`${to}.${name}`, compressedOnce(bytes, name, compress));
    }
  }
}
mkdirSync(join(home, 'target', 'classes', 'org', 'vigie', 'web'), { recursive: true });
cpSync(join(home, 'served-assets.json'), join(home, 'target', 'classes', 'org', 'vigie', 'web', 'served-assets.json'));
