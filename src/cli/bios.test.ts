/** SeaBIOS's recorded runs: our firmware makes the same accesses in the same order, and ends with the same registers. */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Recording } from './bios-run.ts';
import { orderDifference, outcomeDifferences } from './compare/bios-difference.ts';
import { gaveUp, setUpOf } from './compare/bios-trace.ts';
import { ownRun } from './compare/own-bios.ts';

const folder = new URL('../../fixtures/bios/', import.meta.url);
const recordings = readdirSync(folder).filter((name) => name.endsWith('.json.gz'));

test('there are recordings', () => {
  expect(recordings.length).toBeGreaterThan(20);
});

test.for(recordings)('%s', (name) => {
  const recording = JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString('utf8')) as Recording;
  const own = ownRun(recording.args);
  if (typeof own === 'string') throw new Error(own);
  const setUp = setUpOf(recording);
  expect(setUp?.length).toBeGreaterThan(200);
  expect(orderDifference(setUp ?? [], own.trace)).toBeUndefined();
  expect(outcomeDifferences(recording.functions, own.functions)).toEqual([]);
  expect(own.done).toBe(!gaveUp(recording));
});

describe('a bus number handed out twice leads back: the real firmware goes in circles there, ours stops', () => {
  const bridges = (...places: readonly string[]): string[] =>
    places.flatMap((words, n) => ['-device', `pci-bridge,chassis_nr=${String(n + 1)},${words}`]);
  const machine = ['-machine', 'pc', '-nodefaults'];

  test('to a bus above', () => {
    const args = [...machine, ...bridges('addr=3,id=a', 'bus=a,addr=1,bus-reserve=0', 'bus=a,addr=2')];
    expect(ownRun(args)).toMatchObject({ done: false });
  });
  test('to a root that was tried', () => {
    const args = [
      ...machine,
      '-device',
      'pxb,id=x,bus_nr=9,bus=pci.0,addr=3',
      ...bridges('bus=x,addr=1,bus-reserve=0'),
    ];
    expect(ownRun(args)).toMatchObject({ done: false });
  });
});
