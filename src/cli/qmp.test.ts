/** QMP: the handshake, the queries that test programs make, errors that say so. */
import { expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { parseQemuArguments } from '../formats/qemu-command-line.ts';
import { build } from '../scenario/build.ts';
import { JsonStream } from './json-stream.ts';
import { Monitor } from './qmp.ts';
import { answer } from './qtest-answers.ts';

function start(): {
  machine: Machine;
  ask: (text: string) => unknown[];
  quits: () => number;
  greeting: unknown;
} {
  const machine = new Machine(
    build(parseQemuArguments(['-nodefaults', '-device', 'edu,addr=2']).scenario).board,
  );
  let quits = 0;
  const monitor = new Monitor(machine, true, () => quits++);
  const read = (text: string): unknown[] =>
    text
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  return {
    machine,
    ask: (text) => read(monitor.take(text)),
    quits: () => quits,
    greeting: read(monitor.greeting())[0],
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
  const { ask, greeting } = start();
  expect(greeting).toMatchObject({ QMP: { version: { qemu: { major: 7, minor: 2 } }, capabilities: [] } });
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
  ).toMatchObject([{ return: expect.arrayContaining([{ name: 'e1000', parent: 'pci-device' }]) }]);
  expect(ask('{"execute":"query-machines"}')).toMatchObject([
    { return: [{ alias: 'pc' }, { alias: 'q35' }] },
  ]);
});

test('system_reset resets the machine and says so; quit says goodbye', () => {
  const { machine, ask, quits } = start();
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
  expect(ask('{"execute":"device_add","arguments":{"driver":"e1000"}}')).toMatchObject([
    { error: { class: 'GenericError' } },
  ]);
  expect(ask('{"execute":"migrate"}')).toEqual([
    { error: { class: 'CommandNotFound', desc: 'The command migrate has not been found' } },
  ]);
  expect(ask('{"execute":}')).toMatchObject([{ error: { class: 'GenericError' } }]);
  expect(ask('{"id":1}')).toMatchObject([{ error: { class: 'GenericError' } }]);
});
