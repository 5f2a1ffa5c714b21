/** The formats that can be opened, in the order in which they are tried. */
import type { Problem } from '../base/problem.ts';
import type { Imported, Importer } from './format.ts';
import { lspciDump } from './lspci-dump.ts';
import { qemuCommandLine } from './qemu-command-line.ts';

/** A dump goes first: it may have a command line at its top, the prompt that made it. */
export const importers: readonly Importer[] = [lspciDump, qemuCommandLine];

/** What became of a text that somebody dropped or pasted. */
export type Opened =
  | { readonly kind: 'imported'; readonly format: string; readonly imported: Imported }
  /** A format knew it, and nothing could be made of it. */
  | { readonly kind: 'broken'; readonly format: string; readonly problem: Problem }
  /** No format knew it; here are its first lines, and what it may have been meant for. */
  | { readonly kind: 'unknown'; readonly lines: readonly string[]; readonly near: Near };

/** What a text that no format knows comes near to. */
export type Near = 'lspci-text' | 'hex-rows' | 'qemu' | 'qemu-trace' | 'none';

/** What only a text of that kind has, in the order of how sure it is. */
const signs: readonly (readonly [Near, RegExp])[] = [
  ['lspci-text', /^(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f]\.[0-7] \S/im],
  ['qemu-trace', /^(?:\d+@\d+\.\d+:)?pci_cfg_(?:read|write) /m],
  ['hex-rows', /^\s*[0-9a-f]{2,8}:?(?:\s+[0-9a-f]{2}){8}/im],
  ['qemu', /\bqemu\b|(?:^|\s)-(?:machine|device|drive|netdev|nodefaults|cpu|smp|m)\s/i],
];

const nearTo = (text: string): Near => signs.find(([, sign]) => sign.test(text))?.[0] ?? 'none';

export function openText(text: string): Opened {
  for (const importer of importers) {
    const result = importer.sniff(text) ? importer.parse(text) : undefined;
    if (result?.ok) return { kind: 'imported', format: importer.id, imported: result.value };
    if (result) return { kind: 'broken', format: importer.id, problem: result.problem };
  }
  return { kind: 'unknown', lines: text.split(/\r?\n/, 3), near: nearTo(text) };
}
