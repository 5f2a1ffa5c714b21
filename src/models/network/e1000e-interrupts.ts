/** Interrupts of e1000e: causes, masks, throttling, and which message tells what (qemu: hw/net/e1000e_core.c). */
import { highWord, join, lowWord } from '../../base/bits.ts';
import type { Device } from '../../engine/device.ts';
import { Reg, tableReset, vectors, wordOf } from './e1000e-table.ts';

export const Cause = { linkChange: 0x04, mdio: 0x200, other: 0x0100_0000 } as const;
const asserted = 0x8000_0000 | 0;
/** Causes that MSI-X tells together, as "other". */
const otherCauses = 0x0007_0244;
/** Causes with a vector of their own, and the shift of their entry in IVAR. */
const queues = [
  [0x0010_0000, 0],
  [0x0020_0000, 4],
  [0x0040_0000, 8],
  [0x0080_0000, 12],
  [Cause.other, 16],
] as const;
const maskable = 0x01f7_82d7;
/** CTRL_EXT */
const autoMask = 0x0100_0000;
const acknowledgeMasks = 0x0800_0000;
const clearsTimers = 0x2000_0000;
const clearsPending = 0x8000_0000 | 0;

const delayUnit = 256;
const leastDelay = 500;

/** Timers: throttling of INTx and MSI, then of each vector, then the link's negotiation. */
const throttles = 1 + vectors;
const timers = throttles + 1;
export const negotiation = throttles;

const first = tableReset.length;
/** Private words; per timer: its delay (throttles only), whether it runs, until when, whether an interrupt waited. */
const own = {
  told: first,
  delay: first + 1,
  running: first + 1 + throttles,
  until: first + 1 + throttles + timers,
  untilHigh: first + 1 + throttles + 2 * timers,
  waited: first + 1 + throttles + 3 * timers,
} as const;
export const interruptEnd = own.waited + throttles;

export const interruptReset: readonly number[] = Array.from({ length: interruptEnd - first }, (_, i) =>
  first + i >= own.delay && first + i < own.running ? leastDelay : 0,
);
/** No reset forgets what was told, nor that an interrupt waited, nor the delays as a guest reads them. */
export const interruptSurvivors: readonly number[] = [
  own.told,
  ...Array.from({ length: throttles }, (_, i) => own.waited + i),
  wordOf(Reg.itr),
  ...Array.from({ length: vectors }, (_, i) => wordOf(Reg.eitr) + i),
];

const icr = wordOf(Reg.icr);
const ims = wordOf(Reg.ims);
const ctrlExt = wordOf(Reg.ctrlExt);

const isMsix = (d: Device): boolean => d.word((d.shape.caps.msix ?? 0) >> 2) < 0;
const isMsi = (d: Device): boolean => (d.word((d.shape.caps.msi ?? 0) >> 2) & 0x1_0000) !== 0;

/** An interval was written: of INTx and MSI (0), or of a vector (1…). */
export function setInterval(d: Device, throttle: number, value: number): void {
  const interval = value & 0xffff;
  d.set(throttle === 0 ? wordOf(Reg.itr) : wordOf(Reg.eitr) + throttle - 1, interval);
  d.set(own.delay + throttle, Math.max(interval, leastDelay));
}

export function startTimer(d: Device, timer: number, until: number): void {
  d.set(own.running + timer, 1);
  d.set(own.until + timer, lowWord(until));
  d.set(own.untilHigh + timer, highWord(until));
}

/** Has this one to wait for its throttle? If not, the next one will. */
function postpone(d: Device, throttle: number): boolean {
  if (d.get(own.running + throttle)) {
    d.set(own.waited + throttle, 1);
    return true;
  }
  startTimer(d, throttle, d.now + d.get(own.delay + throttle) * delayUnit);
  return false;
}

const untilOf = (d: Device, timer: number): number | undefined =>
  d.get(own.running + timer) ? join(d.get(own.untilHigh + timer), d.get(own.until + timer)) : undefined;

/** When the first timer is due. */
export function earliest(d: Device): number | undefined {
  let least: number | undefined;
  for (let timer = 0; timer < timers; timer++) {
    const until = untilOf(d, timer);
    if (until !== undefined && (least === undefined || until < least)) least = until;
  }
  return least;
}

/** Stops a timer that is due; the one that was, or undefined. */
export function takeDue(d: Device): number | undefined {
  for (let timer = 0; timer < timers; timer++) {
    const until = untilOf(d, timer);
    if (until === undefined || until > d.now) continue;
    d.set(own.running + timer, 0);
    return timer;
  }
  return undefined;
}

