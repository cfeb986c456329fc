// Installs the npm packages of the lock file below target/, and only when the lock file changed:
// the build runs often and this is its slowest part.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const place = join(home, 'target', 'npm');
const stamp = join(place, 'installed');

const [major] = process.versions.node.split('.');
if (Number(major) < 18) {
  console.error(`The web build needs Node 18 or newer; this is ${process.version}.`);
  process.exit(1);
}

const wanted = ['package.json', 'package-lock.json', '.npmrc']
  .reduce((hash, name) => hash.update(readFileSync(join(home, name))), createHash('sha256'))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  mkdirSync(place, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    copyFileSync(join(home, name), join(place, name));
  }
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: place,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) {
    console.error('npm ci failed in ' + place);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
