// Every register table of the room: nothing overlaps, nothing sticks out, every name is its own.
import { expect, test } from 'vitest';
import { mask } from '../base/bits.ts';
import { at } from '../base/assert.ts';
import { capabilityTable, capabilityTables as allTables } from './caps/index.ts';
import { everyLayout } from './every-layout.ts';
import { placeOf } from './fields.ts';
import { headerType0, headerType1, headerType2 } from './header.ts';
import { setpciCapabilities, setpciRegister, setpciRegisters } from './setpci-names.ts';

const capabilityTables = allTables();

const layouts = everyLayout();

test.each(layouts.map((layout) => [layout.id, layout] as const))('%s is sound', (_, layout) => {
  const taken = new Int32Array((layout.bytes + 7) >> 2);
  for (const field of layout.fields) {
    const { word, hi, lo } = placeOf(field);
    expect(hi, `${field.name} ends in its word`).toBeLessThan(32);
    expect(lo, `${field.name} is in order`).toBeLessThanOrEqual(hi);
    expect(at(taken, word) & mask(hi, lo), `${field.name} overlaps`).toBe(0);
    taken[word] = at(taken, word) | mask(hi, lo);
    const home = layout.registers.find((r) => r.at === field.at);
    expect(home, `${field.name} has a register`).toBeDefined();
    expect(field.hi, `${field.name} fits its register`).toBeLessThan((home?.bytes ?? 0) * 8);
  }
  const bytes = new Uint8Array(layout.bytes);
  for (const register of layout.registers) {
    expect(register.at + register.bytes, `${register.name} is inside`).toBeLessThanOrEqual(layout.bytes);
    for (let n = register.at; n < register.at + register.bytes; n++) {
      expect(bytes[n], `${register.name} overlaps`).toBe(0);
      bytes[n] = 1;
    }
  }
  const names = layout.fields.map((field) => field.name);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  const registers = layout.registers.map((register) => register.name);
  expect(registers.filter((name, n) => registers.indexOf(name) !== n)).toEqual([]);
});

test('headers of types 0 and 1 leave no byte without a register', () => {
  for (const header of [headerType0, headerType1]) {
    expect(header.registers.reduce((sum, register) => sum + register.bytes, 0)).toBe(64);
  }
});

test('show never fails, whatever the value', () => {
  for (const field of layouts.flatMap((layout) => layout.fields)) {
    for (const value of [0, 1, 3, 2 ** (field.hi - field.lo + 1) - 1]) {
      expect(field.show?.(value) ?? 'shown', `${field.name} ${String(value)}`).not.toMatch(
        /undefined|NaN|^$/,
      );
    }
  }
});

test('no two tables share an id', () => {
  const ids = capabilityTables.map((table) => `${String(table.cap.extended)} ${String(table.cap.id)}`);
  expect(new Set(ids).size).toBe(ids.length);
  for (const table of capabilityTables) expect(capabilityTable(table.cap.id, table.cap.extended)).toBe(table);
});

test('a name of setpci lies where the header has a register', () => {
  const headers = [headerType0, headerType1, headerType2];
  for (const name of setpciRegisters) {
    for (const header of name.headers) {
      const inside = at(headers, header).registers.some((r) => name.at >= r.at && name.at < r.at + r.bytes);
      expect(inside, `${name.name} in header type ${String(header)}`).toBe(true);
    }
  }
  expect(new Set(setpciRegisters.map((name) => name.name)).size).toBe(setpciRegisters.length);
  expect(setpciRegister('base_address_0')).toMatchObject({ at: 0x10, bytes: 4 });
  expect(setpciCapabilities.find((name) => name.name === 'CAP_EXP')?.id).toBe(0x10);
});
