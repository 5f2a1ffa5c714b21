/** Functions as lines of text, made in slices: there may be 65,536 of them, and nobody waits for that. */
import { hex } from '../../base/hex.ts';
import type { Machine } from '../../engine/machine.ts';
import { deviceName } from '../../pci/ids.ts';
import { functionText } from '../../session/names.ts';
import type { Entry } from './entries.ts';

/** So many are searched letter by letter; of more, those that hold every word as it stands. */
const enough = 1000;
/** Of those, so many are ranked. */
const most = 100;
/** So many are read between two looks at the clock. */
const step = 256;

export class Devices {
  private readonly fns: number[] = [];
  private readonly lines: string[] = [];
  private readonly made = new Map<number, Entry>();
  private next = 0;
  private readonly machine: Machine;
  private readonly kindOf: (fn: number) => string;
  private readonly choose: (fn: number) => void;

  /** `kindOf` is the word for what a function is; empty for none. */
  constructor(machine: Machine, kindOf: (fn: number) => string, choose: (fn: number) => void) {
    this.machine = machine;
    this.kindOf = kindOf;
    this.choose = choose;
  }

  get whole(): boolean {
    return this.next >= this.machine.board.parts.length;
  }

  /** Reads on while there is `time`. */
  advance(time: () => boolean): void {
    const { parts } = this.machine.board;
    while (!this.whole && time())
      for (const end = Math.min(this.next + step, parts.length); this.next < end; this.next++) {
        if (!this.machine.isPresent(this.next)) continue;
        const { title, note } = this.text(this.next);
        this.fns.push(this.next);
        this.lines.push(`${title} ${note}`.toLowerCase());
      }
  }

  /** Those that `text` may mean, for ranking, and how many more there may be. */
  candidates(text: string): { readonly entries: readonly Entry[]; readonly total: number } {
    const words = text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0 || this.fns.length <= enough) {
      const shown = words.length === 0 ? this.fns.slice(0, most) : this.fns;
      return { entries: shown.map((fn) => this.entry(fn)), total: this.fns.length };
    }
    const entries: Entry[] = [];
    let total = 0;
    for (let i = 0; i < this.lines.length; i++) {
      const line = this.lines[i] ?? '';
      if (!words.every((word) => line.includes(word))) continue;
      total++;
      if (entries.length < most) entries.push(this.entry(this.fns[i] ?? 0));
    }
    return { entries, total };
  }

  private text(fn: number): { readonly title: string; readonly note: string } {
    const part = this.machine.board.parts[fn];
    const ids = this.machine.look(fn, 0);
    const vendor = ids & 0xffff;
    const device = ids >>> 16;
    const kind = this.kindOf(fn);
    const model = part?.model ?? '';
    const name = model.includes(kind) ? model : `${model} ${kind}`.trim();
    const known = deviceName(vendor, device);
    const code = `${hex(vendor, 4)}:${hex(device, 4)}`;
    return {
      title: `${functionText(this.machine, fn)} ${name}`,
      note: known === undefined ? code : `${known} · ${code}`,
    };
  }

  private entry(fn: number): Entry {
    const known = this.made.get(fn);
    if (known !== undefined) return known;
    const path = this.machine.board.parts[fn]?.path ?? '';
    const made: Entry = {
      id: `device.${String(fn)}`,
      kind: 'device',
      ...this.text(fn),
      also: path,
      run: () => this.choose(fn),
    };
    this.made.set(fn, made);
    return made;
  }
}
