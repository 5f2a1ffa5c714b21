/** What of the session can be saved as a file. */
import { Op, targetBdf, targetOffset } from '../../engine/trace.ts';
import type { Machine } from '../../engine/machine.ts';
import { writeLspciDump } from '../../formats/lspci-dump.ts';
import { writeFile } from '../../session/link/file.ts';
import { findings, type Finding } from '../../session/link/redact.ts';
import { spell } from '../../session/link/spell.ts';
import { listFunctions } from '../../session/listed.ts';
import type { Stored } from '../../session/stored.ts';
import { present, sessionStore } from '../session-store.ts';
import { allWords, words } from '../words.ts';
import { transcript } from './transcript.ts';

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export const fileKinds = ['session', 'dump', 'script', 'transcript'] as const;
export type FileKind = (typeof fileKinds)[number];

/** A title as the name of a file, in any script. */
export const fileName = (title: string, ending: string): string => {
  const name = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${name === '' ? 'cf8' : name}${ending}`;
};

/** The functions as they stand, for `lspci -F`; zeros where `hidden` says so. */
function dump(m: Machine, hidden: readonly Finding[]): string {
  const listed = listFunctions(m).map(({ fn, listed: f }) => {
    const config = f.config.slice();
    for (const { who, offset, bytes } of hidden)
      if (who === m.board.parts[fn]?.path) config.fill(0, offset, offset + bytes.length);
    return { ...f, config };
  });
  return writeLspciDump(listed);
}

/** The writes into configuration space up to where one stands, in their order. */
export function setpciScript(m: Machine, rows: number, title: string): string {
  const lines = ['#!/bin/sh', `# ${title.replaceAll(/[\r\n]+/g, ' ')}`];
  for (let i = 0; i < rows; i++) {
    const row = m.trace.row(i);
    if (!row.write || (row.op !== Op.config && row.op !== Op.ecam) || row.fn < 0) continue;
    const bytes = row.bytes === 1 ? 1 : row.bytes === 2 ? 2 : 4;
    const [bdf, offset] = [targetBdf(row.target), targetOffset(row.target)];
    lines.push(spell([{ do: 'config', bdf, offset, bytes, value: row.value }]));
  }
  return `${lines.join('\n')}\n`;
}

/** `stored`: what was chosen to be shared, with or without what identifies the machine. */
export async function fileOf(kind: FileKind, stored: Stored = present()): Promise<SavedFile> {
  const { title } = stored.scenario;
  const { machine, log, chapters, cursor, scenario } = sessionStore.getState();
  switch (kind) {
    case 'session':
      return { name: fileName(title, '.cf8.json'), type: 'application/json', text: writeFile(stored) };
    case 'dump': {
      const isHidden = stored.scenario !== scenario;
      const hidden = isHidden ? findings(scenario, machine.board.parts) : [];
      return { name: fileName(title, '.lspci.txt'), type: 'text/plain', text: dump(machine, hidden) };
    }
    case 'script':
      return {
        name: fileName(title, '.setpci.sh'),
        type: 'text/x-shellscript',
        text: setpciScript(machine, cursor, title),
      };
    case 'transcript': {
      await allWords();
      return {
        name: fileName(title, '.transcript.md'),
        type: 'text/markdown',
        text: await transcript(stored, { machine, log, chapters }, words()),
      };
    }
  }
}

/** Puts a file into the browser's hands: nothing leaves the page. */
export const save = ({ name, type, text }: SavedFile): void => saveBlob(name, new Blob([text], { type }));

/** The same for a picture. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const saveSession = async (): Promise<void> => save(await fileOf('session'));
