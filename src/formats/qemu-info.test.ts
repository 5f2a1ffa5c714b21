/** `info pci` of 30 boards as QEMU 7.2 printed it after its firmware had run, made again from the functions' bytes. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBdf } from '../pci/bdf.ts';
import { bytesOf } from './lspci/listed.ts';
import type { ListedFunction } from './lspci/listed.ts';
import { infoOf } from './qemu-info-of.ts';
import { infoMtree, infoPci } from './qemu-info.ts';
import type { FlatRange, FlatView } from './qemu-info.ts';

type Recorded = { name: string; functions: [string, string][]; info: string; mtree: string };
const recorded = JSON.parse(
  gunzipSync(readFileSync('fixtures/lspci/formats-info.json.gz')).toString(),
) as Recorded[];

/** Sizes and ids stand in no configuration space: they are taken from the text itself, by place. */
function toldIn(info: string): Map<number, { id: string; sizes: Record<number, number> }> {
  const told = new Map<number, { id: string; sizes: Record<number, number> }>();
  for (const block of info.split(/^(?= {2}Bus )/m)) {
    const [, bus, device, fn] = /Bus +(\d+), device +(\d+), function (\d)/.exec(block) ?? [];
    const sizes: Record<number, number> = {};
    for (const [, index, from = '', to = ''] of block.matchAll(/BAR(\d): .* at 0x(\w+) \[0x(\w+)\]/g)) {
      const base = from === 'f'.repeat(16) ? -1 : Number.parseInt(from, 16);
      sizes[Number(index)] = Number.parseInt(to, 16) + 1 - base;
    }
    const bdf = (Number(bus) << 8) | (Number(device) << 3) | Number(fn);
    told.set(bdf, { id: /id "(.*)"/.exec(block)?.[1] ?? '', sizes });
  }
  return told;
}

test.each(recorded)('info pci of $name', ({ functions, info }) => {
  const told = toldIn(info);
  const list = functions.map(([slot, config]) => {
    const bdf = parseBdf(slot)?.bdf ?? 0;
    const f: ListedFunction = { domain: 0, bdf, config: bytesOf(config), sizes: told.get(bdf)?.sizes ?? {} };
    return infoOf(f, told.get(bdf)?.id);
  });
  expect(infoPci(list).trimEnd()).toBe(info.replaceAll('\r', '').trimEnd());
});

test('info mtree -f', () => {
  const text = recorded[0]?.mtree ?? '';
  const views = text.split(/^FlatView #\d+\n/m).slice(1);
  const read = views.map((view): FlatView => {
    const ranges = Array.from(
      view.matchAll(/^ {2}(\w{16})-(\w{16}) \(prio (\d+), (.*?)\): (.*?)(?: @(\w{16}))?$/gm),
      ([, from = '', to = '', priority, kind = '', name = '', offset]): FlatRange => ({
        from: Number.parseInt(from, 16),
        to: Number.parseInt(to, 16),
        priority: Number(priority),
        kind,
        name,
        ...(offset === undefined ? {} : { offset: Number.parseInt(offset, 16) }),
      }),
    );
    const spaces = Array.from(view.matchAll(/^ AS "(.*)", root: (.*)$/gm), ([, name = '', root = '']) => ({
      name,
      root,
    }));
    return { spaces, root: /^ Root memory region: (.*)$/m.exec(view)?.[1] ?? '', ranges };
  });
  expect(read.length).toBeGreaterThan(0);
  expect(infoMtree(read).trimEnd()).toBe(
    text
      .replaceAll(
        /FlatView #\d+/g,
        (() => {
          let n = 0;
          return () => `FlatView #${String(n++)}`;
        })(),
      )
      .trimEnd(),
  );
});

test('bridges that lead in circles are told once', () => {
  const bus = fc.integer({ min: 0, max: 3 });
  const bridge = fc.tuple(bus, bus, fc.integer({ min: 0, max: 7 })).map(([on, secondary, slot]) => {
    const config = new Uint8Array(64);
    config[0x0e] = 1;
    config[0x19] = secondary;
    return infoOf({ domain: 0, bdf: (on << 8) | (slot << 3), config });
  });
  fc.assert(
    fc.property(fc.array(bridge, { maxLength: 10 }), (list) => {
      expect(infoPci(list).split(/^ {2}Bus /m)).toHaveLength(list.length + 1);
    }),
  );
});
