// Makes public/pci-ids.txt.gz from a pci.ids file: vendors and devices, no subsystems, no classes; the licence header stays.
// Usage: node scripts/make-pci-ids.mjs [path of pci.ids]. Take one from https://pci-ids.ucw.cz/ or from the package "pci.ids".
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const source = process.argv[2] ?? '/usr/share/misc/pci.ids';
const lines = readFileSync(source, 'utf8').split('\n');
const body = lines.findIndex((line) => !line.startsWith('#'));
const classes = lines.findIndex((line) => line.startsWith('C '));
const header = lines.slice(0, body);
if (body < 1 || classes < 0 || !header.some((line) => line.includes('3-clause BSD'))) {
  console.error(`${source}: this is not a pci.ids with its licence header`);
  process.exit(1);
}
const notes = ['#\tShortened for cf8 (vendors and devices only), used under the 3-clause BSD License.', '#'];
const entries = lines
  .slice(body, classes)
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('\t\t'));
const text = `${[...header, ...notes, ...entries].join('\n')}\n`;
const packed = gzipSync(text, { level: 9 });
packed[9] = 0xff; // operating system "unknown": the same bytes on every machine
const target = new URL('../public/pci-ids.txt.gz', import.meta.url);
writeFileSync(target, packed);
console.log(
  `${String(entries.length)} entries, ${String(text.length)} characters, ${String(packed.length)} bytes packed`,
);
