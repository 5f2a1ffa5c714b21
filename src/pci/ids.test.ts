// Names of ids and classes.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { className, classNames } from './classes.ts';
import { deviceName, lookUp, parsePciIds, vendorName } from './ids.ts';

test('the devices of the built-in table', () => {
  expect(lookUp(0x8086, 0x1237)).toEqual({
    vendor: 'Intel Corporation',
    device: '440FX - 82441FX PMC [Natoma]',
  });
  expect(lookUp(0x1234, 0x11e8)).toEqual({
    unofficialVendor: 'QEMU',
    unofficialDevice: 'edu, educational device',
  });
  expect(lookUp(0x8086, 0x29c0, { vendor: 0x1af4, device: 0x1100 })).toMatchObject({
    subsystemVendor: 'Red Hat, Inc.',
    subsystem: 'QEMU Virtual Machine',
  });
  expect(lookUp(0xdead, 0xbeef)).toEqual({});
  expect(deviceName(0x1b36, 0x000c)).toBe('QEMU PCIe Root port');
  expect(vendorName(0x1234)).toBe('QEMU');
});

test('a name that begins with hex digits stays whole', () => {
  const ids = parsePciIds(
    '1000  Broadcom\n\t0012  53c895a\n\t0013  1394 thing\n\t\t1000 1000  8250 card\nC 00  x\n\t0099  no\n',
  );
  expect(ids.devices.get(0x1000_0012)).toBe('53c895a');
  expect(ids.devices.get(0x1000_0013)).toBe('1394 thing');
  expect(ids.subsystems.get('1000:0013:1000:1000')).toBe('8250 card');
  expect(ids.devices.size).toBe(2);
});

test('the full table: parsed, licensed, and second to the built-in one', () => {
  const text = gunzipSync(readFileSync(new URL('../../public/pci-ids.txt.gz', import.meta.url))).toString(
    'utf8',
  );
  expect(text).toContain('3-clause BSD');
  const full = parsePciIds(text);
  expect(full.devices.size).toBeGreaterThan(20_000);
  expect(lookUp(0x10de, 0x2204).device).toBeUndefined();
  expect(lookUp(0x10de, 0x2204, undefined, full).device).toContain('RTX 3090');
  expect(lookUp(0x1022, 0x2000, undefined, full).device).toBe('79c970 [PCnet32 LANCE]');
});

test('class codes', () => {
  expect(className(0x060400)).toBe('PCI bridge');
  expect(classNames(0x010802)).toEqual({
    base: 'Mass storage controller',
    sub: 'Non-Volatile memory controller',
    progIf: 'NVM Express',
  });
  expect(className(0x06ee00)).toBe('Bridge');
  expect(className(0x00ff00)).toBe('Unclassified device');
  expect(className(0x420000)).toBe('Class 4200');
});