/** A throttle ends: what waited goes out. */
export function throttleEnds(d: Device, throttle: number): void {
  if (d.get(own.waited + throttle) === 0) return;
  if (throttle > 0) {
    d.message(throttle - 1);
    return;
  }
  if (isMsi(d)) d.set(own.told, 0);
  update(d);
}

export function raise(d: Device, causes: number): void {
  d.set(icr, d.get(icr) | causes);
  update(d);
}

/** ICR, IMS or what enables messages changed: pin and messages follow. */
function update(d: Device): void {
  const msix = isMsix(d);
  let causes = d.get(icr) & ~asserted;
  if (msix && causes & otherCauses) causes |= Cause.other;
  if (causes !== 0) causes |= asserted;
  d.set(icr, causes);
  d.set(wordOf(Reg.ics), causes);
  const pending = causes & d.get(ims);
  if (pending === 0) d.set(own.told, 0);
  if (msix || isMsi(d)) {
    if (pending !== 0) tell(d, pending & ~asserted, msix);
  } else if (pending === 0) d.intx(false);
  else if (!postpone(d, 0)) {
    const counter = wordOf(Reg.asserted);
    if (d.get(counter) !== -1) d.set(counter, d.get(counter) + 1);
    d.intx(true);
  }
}

function tell(d: Device, pending: number, msix: boolean): void {
  const told = d.get(own.told) & pending;
  const fresh = pending & ~told;
  d.set(own.told, told | fresh);
  if (fresh === 0) return;
  if (!msix) {
    if (!postpone(d, 0)) d.message(0);
    return;
  }
  for (const [cause, shift] of queues) {
    if ((fresh & cause) === 0) continue;
    const vector = vectorOf(d, shift);
    if (vector !== undefined && !postpone(d, 1 + vector)) d.message(vector);
    if (d.get(ctrlExt) & autoMask) d.set(wordOf(Reg.iam), d.get(wordOf(Reg.iam)) & ~cause);
    const automatic = d.get(wordOf(Reg.eiac)) & cause;
    d.set(icr, d.get(icr) & ~automatic);
    d.set(own.told, d.get(own.told) & ~automatic);
    if ((d.get(ctrlExt) & acknowledgeMasks) === 0) d.set(ims, d.get(ims) & ~automatic);
  }
}

/** The vector that IVAR names, if its entry is valid. */
function vectorOf(d: Device, shift: number): number | undefined {
  const entry = d.get(wordOf(Reg.ivar)) >>> shift;
  const vector = entry & 7;
  return entry & 8 && vector < vectors ? vector : undefined;
}

function clearPending(d: Device, vector: number): void {
  const word = (d.shape.caps.msixTable ?? 0) + vectors * 4;
  d.set(word, d.get(word) & ~(1 << vector));
}

export function readCauses(d: Device): number {
  const causes = d.get(icr);
  if (d.get(ims) === 0 || !isMsix(d)) d.set(icr, 0);
  if (d.get(icr) & asserted && d.get(ctrlExt) & acknowledgeMasks) {
    d.set(icr, 0);
    unmask(d);
  }
  update(d);
  return causes;
}

/** Acknowledging may mask: what IAM says. */
const unmask = (d: Device): void => d.set(ims, d.get(ims) & ~d.get(wordOf(Reg.iam)));

export function writeCauses(d: Device, value: number): void {
  if (d.get(icr) & asserted && d.get(ctrlExt) & acknowledgeMasks) unmask(d);
  const more = value & Cause.other ? otherCauses : 0;
  d.set(icr, d.get(icr) & ~value & ~more);
  update(d);
}

export function writeMaskClear(d: Device, value: number): void {
  d.set(ims, d.get(ims) & ~value);
  update(d);
}

export function writeMaskSet(d: Device, value: number): void {
  const valid = value & maskable;
  d.set(ims, d.get(ims) | valid);
  if (d.get(ctrlExt) & clearsPending && isMsix(d)) {
    for (const [cause, shift] of queues) {
      const vector = vectorOf(d, shift);
      if (valid & cause && vector !== undefined) clearPending(d, vector);
    }
  }
  if (valid === maskable && d.get(ctrlExt) & clearsTimers) {
    for (let throttle = 0; throttle < throttles; throttle++) {
      if (d.get(own.running + throttle) === 0) continue;
      d.set(own.running + throttle, 0);
      throttleEnds(d, throttle);
    }
  }
  update(d);
}

/** PBACLR */
export function writePendingClear(d: Device, value: number): void {
  d.set(wordOf(Reg.pbaclr), value & 0x1f);
  if (isMsix(d))
    for (let vector = 0; vector < vectors; vector++) if (value & (1 << vector)) clearPending(d, vector);
}
