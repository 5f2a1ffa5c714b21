/** The accesses of the whole story that an engineer would remark upon; looked for while the page rests. */
import { createStore } from 'zustand/vanilla';
import { explain } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import { Op, Outcome, targetOffset } from '../engine/trace.ts';
import { remarksOn } from '../session/lints/remarks.ts';
import { Rows } from '../session/rows.ts';
import { sessionStore } from './session-store.ts';
import { inSlices } from './slices.ts';

/** Rows with a lint, rising. `count` tells that they have grown; `isAll` is false while it is looking. */
export const lintRowsStore = createStore<{
  readonly rows: Rows;
  readonly count: number;
  readonly isAll: boolean;
}>(() => ({ rows: new Rows(), count: 0, isAll: false }));
const { setState: set } = lintRowsStore;

const restMs = 600;
/** Beyond this, winding to every candidate takes longer than anybody waits. */
const mostRows = 400_000;
const pieceRows = 2048;

/** What could have a lint, by the trace's columns alone: the others need no explaining. */
function couldHave({ trace }: Machine, i: number): boolean {
  const op = trace.op[i] ?? 0;
  if (trace.outcome[i] === Outcome.unclaimed)
    return op > 127 || (op & 127) !== Op.config || targetOffset(trace.target[i] ?? 0) >= 4;
  if (op === Op.latch + 128) return trace.outcome[i] === Outcome.ignored;
  if (op !== Op.config + 128 && op !== Op.ecam + 128) return false;
  const at = targetOffset(trace.target[i] ?? 0);
  return trace.bytes[i] === 4 && ((at >= 0x10 && at < 0x28) || at === 0x30 || at === 0x38);
}

function* look(machine: Machine, rows: Rows): Generator<number, void> {
  const { trace } = machine;
  const end = Math.min(trace.length, mostRows);
  for (let row = 0; row < end; row++) {
    if (couldHave(machine, row)) {
      machine.seek(row + 1);
      if (remarksOn(machine, explain(machine, row)).length > 0) rows.push(row);
      yield row;
    } else if (row % pieceRows === 0) yield row;
  }
}

let stop = (): void => {};
let timer: ReturnType<typeof setTimeout> | undefined;

function begin(): void {
  const { machine } = sessionStore.getState();
  const rows = new Rows();
  stop = inSlices(
    look(machine, rows),
    (_, isDone) => {
      if (isDone) set({ rows, count: rows.length, isAll: true });
    },
    // nobody sees where the machine has been
    (slice) => {
      const { position } = machine.image.tape;
      slice();
      machine.wind(position);
    },
  );
}

function soon(): void {
  stop();
  clearTimeout(timer);
  set({ isAll: false });
  timer = setTimeout(begin, restMs);
}

/** Looks after every change of the story from now on. Gives the way to stop. */
export function watchLintRows(): () => void {
  soon();
  const unsubscribe = sessionStore.subscribe((now, before) => {
    if (now.machine !== before.machine) set({ rows: new Rows(), count: 0 });
    const isOver = before.progress !== undefined && now.progress === undefined;
    if (now.progress === undefined && (now.log !== before.log || isOver)) soon();
    else if (now.progress !== undefined) stop();
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
    stop();
  };
}
