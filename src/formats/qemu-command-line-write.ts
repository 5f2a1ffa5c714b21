/** Writes a scenario as QEMU's command line. */
import { spelledParts } from '../scenario/fill.ts';
import type { PartSpec, Scenario } from '../scenario/scenario.ts';
import { escapeValue } from './qemu-key-values.ts';
import { backends } from './qemu-options.ts';

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** The value of its `-device` option, and what `device_add` takes. */
export function writeDevice(part: PartSpec): string {
  const pairs = [part.model];
  if (part.id !== undefined) pairs.push(`id=${escapeValue(part.id)}`);
  for (const [key, value] of Object.entries(part.properties ?? {})) {
    if (key !== 'memdev.size') pairs.push(`${key}=${escapeValue(value)}`);
  }
  if (part.bus !== undefined) pairs.push(`bus=${escapeValue(part.bus)}`);
  if (part.addr !== undefined) pairs.push(`addr=${escapeValue(part.addr)}`);
  return pairs.join(',');
}

/** Options that make what a part's properties name outside the bus. */
function backendsOf(part: PartSpec): string[] {
  const { properties = {} } = part;
  const made = Object.entries(backends).flatMap(([key, make]) => {
    const id = properties[key];
    return id === undefined ? [] : make(escapeValue(id)).split(' ');
  });
  const memory = properties['memdev'];
  const size = properties['memdev.size'] ?? '1M';
  if (memory !== undefined) {
    made.push('-object', `memory-backend-ram,id=${escapeValue(memory)},size=${escapeValue(size)},share=on`);
  }
  return made;
}

/** A scenario's arguments for QEMU, unquoted. A dump has no command line: the machine is left out, its parts are none. */
export function writeQemuArguments(scenario: Scenario): string[] {
  const args: string[] = [];
  if (scenario.machine !== 'dump') args.push('-machine', scenario.machine);
  if (scenario.title !== scenario.machine && scenario.title !== '') {
    args.push('-name', `guest=${escapeValue(scenario.title)}`);
  }
  args.push('-m', String(scenario.ram), '-nodefaults');
  const seen = new Set<string>();
  for (const part of spelledParts(scenario)) {
    const made = backendsOf(part);
    for (let i = 0; i < made.length; i += 2) {
      const [option, value] = [made[i] ?? '', made[i + 1] ?? ''];
      if (!seen.has(value)) args.push(option, value);
      seen.add(value);
    }
    args.push('-device', writeDevice(part));
  }
  return args;
}

/** The same as one line for a shell. Everything is spelled out, so `-nodefaults` is always there. */
export const writeQemuCommandLine = (scenario: Scenario): string =>
  ['qemu-system-x86_64', ...writeQemuArguments(scenario).map(quote)].join(' ');
