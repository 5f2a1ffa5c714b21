/** QMP: the handshake, the queries that test programs make, errors that say so. */
import { expect, test } from 'vitest';
import { Emulator } from './emulator.ts';
import { JsonStream, strictJson } from './json-stream.ts';
import { Monitor } from './qmp.ts';
import { answer } from './qtest-answers.ts';
import { plug, reply } from './qtest.ts';

function start(...args: string[]): {
  emulator: Emulator;
  ask: (text: string) => unknown[];
  quits: () => number;
} {
  const { scenario, built } = plug(['-nodefaults', ...args]);
  const emulator = new Emulator(scenario, built);
  let quits = 0;
  let said = '';
  const monitor = new Monitor(
    emulator,
    (text) => (said += text),
    () => quits++,
  );
  return {
    emulator,
    ask: (text) => {
      monitor.take(text);
      const lines = said.split('\r\n').filter((line) => line !== '');
      said = '';
      return lines.map((line): unknown => JSON.parse(line));
    },
    quits: () => quits,
  };
}

test('objects are cut out of a stream wherever it is cut', () => {
  const stream = new JsonStream();
  const text = ' {"a":{"b":"}\\"{"}}\n\u00ff{"c":[{}]}{"d"';
  const got = text.split('').flatMap((c) => stream.take(c));
  expect(got).toEqual(['{"a":{"b":"}\\"{"}}', '{"c":[{}]}']);
  expect(stream.take(':1}')).toEqual(['{"d":1}']);
});

test('greeting, then capabilities, then the rest', () => {
  const { ask, emulator } = start();
  emulator.status = 'prelaunch';
  expect(ask('')).toMatchObject([{ QMP: { version: { qemu: { major: 7, minor: 2 } }, capabilities: [] } }]);
  expect(ask('{"execute":"query-status"}')).toMatchObject([{ error: { class: 'CommandNotFound' } }]);
  expect(ask('{"execute":"qmp_capabilities","id":1}')).toEqual([{ return: {}, id: 1 }]);
  expect(ask('{"execute":"query-status"}')).toEqual([
    { return: { status: 'prelaunch', singlestep: false, running: false } },
  ]);
  expect(ask('{"execute":"cont"}{"execute":"query-status"}')).toMatchObject([
    { event: 'RESUME' },
    { return: {} },
    { return: { running: true } },
  ]);
  expect(
    ask('{"execute":"qom-list-types","arguments":{"implements":"device","abstract":false}}'),
  ).toMatchObject([{ return: expect.arrayContaining([{ name: 'e1000', parent: 'e1000-base' }]) }]);
  expect(ask('{"execute":"query-machines"}')).toMatchObject([
    { return: [{ alias: 'pc' }, { alias: 'q35' }] },
  ]);
});

test('system_reset resets the machine and says so; quit says goodbye', () => {
  const { emulator, ask, quits } = start('-device', 'edu,addr=2');
  const { machine } = emulator;
  ask('{"execute":"qmp_capabilities"}');
  answer(machine, 'outl 0xcf8 0x80001010');
  answer(machine, 'outl 0xcfc 0xfe000000');
  expect(answer(machine, 'inl 0xcfc')).toBe('OK 0xfe000000');
  expect(ask('{"execute":"system_reset"}')).toEqual([
    {
      timestamp: { seconds: 0, microseconds: 0 },
      event: 'RESET',
      data: { guest: false, reason: 'host-qmp-system-reset' },
    },
    { return: {} },
  ]);
  expect(answer(machine, 'inl 0xcfc')).toBe('OK 0x0000');
  expect(ask('{"execute":"quit"}')).toMatchObject([{ event: 'SHUTDOWN' }, { return: {} }]);
  expect(quits()).toBe(1);
});

test('what is not served is an error object, never silence', () => {
  const { ask } = start();
  ask('{"execute":"qmp_capabilities"}');
  expect(ask('{"execute":"migrate"}')).toEqual([
    { error: { class: 'CommandNotFound', desc: 'The command migrate has not been found' } },
  ]);
  expect(ask('{"execute":}')).toMatchObject([{ error: { class: 'GenericError' } }]);
  expect(ask('{"id":1}')).toMatchObject([{ error: { class: 'GenericError' } }]);
});

