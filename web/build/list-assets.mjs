// Prints served-assets.json anew from the installed packages, for when a version is raised:
//   node build/install.mjs && node build/list-assets.mjs LEAFLET_JAR_FOLDER > served-assets.json
// LEAFLET_JAR_FOLDER is the unpacked WebJar. Review the difference before committing it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const packages = join(home, 'target', 'npm', 'node_modules');
const webjar = process.argv[2];

const npm = {
  '@mapbox/point-geometry': ['LICENSE', 'index.js'],
  '@mapbox/vector-tile': ['LICENSE.txt', 'index.js'],
  pbf: ['LICENSE', 'index.js'],
  'topojson-client': ['LICENSE', 'src/feature.js', 'src/identity.js', 'src/mesh.js', 'src/reverse.js', 'src/stitch.js', 'src/transform.js'],
  'world-atlas': ['LICENSE', 'countries-110m.json', 'countries-50m.json', 'countries-10m.json'],
};
/** Addresses that stand for names of packages in what is served, from the folder of all of them. */
const imports = { '@mapbox/vector-tile': { 'index.js': { '@mapbox/point-geometry': '@mapbox/point-geometry-1.1.0/index.js' } } };
const leaflet = ['LICENSE', 'dist/leaflet.js', 'dist/leaflet.css'];
const data = { 'world-atlas': 'ISC; data: Natural Earth, public domain' };

const entry = (origin, name, folder, version, licence, file) => ({
  origin,
  package: name,
  version,
  licence,
  file,
  sha256: createHash('sha256').update(readFileSync(join(folder, file))).digest('hex'),
  ...(imports[name]?.[file] ? { imports: imports[name][file] } : {}),
});

const assets = Object.entries(npm).flatMap(([name, files]) => {
  const { version, license } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
  return files.map((file) => entry('npm', name, join(packages, name), version, data[name] ?? license, file));
});
if (webjar) {
  const folder = join(webjar, 'META-INF', 'resources', 'webjars', 'leaflet', '1.9.4');
  assets.push(...leaflet.map((file) => entry('webjar', 'leaflet', folder, '1.9.4', 'BSD-2-Clause', file)));
}
console.log(JSON.stringify({ assets }, null, 2));
