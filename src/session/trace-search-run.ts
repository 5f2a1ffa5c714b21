/** Finds the rows that meet a search, a piece at a time: the trace is read by its columns, names are looked up once. */
import type { Machine } from '../engine/machine.ts';
import type { Shape } from '../engine/shape.ts';
import { Op, Outcome, targetBdf, targetOffset, type Trace } from '../engine/trace.ts';
import { deviceName } from '../pci/ids.ts';
import { setpciRegisters } from '../pci/setpci-names.ts';
import { bdfText, functionText } from './names.ts';
import { registerText } from './register-text.ts';
import type { Rows } from './rows.ts';
import type { SearchLane, Term } from './trace-search.ts';

/** What is searched: the machine with its trace, and what a person reads beside it. */
export interface Scene {
  readonly machine: Machine;
  /** What was typed or said that made this row, in small letters. Asked for rising rows. */
  readonly said: (row: number) => string;
}

type Meets = (row: number) => boolean;

/** Rows read between two looks at the clock. */
const pieceRows = 4096;

/** Adds the rows from `from` on that meet all terms to `found`; gives how far it has come after every piece. */
export function* searchRows(
  scene: Scene,
  terms: readonly Term[],
  found: Rows,
  from = 0,
): Generator<number, void> {
  const { trace } = scene.machine;
  // the cheap ones first: what they refuse is not asked further
  const tests = [...terms]
    .toSorted((a, b) => cost[a.kind] - cost[b.kind])
    .map((term) => compile(scene, term));
  if (tests.length === 0) return;
  for (let start = from; start < trace.length; start += pieceRows) {
    const end = Math.min(trace.length, start + pieceRows);
    for (let row = start; row < end; row++) if (tests.every((meets) => meets(row))) found.push(row);
    yield end;
  }
}

const cost: Readonly<Record<Term['kind'], number>> = {
  op: 0,
  lane: 0,
  val: 1,
  addr: 1,
  bdf: 1,
  reg: 2,
  text: 3,
  word: 4,
};

const laneOps: Readonly<Record<SearchLane, readonly number[]>> = {
  cfg: [Op.latch, Op.config, Op.ecam],
  io: [Op.io],
  mem: [Op.memory],
  int: [Op.message],
  dma: [Op.dma],
  event: [Op.event],
};

function compile(scene: Scene, term: Term): Meets {
  const { machine } = scene;
  const { trace } = machine;
  switch (term.kind) {
    case 'op':
      if (term.op === 'abort') return (row) => trace.outcome[row] === Outcome.unclaimed;
      return (row) => (trace.op[row] ?? 0) > 127 === (term.op === 'write');
    case 'lane': {
      const ops = new Set(laneOps[term.lane]);
      return (row) => ops.has((trace.op[row] ?? 0) & 127);
    }
    case 'val': {
      const { low, high } = term;
      return (row) =>
        (((trace.value[row] ?? 0) & low.mask) ^ low.value) >>> 0 === 0 &&
        (((trace.high[row] ?? 0) & high.mask) ^ high.value) >>> 0 === 0;
    }
    case 'addr':
      return (row) => {
        const at = trace.address[row] ?? 0;
        return at <= term.to && at + (trace.bytes[row] ?? 0) > term.from;
      };
    case 'bdf':
      return atBdf(machine, term.value, term.mask);
    case 'reg':
      return inRegister(machine, term.text, term.at);
    case 'text':
      return inText(scene, term.text);
    case 'word': {
      const register = inRegister(machine, term.text, undefined);
      const text = inText(scene, term.text);
      const device = ofDevice(machine, term.text);
      return (row) => register(row) || device(row) || text(row);
    }
  }
}

const isConfig = (trace: Trace, row: number): boolean => {
  const op = (trace.op[row] ?? 0) & 127;
  return op === Op.config || op === Op.ecam;
};

/** Configuration accesses to it, and all else that the functions did which had answered there before. */
function atBdf({ trace }: Machine, value: number, mask: number): Meets {
  const known = new Set<number>();
  return (row) => {
    const fn = trace.fn[row] ?? -1;
    if (!isConfig(trace, row)) return fn >= 0 && known.has(fn);
    const meets = (targetBdf(trace.target[row] ?? 0) & mask) === value;
    if (fn >= 0) {
      if (meets) known.add(fn);
      else known.delete(fn);
    }
    return meets;
  };
}

/** Whether the name of what an access touches has `text` in it, by what setpci or the specification calls it. */
function inRegister(m: Machine, text: string, offset: number | undefined): Meets {
  const { trace } = m;
  const upper = text.toUpperCase().replaceAll(' ', '_');
  const named = setpciRegisters.filter(({ name }) => name === upper);
  const known = new Map<Shape, Uint8Array>();
  const ask = (fn: number, at: number, bytes: number): boolean => {
    if (offset !== undefined) return offset >= at && offset < at + bytes;
    const header = ((m.shape(fn).reset[3] ?? 0) >>> 16) & 0x7f;
    return (
      named.some((r) => r.headers.some((h) => h === header) && at < r.at + r.bytes && at + bytes > r.at) ||
      registerText(m, fn, at, bytes).toLowerCase().includes(text)
    );
  };
  return (row) => {
    if (!isConfig(trace, row)) return false;
    const fn = trace.fn[row] ?? -1;
    const at = targetOffset(trace.target[row] ?? 0);
    const bytes = trace.bytes[row] ?? 0;
    if (fn < 0) return offset !== undefined && offset >= at && offset < at + bytes;
    const shape = m.shape(fn);
    let answers = known.get(shape);
    if (answers === undefined) known.set(shape, (answers = new Uint8Array(4096 * 4)));
    const key = at * 4 + (bytes & 3);
    if (answers[key] === 0) answers[key] = ask(fn, at, bytes) ? 2 : 1;
    return answers[key] === 2;
  };
}

function inText({ said }: Scene, text: string): Meets {
  let last = '';
  let meets = false;
  return (row) => {
    const now = said(row);
    if (now !== last) {
      last = now;
      meets = now.includes(text);
    }
    return meets;
  };
}

function ofDevice(m: Machine, text: string): Meets {
  const known = new Map<number, boolean>();
  const ask = (fn: number): boolean => {
    const part = m.board.parts[fn];
    const ids = part?.shape.reset[0] ?? 0;
    const names = [part?.path, part?.model, functionText(m, fn), deviceName(ids & 0xffff, ids >>> 16)];
    return names.some((name) => name?.toLowerCase().includes(text));
  };
  return (row) => {
    const fn = m.trace.fn[row] ?? -1;
    if (fn < 0) return isConfig(m.trace, row) && bdfText(targetBdf(m.trace.target[row] ?? 0)).includes(text);
    let meets = known.get(fn);
    if (meets === undefined) known.set(fn, (meets = ask(fn)));
    return meets;
  };
}
