/** lspci -vv: what the extended capabilities say in full; those that QEMU's models have. */
import { hex } from '../../base/hex.ts';
import { byteAt, isKnown, longAt, wordAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';
import { flag, flags } from './text.ts';

const uncorrectable = [
  ['DLP', 0x10],
  ['SDES', 0x20],
  ['TLP', 0x1000],
  ['FCP', 0x2000],
  ['CmpltTO', 0x4000],
  ['CmpltAbrt', 0x8000],
  ['UnxCmplt', 0x10000],
  ['RxOF', 0x20000],
  ['MalfTLP', 0x40000],
  ['ECRC', 0x80000],
  ['UnsupReq', 0x100000],
  ['ACSViol', 0x200000],
] as const;

const correctable = [
  ['RxErr', 1],
  ['BadTLP', 0x40],
  ['BadDLLP', 0x80],
  ['Rollover', 0x100],
  ['Timeout', 0x1000],
  ['AdvNonFatalErr', 0x2000],
] as const;

/** Is it a root port or an event collector? Those have the registers at the end. */
function hasRootRegisters(f: ListedFunction): boolean {
  for (let at = byteAt(f, 0x34) & ~3, left = 48; at !== 0 && left > 0; at = byteAt(f, at + 1) & ~3, left--) {
    if (byteAt(f, at) === 0x10) return [4, 10].includes((wordAt(f, at + 2) >> 4) & 15);
  }
  return false;
}

function errorReporting(f: ListedFunction, at: number): string {
  const control = longAt(f, at + 24);
  const first = [
    ['ECRCGenCap', 0x20],
    ['ECRCGenEn', 0x40],
    ['ECRCChkCap', 0x80],
    ['ECRCChkEn', 0x100],
  ] as const;
  const second = [
    ['MultHdrRecCap', 0x200],
    ['MultHdrRecEn', 0x400],
    ['TLPPfxPres', 0x800],
    ['HdrLogCap', 0x1000],
  ] as const;
  const log = [28, 32, 36, 40].map((offset) => hex(longAt(f, at + offset), 8)).join(' ');
  let text =
    `\t\tUESta:\t${flags(longAt(f, at + 4), uncorrectable)}\n` +
    `\t\tUEMsk:\t${flags(longAt(f, at + 8), uncorrectable)}\n` +
    `\t\tUESvrt:\t${flags(longAt(f, at + 12), uncorrectable)}\n` +
    `\t\tCESta:\t${flags(longAt(f, at + 16), correctable)}\n` +
    `\t\tCEMsk:\t${flags(longAt(f, at + 20), correctable)}\n` +
    `\t\tAERCap:\tFirst Error Pointer: ${hex(control & 31, 2)}, ${flags(control, first)}\n` +
    `\t\t\t${flags(control, second)}\n\t\tHeaderLog: ${log}\n`;
  if (!hasRootRegisters(f) || !isKnown(f, at + 44, 12)) return text;
  const [command, status] = [longAt(f, at + 44), longAt(f, at + 48)];
  const enables = [
    ['CERptEn', 1],
    ['NFERptEn', 2],
    ['FERptEn', 4],
  ] as const;
  const received = [
    ['CERcvd', 1],
    ['MultCERcvd', 2],
    ['UERcvd', 4],
    ['MultUERcvd', 8],
  ] as const;
  const kinds = [
    ['FirstFatal', 0x10],
    ['NonFatalMsg', 0x20],
    ['FatalMsg', 0x40],
  ] as const;
  text += `\t\tRootCmd: ${flags(command, enables)}\n\t\tRootSta: ${flags(status, received)}\n`;
  text += `\t\t\t ${flags(status, kinds)} IntMsg ${String(status >>> 27)}\n`;
  const [correct, fatal] = [hex(wordAt(f, at + 52), 4), hex(wordAt(f, at + 54), 4)];
  return `${text}\t\tErrorSrc: ERR_COR: ${correct} ERR_FATAL/NONFATAL: ${fatal}\n`;
}

const access = [
  ['SrcValid', 1],
  ['TransBlk', 2],
  ['ReqRedir', 4],
  ['CmpltRedir', 8],
  ['UpstreamFwd', 0x10],
  ['EgressCtrl', 0x20],
  ['DirectTrans', 0x40],
] as const;

const accessControl = (f: ListedFunction, at: number): string =>
  `\t\tACSCap:\t${flags(wordAt(f, at + 4), access)}\n\t\tACSCtl:\t${flags(wordAt(f, at + 6), access)}\n`;

const routing = [
  ['MFVC', 1],
  ['ACS', 2],
] as const;

function alternativeRouting(f: ListedFunction, at: number): string {
  const [capability, control] = [wordAt(f, at + 4), wordAt(f, at + 6)];
  return (
    `\t\tARICap:\t${flags(capability, routing)}, Next Function: ${String(capability >> 8)}\n` +
    `\t\tARICtl:\t${flags(control, routing)}, Function Group: ${String((control >> 4) & 7)}\n`
  );
}

function translation(f: ListedFunction, at: number): string {
  const [capability, control] = [wordAt(f, at + 4), wordAt(f, at + 6)];
  return (
    `\t\tATSCap:\tInvalidate Queue Depth: ${hex(capability & 31, 2)}\n` +
    `\t\tATSCtl:\t${flag('Enable', control & 0x8000)}, Smallest Translation Unit: ${hex(control & 31, 2)}\n`
  );
}

function virtualization(f: ListedFunction, at: number): string {
  const [capability, control, status] = [longAt(f, at + 4), wordAt(f, at + 8), wordAt(f, at + 10)];
  const able = [
    ['Migration', 1],
    ['10BitTagReq', 4],
  ] as const;
  const enables = [
    ['Enable', 1],
    ['Migration', 2],
    ['Interrupt', 4],
    ['MSE', 8],
    ['ARIHierarchy', 0x10],
    ['10BitTagReq', 0x20],
  ] as const;
  const number = (offset: number): string => String(wordAt(f, at + offset));
  let text =
    `\t\tIOVCap:\t${flags(capability, able)} Interrupt Message Number: ${hex(capability >>> 21, 3)}\n` +
    `\t\tIOVCtl:\t${flags(control, enables)}\n\t\tIOVSta:\t${flag('Migration', status & 1)}\n` +
    `\t\tInitial VFs: ${number(12)}, Total VFs: ${number(14)}, Number of VFs: ${number(16)}, ` +
    `Function Dependency Link: ${hex(byteAt(f, at + 18), 2)}\n` +
    `\t\tVF offset: ${number(20)}, stride: ${number(22)}, Device ID: ${hex(wordAt(f, at + 26), 4)}\n` +
    `\t\tSupported Page Size: ${hex(longAt(f, at + 28), 8)}, System Page Size: ${hex(longAt(f, at + 32), 8)}\n`;
  for (let i = 0; i < 6; i++) {
    const raw = longAt(f, at + 36 + 4 * i);
    const low = raw === 0xffffffff ? 0 : raw;
    if (low === 0) continue;
    const isWide = (low & 6) === 4;
    const high = isWide ? hex(longAt(f, at + 40 + 4 * i), 8) : '';
    const kind = `${isWide ? '64' : '32'}-bit, ${low & 8 ? '' : 'non-'}prefetchable`;
    text += `\t\tRegion ${String(i)}: Memory at ${high}${hex((low & ~15) >>> 0, 8)} (${kind})\n`;
    if (isWide) i++;
  }
  const migration = longAt(f, at + 60);
  return `${text}\t\tVF Migration: offset: ${hex((migration & ~7) >>> 0, 8)}, BIR: ${String(migration & 7)}\n`;
}

const details: Readonly<Record<number, (f: ListedFunction, at: number) => string>> = {
  0x01: errorReporting,
  0x0d: accessControl,
  0x0e: alternativeRouting,
  0x0f: translation,
  0x10: virtualization,
};

/** Lines two tabs in. */
export const extendedDetailsOf = (f: ListedFunction, at: number, id: number): string =>
  details[id]?.(f, at) ?? '';
