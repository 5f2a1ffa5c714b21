/** QEMU's arguments about the outside: who talks to the machine, and its firmware. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { build } from '../scenario/build.ts';
import { firmwareImage } from './firmware-image.ts';
import { readOutside } from './outside.ts';
import { answer } from './qtest-answers.ts';

const outsideOf = (text: string): ReturnType<typeof readOutside> => readOutside(text.split(' '));

test('without a word, qtest is spoken on standard input and output', () => {
  expect(outsideOf('-machine pc -m 64')).toMatchObject({ qtest: { at: 'stdio' }, monitors: [], flash: [] });
});

test('the arguments of QEMU’s own test programs', () => {
  const text =
    '-qtest unix:/tmp/q.sock -qtest-log /dev/null -chardev socket,path=/tmp/m.sock,id=char0 ' +
    '-mon chardev=char0,mode=control -display none -machine pc -smp 1 -audio none -S -accel qtest';
  expect(outsideOf(text)).toMatchObject({
    qtest: { at: 'unix', path: '/tmp/q.sock', server: false },
    monitors: [{ at: 'unix', path: '/tmp/m.sock', server: false }],
    stopped: true,
    problems: [],
  });
  expect(build(parseQemuArguments(text.split(' ')).scenario).problems).toEqual([]);
});

test('servers, TCP, short forms', () => {
  expect(outsideOf('-qtest tcp::4444,server=on,wait=off').qtest).toEqual({
    at: 'tcp',
    host: '127.0.0.1',
    port: 4444,
    server: true,
  });
  expect(outsideOf('-chardev socket,host=box,port=1,server=on,id=a -qmp chardev:a').monitors).toEqual([
    { at: 'tcp', host: 'box', port: 1, server: true },
  ]);
  expect(outsideOf('-qmp stdio')).toMatchObject({ qtest: { at: 'nowhere' }, monitors: [{ at: 'stdio' }] });
  expect(outsideOf('-qtest none').qtest).toEqual({ at: 'nowhere' });
});

test('what cannot be read is a problem', () => {
  expect(outsideOf('-qtest unix:').problems).toHaveLength(1);
  expect(outsideOf('-mon chardev=nobody,mode=control').problems).toHaveLength(1);
  expect(outsideOf('-chardev socket,id=a').problems).toHaveLength(1);
});

test('a value that looks like an option of ours is none', () => {
  expect(outsideOf('-name -S -cpu -bios')).toMatchObject({ stopped: false, bios: undefined });
});

test('firmware stands at the top of 4 GiB and below 1 MiB; flash images one below the other', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cf8-'));
  try {
    const file = (name: string, bytes: number, fill: (i: number) => number): string => {
      const full = path.join(folder, name);
      writeFileSync(
        full,
        Uint8Array.from({ length: bytes }, (_, i) => fill(i)),
      );
      return full;
    };
    const code = file('code', 0x10000, (i) => i);
    const store = file('store', 0x2000, () => 0x5a);
    const odd = file('odd', 1000, () => 0);
    const machineOf = (args: string): Machine => {
      const image = firmwareImage(outsideOf(args));
      const machine = new Machine(build(parseQemuArguments(['-nodefaults']).scenario).board);
      machine.firmware = image.ok ? image.value : undefined;
      return machine;
    };
    for (const args of [`-bios ${code}`, `-drive if=pflash,format=raw,file=${code}`]) {
      const m = machineOf(args);
      expect(answer(m, 'readl 0xffff0004')).toBe('OK 0x0000000007060504');
      expect(answer(m, 'read 0xffffffff 1')).toBe('OK 0xff');
      expect(answer(m, 'read 0xf0001 5')).toBe('OK 0x0102030405');
    }
    const both = machineOf(`-drive file=${store},if=pflash,unit=1 -drive file=${code},if=pflash,unit=0`);
    expect(answer(both, 'readw 0xfffefffe')).toBe('OK 0x0000000000005a5a');
    expect(answer(both, 'readb 0xffff0003')).toBe('OK 0x0000000000000003');
    expect(firmwareImage(outsideOf(`-bios ${odd}`)).ok).toBe(false);
    expect(firmwareImage(outsideOf(`-bios ${folder}/missing`)).ok).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