test('QEMU’s JSON takes single quotes', () => {
  expect(JSON.parse(strictJson(`{'a': 'b"c', "d'e": 'it\\'s'}`))).toEqual({ a: 'b"c', "d'e": "it's" });
});

const greet = '{"execute":"qmp_capabilities"}';
const add = (given: unknown): string => JSON.stringify({ execute: 'device_add', arguments: given });
const remove = (id: string): string => JSON.stringify({ execute: 'device_del', arguments: { id } });
const ids = (emulator: Emulator, bdf: number): string => {
  reply(emulator, `outl 0xcf8 ${String(0x8000_0000 + bdf * 256)}`);
  return reply(emulator, 'inl 0xcfc');
};

test('a card comes and goes through ACPI, and another takes its place', () => {
  const { emulator, ask } = start('-m', '16');
  ask(greet);
  reply(emulator, 'writel 0x2000 0x1234');
  expect(ask(add({ driver: 'e1000', id: 'n', addr: '0x6' }))).toEqual([{ return: {} }]);
  expect(ids(emulator, 0x30)).toBe('OK 0x100e8086');
  expect(reply(emulator, 'readl 0x2000')).toBe('OK 0x0000000000001234');
  for (const line of ['outl 0xcf8 0x80003010', 'outl 0xcfc 0xfe000000', 'outl 0xcf8 0x80003004'])
    reply(emulator, line);
  reply(emulator, 'outw 0xcfc 2');
  expect(reply(emulator, 'readl 0xfe000008')).toBe('OK 0x0000000080080783');
  expect(reply(emulator, 'inl 0xae00')).toBe('OK 0x0040');
  expect(ask(remove('n'))).toEqual([{ return: {} }]);
  expect(ids(emulator, 0x30)).toBe('OK 0x100e8086');
  reply(emulator, 'outl 0xae08 0x40');
  expect(ask('')).toMatchObject([
    { event: 'DEVICE_DELETED', data: { device: 'n', path: '/machine/peripheral/n' } },
  ]);
  expect(ids(emulator, 0x30)).toBe('OK 0xffffffff');
  expect(ask(add({ driver: 'edu', id: 'n', addr: '6' }))).toEqual([{ return: {} }]);
  expect(ids(emulator, 0x30)).toBe('OK 0x11e81234');
});

test('a bridge and what is behind it leave at a reset, deepest first', () => {
  const { emulator, ask } = start('-M', 'q35', '-device', 'pcie-root-port,id=p,chassis=1');
  ask(greet);
  ask(add({ driver: 'pcie-pci-bridge', id: 'b', bus: 'p' }));
  ask(add({ driver: 'e1000', id: 'n', bus: 'b', addr: '4' }));
  ask(remove('b'));
  expect(ask('{"execute":"system_reset"}')).toMatchObject([
    { event: 'RESET' },
    { event: 'DEVICE_DELETED', data: { device: 'n' } },
    { event: 'DEVICE_DELETED', data: { device: 'b' } },
    { return: {} },
  ]);
  expect(emulator.find('b')).toBe(-1);
  expect(ask(add({ driver: 'nvme', id: 'b', bus: 'p', serial: 'x' }))).toEqual([{ return: {} }]);
});

