/**
 * npm run gates [-- --long] [-- WORD …]: every bar that the page is held to, measured, as one table. WORDs choose the groups below; each
 * is a file in gates/. The build in dist/ (or CF8_DIST) is looked at as a static host would serve it.
 */
import process from 'node:process';
import { browser } from './gates/browser.ts';
import { engine } from './gates/engine.ts';
import { frames } from './gates/frames.ts';
import { heap } from './gates/heap.ts';
import { closeHost } from './gates/host.ts';
import { importing } from './gates/import.ts';
import { input } from './gates/input.ts';
import { lighthouseScores } from './gates/lighthouse.ts';
import { paint } from './gates/paint.ts';
import { sizes } from './gates/sizes.ts';
import { begin, missed } from './gates/table.ts';
import { links, states } from './gates/tests.ts';

const long = process.argv.includes('--long');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));

type Group = readonly [name: string, measure: () => void | Promise<void>];

async function measure(groups: readonly Group[]): Promise<void> {
  for (const [name, run] of groups) {
    if (words.length > 0 && !words.includes(name)) continue;
    begin(name);
    await run();
  }
}

console.log(`${'what'.padEnd(58)} ${'figure'.padStart(12)} ${'gate'.padStart(9)}  verdict`);
await measure([
  ['sizes', sizes],
  ['paint', paint],
  ['input', input],
  ['frames', frames],
  ['engine', engine],
  ['import', importing],
  ['heap', () => heap(long)],
  ['lighthouse', lighthouseScores],
]);
await browser.close();
closeHost();
await measure([
  ['states', states],
  ['links', links],
]);

const failed = missed();
console.log(failed === 0 ? 'All bars are held.' : `${String(failed)} bars are missed.`);
process.exitCode = failed === 0 ? 0 : 1;
