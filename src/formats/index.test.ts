/** Which format a text is taken for. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importers, openText } from './index.ts';

const row = `00: ${'00 '.repeat(16).trim()}`;
const rows = ['00', '10', '20', '30'].map((at) => row.replace('00', at)).join('\n');

test('each format by its looks', () => {
  expect(openText('qemu-system-i386 -M q35 -nodefaults')).toMatchObject({
    kind: 'imported',
    format: 'qemu-command-line',
    imported: { scenario: { machine: 'q35' } },
  });
  expect(openText(`00:1f.0 ISA bridge: x\n${rows}\n`)).toMatchObject({
    kind: 'imported',
    format: 'lspci-dump',
    imported: { scenario: { functions: [{ bdf: 0xf8 }] } },
  });
  expect(openText(`$ qemu-system-i386 -M pc\n00:1f.0 ISA bridge: x\n${rows}\n`)).toMatchObject({
    format: 'lspci-dump',
  });
  expect(openText('qemu-system-arm -M virt')).toMatchObject({ kind: 'broken', format: 'qemu-command-line' });
  expect(openText('one\ntwo\nthree\nfour')).toEqual({
    kind: 'unknown',
    lines: ['one', 'two', 'three'],
    near: 'none',
  });
});

test('what no format knows comes near to one', () => {
  for (const [text, near] of [
    ['00:1f.0 ISA bridge [0601]: Intel Corporation\n00:1f.2 SATA controller: Intel', 'lspci-text'],
    ['00000000: 86 80 0e 10 00 00 00 00 03 00 00 02', 'hex-rows'],
    ['run qemu with -m 512', 'qemu'],
    ['1234@1700000000.000001:pci_cfg_read e1000 03:0 @0x0 -> 0x100e8086', 'qemu-trace'],
    ['Dear all', 'none'],
  ] as const)
    expect(openText(text)).toMatchObject({ kind: 'unknown', near });
});

test('every importer of the folder is in the list, under a name of its own', () => {
  const sources = readdirSync('src/formats').filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const found = sources.flatMap((name) => {
    const text = readFileSync(`src/formats/${name}`, 'utf8');
    return Array.from(text.matchAll(/: Importer = \{\n {2}id: '([\w-]+)'/g), ([, id]) => id);
  });
  expect(new Set(importers.map((importer) => importer.id))).toEqual(new Set(found));
  expect(found).toHaveLength(importers.length);
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void openText(text)));
});
