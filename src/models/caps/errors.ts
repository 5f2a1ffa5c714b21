/** PCI Express errors: recorded by the function that saw them (Advanced Error Reporting), reported up to the root port as messages. */
import type { Device } from '../../engine/device.ts';
import { busOf } from '../../engine/explain.ts';
import { setIntx } from '../../engine/intx.ts';
import type { Machine } from '../../engine/machine.ts';
import { sendMessage } from '../../engine/messages.ts';
import { Event, Op, Outcome } from '../../engine/trace.ts';
import type { ExpressError } from './error-names.ts';

const advisoryNonFatal = 13;
const unsupportedRequest = 20;

/** Offsets in the AER capability. */
const Aer = {
  uncorrectable: 0x04,
  mask: 0x08,
  severity: 0x0c,
  correctable: 0x10,
  correctableMask: 0x14,
  control: 0x18,
  headerLog: 0x1c,
  rootCommand: 0x2c,
  rootStatus: 0x30,
  source: 0x34,
  prefixLog: 0x38,
} as const;

/** Bits of Device Control and, in the upper half, Device Status. */
const Dev = { correctable: 1, nonFatal: 2, fatal: 4, unsupported: 8 } as const;
/** What an error message says; its bit in Device Control and in Root Error Command. */
type Severity = 1 | 2 | 4;

const systemErrorEnable = 0x100;
const signaledSystemError = 0x4000_0000;
const receivedSystemError = 0x4000_0000;
const bridgeSystemErrorEnable = 0x0002_0000;
const deviceControl = 0x08;
const rootPort = 4;
const ports: ReadonlySet<number> = new Set([rootPort, 5, 6]);

const get = (m: Machine, fn: number, at: number): number => m.word(fn, at >> 2);
const set = (m: Machine, fn: number, at: number, value: number): void =>
  m.image.set((m.base[fn] ?? 0) + (at >> 2), value);
const raise = (m: Machine, fn: number, at: number, bits: number): void =>
  set(m, fn, at, get(m, fn, at) | bits);

/**
 * Function `fn` sees an error. It is recorded, and reported as far up as the enables on the way allow; the row says whether
 * a root port heard of it. Nothing without a PCI Express capability. `advisory`: a non-fatal error that the function can
 * handle is reported as correctable (PCI Express Base §6.2.3.2.4).
 */
export function injectError(m: Machine, fn: number, error: ExpressError, advisory = false): void {
  const { express } = m.shape(fn).caps;
  if (express === undefined || !m.isPresent(fn)) return;
  const severity = note(m, fn, express, error, advisory);
  const heard = severity !== undefined && report(m, fn, severity);
  const flags = (error.correctable ? 1 : 0) | (advisory ? 2 : 0);
  const outcome = heard ? Outcome.claimed : Outcome.ignored;
  m.trace.push(Op.event, 0, outcome, 0, error.bit, flags, fn, Event.error, m.image.tape.position);
}

/** Records the error where it was seen; the message to be sent, if its mask and enables let it out. */
function note(
  m: Machine,
  fn: number,
  express: number,
  { bit, correctable: isCorrectable }: ExpressError,
  advisory: boolean,
): Severity | undefined {
  const { aer } = m.shape(fn).caps;
  const unsupported = !isCorrectable && bit === unsupportedRequest;
  const control = get(m, fn, express + deviceControl) & 0xffff;
  const status = (bits: number): void =>
    raise(m, fn, express + deviceControl, (bits | (unsupported ? Dev.unsupported : 0)) << 16);
  const fatal = (((aer === undefined ? 0x0046_2030 : get(m, fn, aer + Aer.severity)) >>> bit) & 1) === 1;
  if (isCorrectable || (!fatal && advisory)) {
    status(Dev.correctable);
    if (aer !== undefined) {
      const own = 1 << (isCorrectable ? bit : advisoryNonFatal);
      raise(m, fn, aer + Aer.correctable, own);
      if (get(m, fn, aer + Aer.correctableMask) & own) return undefined;
      if (!isCorrectable) {
        if ((get(m, fn, aer + Aer.mask) & (1 << bit)) === 0) log(m, fn, aer, bit);
        raise(m, fn, aer + Aer.uncorrectable, 1 << bit);
      }
    }
    if (unsupported && (control & Dev.unsupported) === 0) return undefined;
    return control & Dev.correctable ? Dev.correctable : undefined;
  }
  const severity = fatal ? Dev.fatal : Dev.nonFatal;
  status(severity);
  // QEMU stores Device Status with four bytes here, over the lower half of Link Capabilities (hw/pci/pcie_aer.c)
  if (m.board.authentic === 'qemu')
    set(m, fn, express + 0x0c, get(m, fn, express + 0x0c) & (0xffff_0000 | 0));
  if (aer !== undefined) {
    const masked = (get(m, fn, aer + Aer.mask) & (1 << bit)) !== 0;
    if (!masked) log(m, fn, aer, bit);
    raise(m, fn, aer + Aer.uncorrectable, 1 << bit);
    if (masked) return undefined;
  }
  const system = (get(m, fn, 4) & systemErrorEnable) !== 0;
  if (unsupported && (control & Dev.unsupported) === 0 && !system) return undefined;
  return system || control & severity ? severity : undefined;
}

