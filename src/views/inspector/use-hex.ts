/** The verbs of the hex grid: moving, typing a write, reading, walking the accesses to a register. */
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { NamedRegister } from '../../pci/setpci-names.ts';
import { nextAccess, previousAccess } from '../../session/inspector-accesses.ts';
import { reach, readAct, writeAct, type Width } from '../../session/inspector-acts.ts';
import { act, seek } from '../../store/session-store.ts';
import { hexStore, setHex } from '../../store/hex-store.ts';
import { sessionStore } from '../../store/session-store.ts';
import { select, uiStore } from '../../store/ui-store.ts';
import type { LabelId } from '../../content/words/catalogue.ts';
import {
  accessOf,
  findOffset,
  nextWidth,
  pend,
  rangeAt,
  rubbed,
  typed,
  type Pending,
  type Range,
} from './hex-layout.ts';
import type { Inspected } from './use-inspected.ts';

export interface Hex {
  /** The byte that has the focus, or would have it. */
  readonly focus: number;
  readonly range: Range;
  /** What the cells show: the bytes, what a write reaches, or, of hardware that is edited, what comes up. */
  readonly shown: Int32Array;
  /** What is typed changes the hardware. */
  readonly hardware: boolean;
  readonly width: Width | 'register';
  readonly pending: Pending | undefined;
  readonly masked: boolean;
  /** Why the selected bytes cannot be reached over the bus, if they cannot. */
  readonly blocked: LabelId | undefined;
  /** Rows of the nearest accesses to the selected bytes, or -1. */
  readonly previous: number;
  readonly next: number;
  choose(offset: number, extend?: boolean): void;
  cycleWidth(back?: boolean): void;
  begin(): void;
  type(digit: number): void;
  rub(): void;
  commit(): void;
  /** Takes back what is nearest: a write, a search, a comparison, the choice. False when there is nothing. */
  cancel(): boolean;
  /** Begins or ends comparing with another moment. */
  compare(): void;
  read(): void;
  goToAccess(row: number): void;
  toggleMask(): void;
  /** False when the text names nothing here. */
  goTo(text: string, named: (name: string) => NamedRegister | undefined): boolean;
}

export function useHex({ machine, fn, bdf, cursor, space, description, range: given }: Inspected): Hex {
  const [caret, setCaret] = useState({ fn, at: 0, of: -1, anchor: 0 });
  const [width, setWidth] = useState<Width | 'register'>('register');
  const [typing, setTyping] = useState<{ fn: number; pending: Pending } | undefined>(undefined);
  const [masked, setMasked] = useState(false);

  const range = given ?? { offset: 0, bytes: 1 };
  const fresh = caret.fn === fn && caret.of === range.offset;
  const focus = Math.min(fresh ? caret.at : range.offset, space.size - 1);
  const pending = typing?.fn === fn ? typing.pending : undefined;
  const hardware = useStore(hexStore, (s) => s.hardware);
  const { reset } = machine.shape(fn);
  const shown = useMemo(() => {
    if (masked) return space.write.map((word, i) => word | (space.w1c[i] ?? 0));
    return hardware ? reset : space.words;
  }, [masked, hardware, reset, space]);
  const reached = hardware ? 'reached' : bdf < 0 ? 'bus' : reach(machine, fn, range.offset);
  const blocked =
    reached === 'bus'
      ? 'inspector.no-bus'
      : reached === 'ecam'
        ? 'inspector.no-ecam'
        : range.offset >= space.known
          ? 'inspector.not-dumped'
          : undefined;

  const stand = (at: number, chosen: Range, anchor: number): void => {
    setCaret({ fn, at, of: chosen.offset, anchor });
    setTyping(undefined);
    select({ fn, offset: chosen.offset, bytes: chosen.bytes });
  };
  const edit = (change: (from: Pending) => Pending): void => {
    if (blocked !== undefined) {
      setHex({ told: { kind: 'label', id: blocked } });
      return;
    }
    setTyping({ fn, pending: change(pending ?? pend(range, hardware ? shown : space.words)) });
    select({ fn, offset: range.offset, bytes: range.bytes });
  };

  return {
    focus,
    range,
    width,
    shown,
    hardware,
    pending,
    masked,
    blocked,
    previous: previousAccess(machine.trace, cursor - 1, fn, range.offset, range.bytes),
    next: nextAccess(machine.trace, cursor, fn, range.offset, range.bytes),
    choose(offset, extend = false) {
      const anchor = extend ? (fresh ? caret.anchor : range.offset) : offset;
      const one = rangeAt(offset, width, description);
      if (!extend) return stand(offset, one, anchor);
      const other = rangeAt(anchor, width, description);
      const from = Math.min(one.offset, other.offset);
      const to = Math.max(one.offset + one.bytes, other.offset + other.bytes);
      stand(offset, { offset: from, bytes: to - from }, anchor);
    },
    cycleWidth(back = false) {
      const wider = nextWidth(width, back);
      setWidth(wider);
      stand(focus, rangeAt(focus, wider, description), focus);
    },
    begin: () => edit((from) => from),
    type: (digit) => edit((from) => typed(from, digit)),
    rub: () => edit(rubbed),
    commit() {
      if (pending === undefined) return;
      setTyping(undefined);
      if (hardware) {
        void import('./edit-hardware.ts').then((m) => m.edit(fn, masked, pending));
        return;
      }
      const { text, commands } = writeAct(machine, fn, pending.offset, pending.bytes, pending.value);
      void act(text, commands).then(() =>
        setHex({ told: { kind: 'written', row: sessionStore.getState().cursor - 1 } }),
      );
    },
    cancel() {
      const { against, find } = hexStore.getState();
      if (pending !== undefined) setTyping(undefined);
      else if (find !== '') setHex({ find: '', line: undefined });
      else if (against !== undefined) setHex({ against: undefined });
      else if (hardware) setHex({ hardware: false });
      else if (uiStore.getState().selection.fn === undefined) return false;
      else select({});
      return true;
    },
    compare: () => setHex({ against: hexStore.getState().against === undefined ? 'previous' : undefined }),
    read() {
      if (blocked !== undefined) {
        setHex({ told: { kind: 'label', id: blocked } });
        return;
      }
      const { offset, bytes } = accessOf(range);
      const { text, commands } = readAct(machine, fn, offset, bytes);
      select({ fn, offset: range.offset, bytes: range.bytes });
      void act(text, commands);
    },
    goToAccess(row) {
      if (row < 0) return;
      select({ fn, offset: range.offset, bytes: range.bytes });
      seek(row + 1);
    },
    toggleMask: () => setMasked(!masked),
    goTo(text, registerOf) {
      const type = description.header.id === 'type-1' ? 1 : description.header.id === 'type-2' ? 2 : 0;
      const named = (name: string): number | undefined => {
        const register = registerOf(name);
        return register?.headers.includes(type) === true ? register.at : undefined;
      };
      const at = findOffset(text, space.size, description, named);
      if (at === undefined) return false;
      stand(at, rangeAt(at, width, description), at);
      return true;
    },
  };
}
