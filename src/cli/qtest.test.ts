/** The whole server on sockets: it connects as QEMU does, or listens; and the protocol's blocks and clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { build } from '../scenario/build.ts';
import { Emulator } from './emulator.ts';
import { readOutside } from './outside.ts';
import { answer } from './qtest-answers.ts';
import { plug, run } from './qtest.ts';

const machineOf = (...args: string[]): Machine =>
  new Machine(build(parseQemuArguments(['-nodefaults', ...args]).scenario).board);

const emulatorOf = (...args: string[]): Emulator => {
  const { scenario, built } = plug(['-nodefaults', ...args]);
  return new Emulator(scenario, built);
};

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'cf8-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Listens at a path; gives the first connection. */
async function accept(at: string): Promise<Socket> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      server.close();
      resolve(socket.setEncoding('utf8'));
    }).listen(at);
  });
}

/** What arrives until `text` does. */
async function until(socket: Socket, text: string): Promise<string> {
  return new Promise((resolve) => {
    let all = '';
    const more = (piece: unknown): void => {
      all += String(piece);
      if (!all.includes(text)) return;
      socket.off('data', more);
      resolve(all);
    };
    socket.on('data', more);
  });
}

test('connects to the listening test program, QMP first, and ends with its qtest connection', async () => {
  const [q, m] = [path.join(folder, 'q'), path.join(folder, 'm')];
  const [qtest, qmp] = [accept(q), accept(m)];
  const args = ['-qtest', `unix:${q}`, '-chardev', `socket,path=${m},id=c`, '-mon', 'chardev=c,mode=control'];
  const running = run(emulatorOf(), readOutside(args), new AbortController());
  const control = await qmp;
  expect(await until(control, '\r\n')).toContain('"QMP"');
  control.write('{"execute":"qmp_capabilities"}\n');
  expect(await until(control, '\r\n')).toBe('{"return":{}}\r\n');
  const line = await qtest;
  line.write('outl 0xcf8 0x80000000\nin');
  line.write('l 0xcfc\n');
  expect(await until(line, '8086')).toBe('OK\nOK 0x12378086\n');
  line.end();
  expect(await running).toEqual([]);
});

test('listens with server=on, ends by QMP’s quit', async () => {
  const at = path.join(folder, 's');
  const running = run(
    emulatorOf(),
    readOutside(['-qmp', `unix:${at},server=on,wait=off`]),
    new AbortController(),
  );
  let client: Socket | undefined;
  while (!client) {
    client = await new Promise((resolve) => {
      const socket = connect(at, () => resolve(socket)).once('error', () => resolve(undefined));
    });
  }
  client.write('{"execute":"qmp_capabilities"}{"execute":"quit"}');
  expect(await until(client, 'SHUTDOWN')).toContain('host-qmp-quit');
  expect(await running).toEqual([]);
  client.destroy();
}, 5000);

test('a device that nobody asked for may be missing; one that somebody did may not', () => {
  const { built, refused } = plug(['-M', 'q35']);
  expect(refused).toEqual([]);
  expect(built.board.parts.map(({ model }) => model)).toContain('VGA');
  expect(plug(['-M', 'q35', '-device', 'no-such-card']).refused).toHaveLength(1);
  expect(plug(['-nodefaults', '-device', 'e1000,addr=5', '-device', 'edu,addr=5']).refused).toHaveLength(1);
});

test('nobody there: a problem, no hang', async () => {
  const outside = readOutside(['-qtest', `unix:${path.join(folder, 'nobody')}`]);
  expect(await run(emulatorOf(), outside, new AbortController())).toHaveLength(1);
});

test('asked to stop, it stops', async () => {
  const q = path.join(folder, 'q');
  const accepted = accept(q);
  const stop = new AbortController();
  const running = run(emulatorOf(), readOutside(['-qtest', `unix:${q}`]), stop);
  const socket = await accepted;
  stop.abort();
  expect(await running).toEqual([]);
  socket.destroy();
});

test('blocks go in natural pieces and come back, whatever their alignment', () => {
  const m = machineOf('-m', '1');
  expect(answer(m, 'write 0x1003 0xb 0x0102030405060708090a0b')).toBe('OK');
  expect(answer(m, 'read 0x1002 0xd')).toBe('OK 0x000102030405060708090a0b00');
  expect(answer(m, 'readq 0x1003')).toBe('OK 0x0807060504030201');
  expect(answer(m, 'b64read 0x1003 3')).toBe('OK AQID');
  expect(answer(m, 'b64write 0x1101 3 /wD+')).toBe('OK');
  expect(answer(m, 'readl 0x1100')).toBe('OK 0x00000000fe00ff00');
  expect(answer(m, 'memset 0x1ffe 5 0xa5')).toBe('OK');
  expect(answer(m, 'read 0x1ffd 7')).toBe('OK 0x00a5a5a5a5a500');
  expect(answer(m, 'read 0x2000 0')).toBe('OK 0x');
});

test('a block reaches a device as accesses of its width', () => {
  const m = machineOf('-device', 'edu,addr=3');
  answer(m, 'outl 0xcf8 0x80001810');
  answer(m, 'outl 0xcfc 0xfe000000');
  answer(m, 'outl 0xcf8 0x80001804');
  answer(m, 'outl 0xcfc 2');
  expect(answer(m, 'read 0xfe000000 4')).toBe('OK 0xed000001');
});

test('clock, byte order, interception; a command of other machines is unknown', () => {
  const m = machineOf();
  expect(answer(m, 'clock_step 1000')).toBe('OK 1000');
  expect(answer(m, 'clock_set 5000')).toBe('OK 5000');
  expect(answer(m, 'endianness')).toBe('OK little');
  expect(answer(m, 'irq_intercept_in ioapic')).toBe('OK');
  expect(answer(m, 'irq_intercept_out ioapic')).toBe('OK');
  expect(answer(m, 'rtas get-time-of-day 0 0 8 0')).toBe("FAIL Unknown command 'rtas'");
});

test('an older q35 keeps SMBASE plain; models go by their other names', () => {
  const { scenario, built } = plug(['-M', 'pc-q35-4.1', '-nodefaults', '-device', 'virtio-net,addr=3']);
  const { machine } = new Emulator(scenario, built);
  expect(built.board.parts.at(-1)?.model).toBe('virtio-net-pci');
  answer(machine, 'outl 0xcf8 0x8000009c');
  answer(machine, 'outb 0xcfc 0x02');
  expect(answer(machine, 'inb 0xcfc')).toBe('OK 0x0002');
  answer(machine, 'writeb 0x30000 0x32');
  expect(answer(machine, 'readb 0x30000')).toBe('OK 0x0000000000000032');
});
