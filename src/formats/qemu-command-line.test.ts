/** QEMU's command line: what becomes a part, what is passed over, and where each complaint points. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../scenario/scenario.ts';
import { writeQemuArguments, writeQemuCommandLine } from './qemu-command-line-write.ts';
import { parseQemuArguments, parseQemuCommandLine, qemuCommandLine } from './qemu-command-line.ts';

const models = (text: string): string[] =>
  parseQemuCommandLine(text).scenario.parts.map((part) => part.model);
const unknown = (text: string): string[] =>
  parseQemuCommandLine(text).problems.map(
    (p) => text.split('\n')[(p.place?.line ?? 1) - 1]?.slice(p.place?.from, p.place?.to) ?? '',
  );

test('machine, memory and devices of a recorded command line', () => {
  const { scenario, problems } = parseQemuCommandLine(
    'qemu-system-x86_64 -machine pc -m 6144 -nodefaults -device pci-bridge,id=br1,chassis_nr=1,shpc=off,addr=11.0 -device pci-testdev,membar=16M,bus=br1,addr=1a.0',
  );
  expect(problems).toEqual([]);
  expect(scenario).toEqual({
    title: 'pc',
    machine: 'pc',
    ram: 6144,
    authentic: 'qemu',
    parts: [
      { model: 'pci-bridge', id: 'br1', addr: '11.0', properties: { chassis_nr: '1', shpc: 'off' } },
      { model: 'pci-testdev', bus: 'br1', addr: '1a.0', properties: { membar: '16M' } },
    ],
  });
});

test('without -nodefaults the parts are there that QEMU 7.2 adds', () => {
  expect(models('-M pc')).toEqual(['VGA', 'e1000']);
  expect(models('-M q35')).toEqual(['VGA', 'e1000e']);
  expect(models('-M pc -vga cirrus')).toEqual(['cirrus-vga', 'e1000']);
  expect(models('-M pc -vga none')).toEqual(['e1000']);
  expect(models('-M pc -nic none')).toEqual(['VGA']);
  expect(models('-M pc -net nic,model=rtl8139')).toEqual(['VGA', 'rtl8139']);
  expect(models('-M pc -nic user,model=virtio')).toEqual(['VGA', 'virtio-net-pci']);
  expect(models('-M pc -device VGA')).toEqual(['e1000', 'VGA']);
  expect(models('-M pc -device e1000')).toEqual(['VGA', 'e1000', 'e1000']);
  expect(models('-M q35 -netdev user,id=n')).toEqual(['VGA']);
  expect(models('-M pc -net nic -net nic,model=e1000,addr=7')).toEqual(['VGA', 'e1000', 'e1000']);
  expect(models('-M pc -nodefaults -vga std')).toEqual(['VGA']);
  expect(models('-M pc -nodefaults -net nic')).toEqual(['e1000']);
});

test('-nic plugs a virtio card without vectors, -net nic with', () => {
  const card = (text: string): unknown => parseQemuCommandLine(`-nodefaults ${text}`).scenario.parts[0];
  expect(card('-nic user,model=virtio')).toEqual({ model: 'virtio-net-pci', properties: { vectors: '0' } });
  expect(card('-net nic,model=virtio')).toEqual({ model: 'virtio-net-pci' });
});

test('USB and virtio disks stand where QEMU puts them', () => {
  expect(parseQemuCommandLine('-M pc -usb -nodefaults').scenario.parts).toEqual([
    { model: 'piix3-usb-uhci', addr: '1.2' },
  ]);
  expect(models('-M q35,usb=on -nodefaults')).toHaveLength(4);
  expect(
    models('-nodefaults -drive if=virtio,file=a.img -device edu -virtfs local,path=/x,mount_tag=t'),
  ).toEqual(['edu', 'virtio-9p-pci', 'virtio-blk-pci']);
});

test('sudo, line ends, quotes and doubled commas', () => {
  const { scenario, problems } = parseQemuCommandLine(
    '$ sudo /usr/bin/qemu-system-x86_64 \\\n  -M \'q35,accel=kvm\' -m size=4G,slots=2 \\\r\n  -name "two words" \\\n  -nodefaults -device nvme,serial=a,,b,multifunction & echo done',
  );
  expect(problems).toEqual([]);
  expect(scenario).toMatchObject({ machine: 'q35', ram: 4096, title: 'two words' });
  expect(scenario.parts).toEqual([{ model: 'nvme', properties: { serial: 'a,b', multifunction: 'on' } }]);
});

test('the JSON spelling of -device, and addresses as libvirt writes them', () => {
  const text = `-nodefaults -device '{"driver":"e1000","id":"n","addr":"0x1c.0x2","multifunction":true,"bus":"pci.0"}'`;
  expect(parseQemuCommandLine(text).scenario.parts).toEqual([
    { model: 'e1000', id: 'n', bus: 'pci.0', addr: '1c.2', properties: { multifunction: 'on' } },
  ]);
  expect(parseQemuCommandLine(`-nodefaults -device '{"driver":"edu","addr":25}'`).scenario.parts).toEqual([
    { model: 'edu', addr: '3.1' },
  ]);
  expect(parseQemuCommandLine(`-device '{oops'`).problems).toHaveLength(1);
});

test('-global and -set reach the parts, memory backends their window', () => {
  const { scenario } = parseQemuCommandLine(
    '-nodefaults -object memory-backend-ram,id=m1,size=64M,share=on -global edu.dma_mask=1 -set device.x.addr2=7 -device ivshmem-plain,memdev=m1 -device edu,id=x',
  );
  expect(scenario.parts).toEqual([
    { model: 'ivshmem-plain', properties: { memdev: 'm1', 'memdev.size': '64M' } },
    { model: 'edu', id: 'x', properties: { dma_mask: '1', addr2: '7' } },
  ]);
});

test('a complaint points at the characters it is about, and knows the nearest option', () => {
  expect(unknown('-M pc -nodefault -m 4Q -device edu,addr=40 -vga stb')).toEqual([
    '-nodefault',
    '4Q',
    'addr=40',
    'stb',
  ]);
  expect(unknown('-M pc \\\n  -machin q35')).toEqual(['-machin']);
  expect(parseQemuCommandLine('-nodefault').problems[0]).toMatchObject({
    message: { id: 'problem.unknown', with: { nearest: '-nodefaults' } },
    fix: '-nodefaults',
  });
  const [far] = parseQemuCommandLine('-xyzzyplugh').problems;
  expect(far?.message).toMatchObject({ with: { what: 'option', nearest: '' } });
  expect(far?.fix).toBeUndefined();
  expect(parseQemuCommandLine('-M isapc').problems).toHaveLength(1);
  expect(parseQemuCommandLine('-device').problems[0]?.message.id).toBe('formats.value-missing');
  expect(parseQemuCommandLine(`-device 'edu`).problems[0]?.message.id).toBe('formats.quote-open');
});

test('options without bearing are noted, not complained about', () => {
  const text = '-M pc -cpu host -smp 4 -enable-kvm \\\n -hda disk.img -serial mon:stdio';
  const { problems, notes, lines } = parseQemuCommandLine(text);
  expect(problems).toEqual([]);
  expect(notes).toHaveLength(5);
  expect(lines).toEqual(['used', 'ignored']);
});

test('sniffing', () => {
  expect(qemuCommandLine.sniff('sudo qemu-system-x86_64 \\\n -M pc')).toBe(true);
  expect(qemuCommandLine.sniff('-device edu')).toBe(true);
  expect(qemuCommandLine.sniff('00:00.0 Host bridge: Intel')).toBe(false);
  expect(qemuCommandLine.parse('hello')).toBeUndefined();
  expect(qemuCommandLine.parse('qemu-system-aarch64 -M virt')).toMatchObject({ ok: false });
});

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const value = fc
  .string({ minLength: 1, maxLength: 9 })
  .filter((text) => text.trim() === text && !text.includes('\0'));
const part = fc.record(
  {
    model: word,
    id: word,
    bus: word,
    addr: fc.stringMatching(/^(?:1[0-9a-f]|[1-9a-f])\.[0-7]$/),
    properties: fc.dictionary(
      word.filter((k) => !['id', 'bus', 'addr', 'driver', 'memdev'].includes(k)),
      value,
      {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
  },
  { requiredKeys: ['model'], noNullPrototype: true },
);

test('what is written is read back the same', () => {
  const scenario = fc.record({
    title: value,
    machine: fc.constantFrom('pc' as const, 'q35' as const),
    ram: fc.integer({ min: 1, max: 65536 }),
    authentic: fc.constant('qemu' as const),
    parts: fc.array(part, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(scenario, (given: Scenario) => {
      expect(parseQemuCommandLine(writeQemuCommandLine(given)).scenario).toEqual(given);
      expect(parseQemuArguments(writeQemuArguments(given)).scenario).toEqual(given);
    }),
  );
});

test('no text makes it throw', () => {
  const bits = fc.constantFrom(
    '-device',
    '-M',
    '-m',
    '"',
    "'",
    '\\',
    ',',
    '=',
    '{',
    '\n',
    'constructor',
    '-vga',
    '-nic',
    '-set',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 12 }), (texts) => {
      const text = texts.join(' ');
      expect(parseQemuCommandLine(text).lines).toHaveLength(text.split('\n').length);
      qemuCommandLine.parse(texts.join(''));
    }),
  );
});
