// Real dumps, and what lspci said about them: chains, titles, names and field values must agree.
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import './caps/all.ts';
import { formatBdf, parseBdf } from './bdf.ts';
import { className } from './classes.ts';
import { describe as describeSpace, fieldValue, type ConfigSpace, type Description } from './describe.ts';
import { lookUp } from './ids.ts';
import { isCapability } from './walk.ts';

const folder = new URL('../../fixtures/lspci/', import.meta.url);
const read = (name: string): string => gunzipSync(readFileSync(new URL(name, folder))).toString('utf8');

/** BDF → its bytes, from a dump of `lspci -xxxx`. */
function spaces(text: string): Map<string, ConfigSpace> {
  const found = new Map<string, number[]>();
  let bytes: number[] = [];
  for (const line of text.split('\n')) {
    const head = /^([0-9a-f:]+\.[0-7]) /.exec(line);
    if (head?.[1] !== undefined) found.set(head[1], (bytes = []));
    const row = /^[0-9a-f]{2,3}: (.*)$/.exec(line);
    if (row?.[1] !== undefined) bytes.push(...row[1].split(' ').map((byte) => Number.parseInt(byte, 16)));
  }
  return new Map(
    [...found].map(([bdf, list]) => {
      const view = new DataView(Uint8Array.from(list).buffer);
      const word = (n: number) => (n * 4 + 4 <= view.byteLength ? view.getInt32(n * 4, true) : undefined);
      return [bdf, { bytes: list.length as ConfigSpace['bytes'], word }];
    }),
  );
}

const dumps = readdirSync(folder)
  .filter((name) => name.endsWith('.lspci.txt.gz'))
  .map((name) => name.replace('.lspci.txt.gz', ''));

/** "Mem+" → ["Mem", 1]. */
const flags = (line: string): [string, number][] =>
  [...line.matchAll(/([<>]?[A-Za-z0-9/.-]+?)([+-])(?=[ ,)]|$)/g)].map((m) => [
    m[1] ?? '',
    m[2] === '+' ? 1 : 0,
  ]);

/** The register that a line of lspci is about, by the tabs before it and its label. */
const registerOfLabel: Readonly<Record<string, string>> = {
  '1 Control': 'Command',
  '1 Status': 'Status',
  '1 Secondary status': 'Secondary Status',
  '1 BridgeCtl': 'Bridge Control',
  '2 DevCap': 'Device Capabilities',
  '2 DevCtl': 'Device Control',
  '2 DevSta': 'Device Status',
  '2 LnkCap': 'Link Capabilities',
  '2 LnkCtl': 'Link Control',
  '2 LnkSta': 'Link Status',
  '2 SltCap': 'Slot Capabilities',
  '2 RootCap': 'Root Capabilities',
  '2 RootCtl': 'Root Control',
  '2 UESta': 'Uncorrectable Error Status',
  '2 UEMsk': 'Uncorrectable Error Mask',
  '2 UESvrt': 'Uncorrectable Error Severity',
  '2 CESta': 'Correctable Error Status',
  '2 CEMsk': 'Correctable Error Mask',
  '2 RootCmd': 'Root Error Command',
  '2 AERCap': 'Advanced Error Capabilities and Control',
  '2 ACSCap': 'ACS Capability',
  '2 ACSCtl': 'ACS Control',
  '2 IOVCtl': 'SR-IOV Control',
  '2 IOVSta': 'SR-IOV Status',
  '2 ARICap': 'ARI Capability',
  '2 Flags': 'Power Management Capabilities',
  '2 SltCtl': 'Slot Control',
  '2 SltSta': 'Slot Status',
  '2 DevCap2': 'Device Capabilities 2',
  '2 DevCtl2': 'Device Control 2',
  '2 LnkCap2': 'Link Capabilities 2',
  '2 LnkCtl2': 'Link Control 2',
  '2 LnkSta2': 'Link Status 2',
  '2 RootSta': 'Root Status|Root Error Status',
  '3 Control': 'Slot Control',
  '3 Changed': 'Slot Status',
};

/** lspci's flags of one function, checked against the fields' values; returns how many there were. */
function checkFlags(block: string, space: ConfigSpace, described: Description, where: string): number {
  let checked = 0;
  for (const line of block.split('\n')) {
    const match = /^(\t+)([A-Za-z0-9 ]+):\s(.*)$/.exec(line);
    const name = registerOfLabel[`${String(match?.[1]?.length)} ${match?.[2] ?? ''}`];
    if (name === undefined) continue;
    for (const [short, value] of flags(match?.[3] ?? '')) {
      const fields = described.fields.filter(
        (field) => name.split('|').includes(field.register.name) && field.short === short,
      );
      expect(fields.length, `${where}: ${name} has ${short}`).toBeGreaterThan(0);
      expect(
        fields.map((field) => fieldValue(space, field)),
        `${where}: ${name} ${short}`,
      ).toContain(value);
      checked++;
    }
  }
  return checked;
}

/** The line that our tables make of the subsystem ids that lspci printed; "" when it printed none. */
function subsystemLine(block: string, ids: number): string {
  const [, vendor, device] = /^\tSubsystem: .* \[([0-9a-f]{4}):([0-9a-f]{4})\]$/m.exec(block) ?? [];
  if (vendor === undefined || device === undefined) return '';
  const subsystem = { vendor: Number.parseInt(vendor, 16), device: Number.parseInt(device, 16) };
  const names = lookUp(ids & 0xffff, ids >>> 16, subsystem);
  const words = [names.subsystemVendor, names.subsystem ?? 'Device', `[${vendor}:${device}]`];
  return `\tSubsystem: ${words.filter((word) => word !== undefined).join(' ')}`;
}

describe.each(dumps)('%s', (name) => {
  const all = spaces(read(`${name}.lspci.txt.gz`));
  const blocks = read(`${name}.lspci-vvv.txt.gz`)
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '');

  test('every function is there', () => expect(blocks.length).toBe(all.size));

  test.each(blocks.map((block) => [block.split(' ', 1)[0] ?? '', block] as const))('%s', (bdf, block) => {
    const space = all.get(bdf) ?? { bytes: 64, word: () => undefined };
    const described = describeSpace(space);
    const ours = described.capabilities.map((row) => {
      const place = row.at.toString(16).padStart(row.extended ? 3 : 2, '0');
      return `[${place}${row.extended ? ` v${String(row.version)}` : ''}]`;
    });
    const theirs = [...block.matchAll(/^\tCapabilities: (\[[^\]]*\]) (.*)$/gm)];
    expect(ours).toEqual(theirs.map((match) => match[1]));
    described.capabilities.filter(isCapability).forEach((row, n) => {
      expect(theirs[n]?.[2]).toContain(row.capability?.title ?? '');
    });
    expect(described.capabilities.every((row) => row.trouble === undefined)).toBe(true);

    const head = block.split('\n', 1)[0] ?? '';
    const ids = space.word(0) ?? 0;
    const names = lookUp(ids & 0xffff, ids >>> 16, undefined);
    expect(head).toContain(className((space.word(2) ?? 0) >>> 8));
    expect(head).toContain(names.vendor ?? '');
    expect(head).toContain(names.device ?? ' Device ');
    const parsed = parseBdf(bdf);
    expect(parsed && formatBdf(parsed.bdf)).toBe(bdf);

    expect(subsystemLine(block, ids)).toBe(/^\tSubsystem: .*$/m.exec(block)?.[0] ?? '');
    expect(checkFlags(block, space, described, bdf)).toBeGreaterThan(15);
  });
});
