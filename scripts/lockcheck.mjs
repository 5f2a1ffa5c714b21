// Is package-lock.json fit for every machine? npm drops a native package that its registry lacks from the lock without
// a word, and the install then fails on that platform only. Addresses of registries do not belong in the lock either.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const platforms = ['darwin-arm64', 'darwin-x64', 'win32-x64', 'linux-x64', 'linux-arm64'];

/** @typedef {{ resolved?: string, optionalDependencies?: Record<string, string> }} Entry */

/** @type {{ packages: Record<string, Entry> }} */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** @type {string[]} */
const faults = [];
for (const [place, entry] of Object.entries(packages)) {
  if (entry.resolved !== undefined) faults.push(`${place} has a "resolved" address`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const native = platforms.some((platform) => name.includes(platform));
    const locked = packages[`node_modules/${name}`] ?? packages[`${place}/node_modules/${name}`];
    if (native && locked === undefined) faults.push(`${place} needs ${name}, which is not locked`);
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error('Addresses: npm config set omit-lockfile-registry-resolved true, then npm install.');
  console.error('Missing packages: pin a version that has been published for every platform.');
  process.exitCode = 1;
} else console.log(`the lock holds what ${platforms.join(', ')} need`);
