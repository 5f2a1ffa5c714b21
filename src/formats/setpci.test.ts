/** setpci's command line: what it means, and where each complaint points. Answers checked with pciutils 3.9. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSetpci, setpciReadLine, setpciWriteLine } from './setpci.ts';
import type { SetpciOperation } from './setpci.ts';

const operations = (line: string): readonly SetpciOperation[] => {
  const result = parseSetpci(line);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.groups.flatMap((group) => group.operations);
};
const one = (operation: string): Partial<SetpciOperation> => {
  const { text: _text, from: _from, to: _to, ...rest } = operations(`setpci -s 0 ${operation}`)[0] ?? {};
  return rest;
};
/** What is pointed at, in the operation. */
const blamed = (operation: string): string => {
  const line = `setpci -s 0 ${operation}`;
  const result = parseSetpci(line);
  return result.ok ? 'fine' : line.slice(result.problem.place?.from, result.problem.place?.to);
};

test('registers by name, by number, by capability', () => {
  expect(one('COMMAND')).toEqual({ offset: 4, bytes: 2 });
  expect(one('command.L')).toEqual({ offset: 4, bytes: 4 });
  expect(one('VENDOR_ID+1.b')).toEqual({ offset: 1, bytes: 1 });
  expect(one('0x4.w')).toEqual({ offset: 4, bytes: 2 });
  expect(one('0d16.l')).toEqual({ offset: 16, bytes: 4 });
  expect(one('add.b')).toEqual({ offset: 0xadd, bytes: 1 });
  expect(one('CAP_MSI+2.w')).toEqual({
    capability: { id: 5, extended: false, instance: 0 },
    offset: 2,
    bytes: 2,
  });
  expect(one('cap9+4.b@2')).toMatchObject({ capability: { id: 9, extended: false, instance: 2 } });
  expect(one('ECAP10+8.w')).toMatchObject({ capability: { id: 0x10, extended: true }, offset: 8 });
  expect(one('ECAP_AER+4.l')).toMatchObject({ capability: { id: 1, extended: true } });
});

test('values, lists and masks', () => {
  expect(one('BASE_ADDRESS_0=febc0000')).toMatchObject({ values: [{ value: 0xfebc0000 }] });
  expect(one('COMMAND=1:ff,0x2')).toMatchObject({ values: [{ value: 1, mask: 0xff }, { value: 2 }] });
});

test("lspci's own words for a field", () => {
  expect(one('Mem+')).toEqual({ offset: 4, bytes: 2, values: [{ value: 2, mask: 2 }] });
  expect(one('BusMaster-')).toMatchObject({ values: [{ value: 0, mask: 4 }] });
  expect(one('VGA+')).toMatchObject({ offset: 0x3e, values: [{ value: 8, mask: 8 }] });
  expect(one('MaxPayload=256')).toEqual({
    capability: { id: 0x10, extended: false, instance: 0 },
    offset: 8,
    bytes: 2,
    values: [{ value: 0x20, mask: 0xe0 }],
  });
});

test('options and groups', () => {
  expect(parseSetpci('setpci -v -D -s 00:01.0 COMMAND -d 8086: 4.w CAP_PM+4.w')).toMatchObject({
    ok: true,
    value: {
      verbose: true,
      dry: true,
      groups: [
        { slot: { bus: 0, device: 1 }, ids: {}, operations: [{ offset: 4 }] },
        { slot: {}, ids: { vendor: 0x8086 }, operations: [{ bytes: 2 }, { capability: { id: 1 } }] },
      ],
    },
  });
});

test('a complaint points at what is wrong', () => {
  expect(blamed('40.x')).toBe('x');
  expect(blamed('COMMANT')).toBe('COMMANT');
  expect(blamed('4')).toBe('');
  expect(blamed('CAP100.w')).toBe('CAP100');
  expect(blamed('1000.b')).toBe('1000');
  expect(blamed('ffe.l')).toBe('ffe');
  expect(blamed('1.w')).toBe('1');
  expect(blamed('4+.w')).toBe('');
  expect(blamed('CAP_MSI+1000.w')).toBe('1000');
  expect(blamed('COMMAND=')).toBe('');
  expect(blamed('COMMAND=12345')).toBe('12345');
  expect(blamed('COMMAND=1:1ffff')).toBe('1ffff');
  expect(blamed('COMMAND=1,2:zz')).toBe('zz');
  expect(blamed('CAP_MSI.w@x')).toBe('x');
  expect(blamed('4.w -s 20 4.w')).toBe('20');
  expect(blamed('4.w -v 4.w')).toBe('-v');
  expect(blamed('')).toBe('');
  expect(parseSetpci('setpci COMMAND')).toMatchObject({ problem: { place: { from: 7, to: 14 } } });
  expect(parseSetpci('setpci -s 0 COMMANT')).toMatchObject({ problem: { fix: 'COMMAND' } });
});

test('lines as setpci prints them', () => {
  const target = { domain: 0, bdf: 0x14 };
  const [read, write, masked] = operations('setpci -s 2.4 CAP_MSI+2.w ECAP3+4.l=1:1,2 COMMAND=ffff:ff00');
  if (!read || !write || !masked) throw new Error('three operations');
  expect(setpciReadLine({ ...target, capabilityAt: 0x40 }, read, 0x80, true)).toBe(
    '0000:00:02.4 (cap 05 @40) @42 = 0080',
  );
  expect(setpciReadLine(target, read, 0x80, false)).toBe('0080');
  expect(setpciWriteLine({ ...target, capabilityAt: 0x140 }, write, [0xff123458])).toBe(
    '0000:00:02.4 (ecap 0003 @140) @144 ff123458->(00000001:00000001)->ff123459 00000002',
  );
});

test('no text makes it throw', () => {
  const bit = fc.constantFrom(
    'setpci',
    '-s',
    '-d',
    '0',
    'COMMAND',
    '.',
    '+',
    '=',
    ':',
    ',',
    '@',
    '-v',
    ' ',
    'CAP_',
    'w',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(bit, fc.string()), { maxLength: 14 }),
      (bits) => void parseSetpci(bits.join('')),
    ),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = `setpci -s 0 ${text}`;
      const result = parseSetpci(line);
      expect(result.ok ? 0 : result.problem.place?.to).toBeLessThanOrEqual(line.length);
    }),
  );
});
