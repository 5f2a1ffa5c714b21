/** Every register table of the room in all its shapes, for tests. */
import './caps/all.ts';
import { capabilityTables } from './caps/index.ts';
import { expressLayout } from './caps/express.ts';
import { msiLayout } from './caps/msi.ts';
import type { Layout } from './fields.ts';
import { headerCommon, headerType0, headerType0For, headerType1, headerType2 } from './header.ts';

/** Words that make a capability show all it may have. */
const rich = (n: number): number =>
  [0x01ff_ffff & ~0xff00, 0x0213_0026, 0x0000_0060, 0x1234_5674][n] ?? 0x0000_0004;

/** Headers and capabilities, whatever their words may make of them. */
export function everyLayout(): readonly Layout[] {
  const tables = capabilityTables();
  return [
    headerCommon,
    headerType0,
    headerType0For(() => 0xc),
    headerType0For(() => 1),
    headerType1,
    headerType2,
    ...tables,
    ...[0, 1].flatMap((header) =>
      tables.map((table) => ({
        ...(table.expand?.(rich, { header, port: 4 }) ?? table),
        id: `${table.id} expanded for header ${String(header)}`,
      })),
    ),
    msiLayout(true, true),
    ...[1, 2].flatMap((version) =>
      [0, 1, 4, 5, 6, 7, 8, 9, 10].flatMap((type) =>
        [true, false].map((slot) => expressLayout(version, type, slot)),
      ),
    ),
  ];
}
