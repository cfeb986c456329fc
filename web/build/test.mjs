// Runs every test of src/test/js, quiet when all is well; the files are named one by one because
// Node 18 and Node 22 read a folder argument differently.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/test/js', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.test.js')).map((name) => join(folder, name));
const run = spawnSync(process.execPath, ['--test', ...files], { encoding: 'utf8' });
if (run.status !== 0 || files.length === 0) {
  console.error(run.stdout + run.stderr);
  process.exit(1);
}
console.log(`web: ${/^# pass (\d+)$/m.exec(run.stdout)?.[1] ?? '?'} tests of modules passed`);
