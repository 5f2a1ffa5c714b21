/** Every link that was ever shared opens to what it was; and how long links are. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import '../../session/all-software.ts';
import { chapter, read } from '../../content/scenarios/lines.ts';
import { scenarios } from '../../content/scenarios/index.ts';
import { parseLspciDump } from '../../formats/lspci-dump.ts';
import { modelsFor } from '../../scenario/load.ts';
import { deviceName, parsePciIds } from '../../pci/ids.ts';
import type { DumpedFunction, Scenario } from '../../scenario/scenario.ts';
import { readLink, writeLink, type Surroundings } from '../../session/link/link.ts';
import { Session } from '../../session/session.ts';
import type { Stored } from '../../session/stored.ts';
import { native } from './deflate.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../${name}`, import.meta.url));
const ids = parsePciIds(gunzipSync(fixture('public/pci-ids.txt.gz')).toString());
const around: Surroundings = {
  ...native,
  presets: scenarios,
  names: () => Promise.resolve((vendor, device) => deviceName(vendor, device, ids)),
};

interface Line {
  readonly name: string;
  readonly link: string;
  readonly opens: Awaited<ReturnType<typeof summary>>;
}

/** A fingerprint of all that a session says. */
function sayingOf(stored: Stored): string {
  const inOrder = (_: string, x: unknown): unknown =>
    typeof x === 'object' && x !== null && !Array.isArray(x)
      ? Object.fromEntries(Object.entries(x).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : x;
  return createHash('sha256').update(JSON.stringify(stored, inOrder)).digest('hex').slice(0, 16);
}

/** What a session is, in short. */
async function summary(stored: Stored) {
  const { scenario, entries, branches, story, cursor } = stored;
  const { machine } = new Session(scenario, entries, branches, story, await modelsFor(scenario));
  return {
    title: scenario.title,
    machine: scenario.machine,
    parts: scenario.parts.length,
    functions: scenario.functions?.length ?? 0,
    entries: entries.length,
    branches: branches.length,
    cursor,
    head: machine.trace.length,
    says: sayingOf(stored),
  };
}

const lines = fixture('fixtures/links/links.jsonl')
  .toString()
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

test.each(lines)('$name', { timeout: 60_000 }, async ({ link, opens }) => {
  const { stored, problems } = await readLink(link, around);
  expect(problems).toEqual([]);
  expect(stored && (await summary(stored))).toEqual(opens);
});

const pages = ['README.md', 'docs/links.md', 'docs/embed.md', 'docs/hosting.md'];
const written = pages.flatMap((page) =>
  [
    ...fixture(page)
      .toString()
      .matchAll(/#(v=1&[^\s"'`|)\]…]{2,})/g),
  ].map(([, link]) => ({ page, link: link ?? '' })),
);

test.each(written)('$page: $link', { timeout: 60_000 }, async ({ link }) => {
  const { stored, problems } = await readLink(link, around);
  expect({ opens: stored !== undefined, problems }).toEqual({ opens: true, problems: [] });
});

/**
 * 53 functions as full of bytes as those of a workstation: boards of our own, and where vendors keep their registers what is
 * each function's own, and what it shares with others of its family.
 */
function workstation(): Scenario {
  const names = ['0018-q35-kitchen', '0017-pc-kitchen', '0020-q35-sriov'];
  const all = names.flatMap(
    (name) =>
      parseLspciDump(gunzipSync(fixture(`fixtures/lspci/${name}.lspci.txt.gz`)).toString()).scenario
        .functions ?? [],
  );
  let seed = 0xcf8;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  // registers are dwords, and some of their bytes are set
  const noise = (count: number) =>
    Array.from({ length: count }, () => 4 * (0x28 + next(0x18))).flatMap((at) =>
      [0, 2, 4, 6]
        .slice(next(3))
        .map((i) => [at + i, (next(255) + 1).toString(16).padStart(2, '0')] as const),
    );
  const families = Array.from({ length: 6 }, () => noise(15));
  const functions = all.slice(0, 53).map((f, i): DumpedFunction => {
    const bytes: string[] = f.config.match(/../g) ?? [];
    for (const [at, byte] of [...(families[i % 6] ?? []), ...noise(9)])
      if (bytes[at] === '00') bytes[at] = byte;
    const name = deviceName(Number.parseInt(f.config.slice(2, 4) + f.config.slice(0, 2), 16), 0, ids);
    return {
      ...f,
      bdf: i < 34 ? f.bdf : 0x40 + i,
      config: bytes.join(''),
      ...(name === undefined ? {} : { name }),
    };
  });
  return { title: 'workstation', machine: 'dump', ram: 0, authentic: 'spec', parts: [], functions };
}

test('a dump of 53 functions takes no more than 5,000 characters', async () => {
  const scenario = workstation();
  const link = await writeLink({ scenario }, around);
  const held = (scenario.functions ?? [])
    .flatMap((f) => f.config.match(/../g) ?? [])
    .filter((b) => b !== '00');
  expect(held.length).toBeGreaterThan(3600);
  expect(link.length).toBeLessThanOrEqual(5000);
  expect((await readLink(link, around)).stored?.scenario).toEqual(scenario);
}, 30_000);

test('the first scenario and 24 accesses take no more than 600', async () => {
  const [first] = scenarios;
  const own = chapter(
    'phase.yours',
    Array.from({ length: 12 }, (_, i) => read(0, i + 1, (i * 4) & 0x3c)).flat(),
  );
  const entries = [...(first?.entries ?? []), ...own];
  const link = await writeLink(
    {
      scenario: first?.scenario ?? workstation(),
      story: { story: 1, entries, branches: [] },
      moment: { row: 60, beat: 2 },
      selection: '00:03.0/cfg/10:4',
      view: 'hex,memory,map',
      language: 'zh-CN',
    },
    around,
  );
  expect(own.length).toBe(24);
  expect(link.length).toBeLessThanOrEqual(600);
});