/** The first error of its kind leaves its number; there is no transaction layer here, so the header is not known. */
function log(m: Machine, fn: number, aer: number, bit: number): void {
  set(m, fn, aer + Aer.control, (get(m, fn, aer + Aer.control) & ~0x81f) | bit);
  for (let i = 0; i < 4; i++) {
    set(m, fn, aer + Aer.headerLog + i * 4, 0);
    set(m, fn, aer + Aer.prefixLog + i * 4, 0);
  }
}

const portType = (m: Machine, fn: number): number => {
  const { express } = m.shape(fn).caps;
  return express === undefined ? -1 : (get(m, fn, express) >>> 20) & 15;
};

/** Sends the message up, port by port; true when a root port has received it. */
function report(m: Machine, source: number, severity: Severity): boolean {
  const real = m.board.authentic === 'spec';
  const part = m.board.parts[source];
  for (let fn = source; fn >= 0;) {
    const type = portType(m, fn);
    if (type < 0) return false;
    if (ports.has(type) && (fn !== source || !real) && !isForwarded(m, fn, severity)) return false;
    if ((!real || fn === source) && !isReported(m, fn, severity, real)) return false;
    if (type === rootPort) {
      receive(m, fn, severity, (busOf(m, part?.wire ?? 0) << 8) | (part?.devfn ?? 0));
      return true;
    }
    fn = m.board.wires[m.board.parts[fn]?.wire ?? 0]?.bridge ?? -1;
  }
  return false;
}

/** A port passes on what comes from below if SERR# Enable of its Bridge Control says so. */
function isForwarded(m: Machine, fn: number, severity: Severity): boolean {
  if (severity !== Dev.correctable) raise(m, fn, 0x1c, receivedSystemError);
  return (get(m, fn, 0x3c) & bridgeSystemErrorEnable) !== 0;
}

/** QEMU wants SERR# Enable *and* the enable in Device Control, and so never reports a correctable error; either is enough. */
function isReported(m: Machine, fn: number, severity: Severity, real: boolean): boolean {
  const system = severity !== Dev.correctable && (get(m, fn, 4) & systemErrorEnable) !== 0;
  if (system) raise(m, fn, 4, signaledSystemError);
  const { express = 0 } = m.shape(fn).caps;
  const enabled = (get(m, fn, express + deviceControl) & severity) !== 0;
  return real ? system || enabled : system && enabled;
}

/** Bits of Root Error Status, and which command bits they answer to. */
const Root = {
  cor: 1,
  multiCor: 2,
  uncor: 4,
  multiUncor: 8,
  firstFatal: 16,
  nonFatal: 32,
  fatal: 64,
} as const;
const wanted = (status: number): number =>
  (status & Root.cor ? 1 : 0) | (status & Root.nonFatal ? 2 : 0) | (status & Root.fatal ? 4 : 0);

function receive(m: Machine, fn: number, severity: Severity, source: number): void {
  const { aer } = m.shape(fn).caps;
  if (aer === undefined) return;
  const before = get(m, fn, aer + Aer.rootStatus);
  const ids = get(m, fn, aer + Aer.source);
  let status = before;
  if (severity === Dev.correctable) {
    if (before & Root.cor) status |= Root.multiCor;
    else set(m, fn, aer + Aer.source, (ids & ~0xffff) | source);
    status |= Root.cor;
  } else {
    if (severity === Dev.fatal && (before & Root.uncor) === 0) status |= Root.firstFatal;
    status |= severity === Dev.fatal ? Root.fatal : Root.nonFatal;
    if (before & Root.uncor) status |= Root.multiUncor;
    else set(m, fn, aer + Aer.source, (ids & 0xffff) | (source << 16));
    status |= Root.uncor;
  }
  set(m, fn, aer + Aer.rootStatus, status);
  const command = get(m, fn, aer + Aer.rootCommand);
  if ((command & severity) === 0 || (wanted(before) & command) !== 0) return;
  if (!sendMessage(m, fn, vectorOf(m, fn, aer))) setIntx(m, fn, true);
}

/** Advanced Error Interrupt Message Number. */
const vectorOf = (m: Machine, fn: number, aer: number): number =>
  m.look(fn, (aer + Aer.rootStatus) >> 2) >>> 27;

/** After a write to a register of Advanced Error Reporting: a cleared first error takes its log along, a root port's pin follows. */
export function errorsWritten({ machine: m, fn }: Device, word: number, old: number): void {
  const { aer = 0, msi, msix } = m.shape(fn).caps;
  const at = word * 4 - aer;
  const first = get(m, fn, aer + Aer.control) & 31;
  // in QEMU only ports do
  const clears = m.board.authentic === 'spec' || ports.has(portType(m, fn));
  if (clears && at === Aer.uncorrectable && ((old & ~get(m, fn, aer + at)) >>> first) & 1) log(m, fn, aer, 0);
  if (at !== Aer.rootCommand && at !== Aer.rootStatus) return;
  const before = at === Aer.rootCommand ? old : get(m, fn, aer + Aer.rootCommand);
  const command = get(m, fn, aer + Aer.rootCommand);
  const status = wanted(get(m, fn, aer + Aer.rootStatus));
  const messages =
    (msix !== undefined && get(m, fn, msix) < 0) || (msi !== undefined && (get(m, fn, msi) & 0x1_0000) !== 0);
  if (!messages) setIntx(m, fn, (command & status) !== 0);
  else if ((before & status) === 0 && (command & status) !== 0) sendMessage(m, fn, vectorOf(m, fn, aer));
}