test('what QEMU refuses is refused in its words', () => {
  const { ask } = start('-device', 'edu,addr=5,id=e');
  ask(greet);
  const said = (request: string): unknown => ask(request)[0];
  const error = (kind: string, desc: string): unknown => ({ error: { class: kind, desc } });
  expect(said(add({ id: 'x' }))).toEqual(error('GenericError', "Parameter 'driver' is missing"));
  expect(said(add({ driver: 'nothing' }))).toEqual(
    error('GenericError', "'nothing' is not a valid device model name"),
  );
  expect(said(add({ driver: 'edu', bus: 'b' }))).toEqual(error('GenericError', "Bus 'b' not found"));
  expect(said(add({ driver: 'edu', id: 'e' }))).toEqual(error('GenericError', "Duplicate device ID 'e'"));
  expect(said(add({ driver: 'VGA' }))).toEqual(
    error('GenericError', "Parameter 'driver' expects a pluggable device type"),
  );
  expect(said(add({ driver: 'edu', addr: '5' }))).toEqual(
    error('GenericError', 'PCI: slot 5 function 0 not available for edu, in use by edu,id=e'),
  );
  expect(said(add({ driver: 'edu', addr: '5.1' }))).toEqual(
    error(
      'GenericError',
      'PCI: slot 5 function 0 already occupied by edu, new func edu cannot be exposed to guest.',
    ),
  );
  expect(said(add({ driver: 'edu', addr: '55' }))).toEqual(
    error('GenericError', "Property 'edu.addr' doesn't take value '55'"),
  );
  expect(said(add({ driver: 'edu', colour: 'red' }))).toEqual(
    error('GenericError', "Property 'edu.colour' not found"),
  );
  expect(said(remove('e'))).toEqual({ return: {} });
  expect(said(remove('e'))).toEqual(error('GenericError', 'Device e is already in the process of unplug'));
  expect(said(remove('nobody'))).toEqual(error('DeviceNotFound', "Device 'nobody' not found"));
});

test('a reset by port and a panic are events; interrupt lines are told when watched', () => {
  const { emulator, ask } = start('-device', 'pvpanic-pci,addr=4', '-device', 'edu,addr=3');
  ask(greet);
  reply(emulator, 'outl 0xcf8 0x80002010');
  reply(emulator, 'outl 0xcfc 0xe0000000');
  reply(emulator, 'outl 0xcf8 0x80002004');
  reply(emulator, 'outw 0xcfc 2');
  reply(emulator, 'writeb 0xe0000000 1');
  expect(ask('')).toMatchObject([
    { event: 'GUEST_PANICKED', data: { action: 'poweroff' } },
    { event: 'STOP' },
    { event: 'SHUTDOWN', data: { guest: true } },
  ]);
  reply(emulator, 'outb 0xcf9 6');
  expect(ask('')).toMatchObject([{ event: 'RESET', data: { guest: true, reason: 'guest-reset' } }]);
  // PIRQ C of device 3 to interrupt 11
  expect(reply(emulator, 'irq_intercept_in ioapic')).toBe('OK');
  for (const line of ['outl 0xcf8 0x80000860', 'outl 0xcfc 0x0b0b0b0b', 'outl 0xcf8 0x80001810'])
    reply(emulator, line);
  for (const line of ['outl 0xcfc 0xe0000000', 'outl 0xcf8 0x80001804', 'outl 0xcfc 7'])
    reply(emulator, line);
  expect(reply(emulator, 'writel 0xe0000060 1')).toBe('IRQ raise 11\nOK');
  expect(reply(emulator, 'writel 0xe0000064 1')).toBe('IRQ lower 11\nOK');
});

test('the watchdog bites at the second time-out, and does what was said', () => {
  const { emulator, ask } = start('-M', 'q35', '-global', 'ICH9-LPC.noreboot=false');
  ask(greet);
  const lines = [
    'outl 0xcf8 0x8000f840',
    'outl 0xcfc 0xb001',
    'outl 0xcf8 0x8000f844',
    'outb 0xcfc 0x80',
    'outl 0xcf8 0x8000f8f0',
    'outl 0xcfc 0xfed1c001',
    'writel 0xfed1f410 0',
    'outw 0xb072 16',
    'outw 0xb060 4',
    'clock_step 9000000000',
  ];
  for (const line of lines) reply(emulator, line);
  expect(reply(emulator, 'inw 0xb060')).toBe('OK 0x0001');
  reply(emulator, 'clock_step 11000000000');
  expect(ask('')).toMatchObject([
    { event: 'WATCHDOG', data: { action: 'reset' } },
    { event: 'RESET', data: { guest: true } },
  ]);
});
