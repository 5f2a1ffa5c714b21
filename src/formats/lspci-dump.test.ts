/** Dumps as people paste them: with text around, cut, and broken. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lspciDump, parseLspciDump, writeLspciDump } from './lspci-dump.ts';
import { bytesOf, listedFromDump } from './lspci/listed.ts';

const row = (at: number, bytes = '00 '.repeat(16).trim()): string =>
  `${at.toString(16).padStart(2, '0')}: ${bytes}`;
const rows = (bytes: number): string => Array.from({ length: bytes / 16 }, (_, i) => row(16 * i)).join('\n');

const pasted = `$ sudo lspci -vvnnxxx
0000:00:02.0 Ethernet controller [0200]: Intel Corporation 82540EM Gigabit Ethernet Controller [8086:100e] (rev 03)
\tSubsystem: Red Hat, Inc. QEMU Virtual Machine [1af4:1100]
\tControl: I/O+ Mem+ BusMaster+ SpecCycle- MemWINV- VGASnoop- ParErr- Stepping- SERR- FastB2B- DisINTx-
\tRegion 0: Memory at febc0000 (32-bit, non-prefetchable) [size=128K]
\tRegion 1: I/O ports at c000 [size=64]
\tExpansion ROM at feb80000 [disabled] [size=256K]
\tCapabilities: [160] Single Root I/O Virtualization (SR-IOV)
\t\tRegion 3: Memory at 00000000 (64-bit, prefetchable) [size=4K]
${rows(256)}

10000:e1:1f.7 Class 0600: Device 1234:5678
${rows(64)}
`;

test('functions, domains, names and sizes', () => {
  const { scenario, problems, lines } = parseLspciDump(pasted);
  expect(problems).toEqual([]);
  expect(scenario.functions?.map(({ config, ...rest }) => ({ ...rest, bytes: config.length / 2 }))).toEqual([
    {
      domain: 0,
      bdf: 0x10,
      name: 'Intel Corporation 82540EM Gigabit Ethernet Controller',
      sizes: { 0: 131072, 1: 64, 6: 262144 },
      bytes: 256,
    },
    { domain: 0x10000, bdf: 0xe1ff, bytes: 64 },
  ]);
  expect(scenario.machine).toBe('dump');
  expect(lines.slice(0, 10)).toEqual([
    'ignored',
    'used',
    'partly',
    'partly',
    'used',
    'used',
    'used',
    'partly',
    'partly',
    'used',
  ]);
});

test('with a single v, a size goes to the BAR that points there', () => {
  const bars = row(16, '04 00 00 00 08 00 00 00 01 c0 00 00 00 00 00 00');
  const text = `00:03.0 Ethernet controller: Device 1234:1111
\tMemory at 800000000 (64-bit, prefetchable) [size=16M]
\tI/O ports at c000 [size=32]
${row(0)}\n${bars}\n${row(32)}\n${row(48)}\n`;
  expect(parseLspciDump(text).scenario.functions?.[0]?.sizes).toEqual({ 0: 16 * 2 ** 20, 2: 32 });
});

test('a broken row costs what follows it in that function, nothing else', () => {
  const text = `00:00.0 a: b
${rows(64)}
40: 00 00 0g
50: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00

00:01.0 c: d
${row(0)}
20: 00

00:02.0 e: f
${rows(64)}
`;
  const { scenario, problems, lines } = parseLspciDump(text);
  expect(scenario.functions?.map((f) => [f.bdf, f.config.length])).toEqual([
    [0, 128],
    [16, 128],
  ]);
  expect(problems.map((p) => [p.message.id, p.place?.line])).toEqual([
    ['formats.dump-row', 6],
    ['formats.dump-row', 11],
    ['formats.dump-short', 9],
  ]);
  expect(lines).toHaveLength(text.split('\n').length);
});

test('sniffing', () => {
  expect(lspciDump.sniff(pasted)).toBe(true);
  expect(lspciDump.sniff('00:02.0 VGA compatible controller: Intel')).toBe(false);
  expect(lspciDump.parse('hello')).toBeUndefined();
  expect(lspciDump.parse(`00:00.0 x\n${row(0)}`)).toMatchObject({ ok: false });
});

test('what is written is read back the same', () => {
  const dumped = fc.record({
    domain: fc.constantFrom(0, 0x10000),
    bdf: fc.integer({ min: 0, max: 0xffff }),
    config: fc.constantFrom(64, 256, 4096).chain((n) =>
      fc.uint8Array({ minLength: n, maxLength: n }).map((bytes) => {
        // A CardBus header is written with 128 bytes.
        bytes[0x0e] = 0;
        return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
      }),
    ),
  });
  fc.assert(
    fc.property(fc.array(dumped, { maxLength: 3 }), (functions) => {
      const text = writeLspciDump(functions.map((f) => listedFromDump(f)));
      expect(parseLspciDump(text).scenario.functions).toEqual(functions);
    }),
    { numRuns: 30 },
  );
});

test('no text makes it throw', () => {
  const bit = fc.constantFrom(
    '00:1f.0 x: y\n',
    `${row(0)}\n`,
    '10: 00 00',
    '\tRegion 0: Memory at ',
    '[size=4K]',
    '\n',
    '0001:',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 20 }), (bits) => {
      parseLspciDump(bits.join(''));
      lspciDump.parse(bits.join(''));
    }),
  );
  expect(bytesOf('0g')).toHaveLength(0);
});
