/** lspci -v: what the header says, above the capabilities. */
import { hex } from '../../base/hex.ts';
import { capabilityLines, subsystemOf } from './capabilities.ts';
import { byteAt, wordAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';
import { classOf } from './names.ts';
import type { Names, Numbers } from './names.ts';
import { cardBusLines, regionLines, romLine, windowLines } from './regions.ts';
import { devsel, flag, flags } from './text.ts';

const commandBits = [
  ['I/O', 1],
  ['Mem', 2],
  ['BusMaster', 4],
  ['SpecCycle', 8],
  ['MemWINV', 0x10],
  ['VGASnoop', 0x20],
  ['ParErr', 0x40],
  ['Stepping', 0x80],
  ['SERR', 0x100],
  ['FastB2B', 0x200],
  ['DisINTx', 0x400],
] as const;

/** The function's own Status, or the status of a bridge's other side. */
function statusText(status: number, isOwn: boolean): string {
  const udf = isOwn ? ([['UDF', 0x40]] as const) : [];
  const before = flags(status, [['66MHz', 0x20], ...udf, ['FastB2B', 0x80], ['ParErr', 0x100]]);
  const after = flags(status, [
    ['>TAbort', 0x800],
    ['<TAbort', 0x1000],
    ['<MAbort', 0x2000],
    [isOwn ? '>SERR' : '<SERR', 0x4000],
    ['<PERR', 0x8000],
  ]);
  return `${before} DEVSEL=${devsel(status)} ${after}`;
}

const irqOf = (f: ListedFunction): number => f.irq ?? byteAt(f, 0x3c);

/** The one line of -v. */
function flagsLine(f: ListedFunction): string {
  const [cmd, status] = [wordAt(f, 4), wordAt(f, 6)];
  const said: string[] = [];
  if (cmd & 4) said.push('bus master');
  if (cmd & 0x20) said.push('VGA palette snoop');
  if (cmd & 0x80) said.push('stepping');
  if (cmd & 0x200) said.push('fast Back2Back');
  if (status & 0x20) said.push('66MHz');
  if (status & 0x40) said.push('user-definable features');
  said.push(`${devsel(status)} devsel`);
  if (cmd & 4) said.push(`latency ${String(byteAt(f, 0x0d))}`);
  if (irqOf(f) !== 0) said.push(`IRQ ${String(irqOf(f))}`);
  return `\tFlags: ${said.join(', ')}\n`;
}

/** The lines that -vv puts in its place. */
function controlLines(f: ListedFunction, hasGrant: boolean): string {
  const [cmd, status] = [wordAt(f, 4), wordAt(f, 6)];
  let text = `\tControl: ${flags(cmd, commandBits)}\n`;
  text += `\tStatus: ${flag('Cap', status & 0x10)} ${statusText(status, true)} ${flag('INTx', status & 8)}\n`;
  if (cmd & 4) {
    const grants = [
      [byteAt(f, 0x3e), 'min'],
      [byteAt(f, 0x3f), 'max'],
    ] as const;
    const told = hasGrant
      ? grants.filter(([n]) => n !== 0).map(([n, name]) => `${String(n * 250)}ns ${name}`)
      : [];
    const line = byteAt(f, 0x0c);
    text += `\tLatency: ${String(byteAt(f, 0x0d))}`;
    if (told.length > 0) text += ` (${told.join(', ')})`;
    if (line !== 0) text += `, Cache Line Size: ${String(line * 4)} bytes`;
    text += '\n';
  }
  const pin = byteAt(f, 0x3d);
  if (pin !== 0 || irqOf(f) !== 0) {
    const letter = pin === 0 ? '?' : String.fromCodePoint((0x40 + pin) & 0xff);
    text += `\tInterrupt: pin ${letter} routed to IRQ ${String(irqOf(f))}\n`;
  }
  return text;
}

function selfTestLine(f: ListedFunction): string {
  const bist = byteAt(f, 0x0f);
  if (!(bist & 0x80)) return '';
  return bist & 0x40 ? '\tBIST is running\n' : `\tBIST result: ${hex(bist & 15, 2)}\n`;
}

function busLine(f: ListedFunction): string {
  const [primary, secondary, subordinate, latency] = [0x18, 0x19, 0x1a, 0x1b].map((at) => byteAt(f, at));
  const numbers = `primary=${hex(primary ?? 0, 2)}, secondary=${hex(secondary ?? 0, 2)}, subordinate=${hex(subordinate ?? 0, 2)}`;
  return `\tBus: ${numbers}, sec-latency=${String(latency)}\n`;
}

const bridgeControl = [
  ['Parity', 1],
  ['SERR', 2],
  ['NoISA', 4],
  ['VGA', 8],
  ['VGA16', 0x10],
  ['MAbort', 0x20],
  ['>Reset', 0x40],
  ['FastB2B', 0x80],
] as const;

const bridgeTimers = [
  ['PriDiscTmr', 0x100],
  ['SecDiscTmr', 0x200],
  ['DiscTmrStat', 0x400],
  ['DiscTmrSERREn', 0x800],
] as const;

function bridgeLines(f: ListedFunction, verbose: number): string {
  let text = regionLines(f, 2, verbose) + busLine(f) + windowLines(f, verbose);
  if (verbose > 1) text += `\tSecondary status: ${statusText(wordAt(f, 0x1e), false)}\n`;
  text += romLine(f, 0x38);
  if (verbose > 1) {
    const control = wordAt(f, 0x3e);
    text += `\tBridgeCtl: ${flags(control, bridgeControl)}\n\t\t${flags(control, bridgeTimers)}\n`;
  }
  return text;
}

const cardBusControl = [
  ['Parity', 1],
  ['SERR', 2],
  ['ISA', 4],
  ['VGA', 8],
  ['MAbort', 0x20],
  ['>Reset', 0x40],
  ['16bInt', 0x80],
  ['PostWrite', 0x400],
] as const;

function cardBus(f: ListedFunction, verbose: number): string {
  let text = regionLines(f, 1, verbose) + busLine(f) + cardBusLines(f, verbose);
  if (wordAt(f, 0x16) & 0x4000) text += '\tSecondary status: SERR\n';
  if (verbose > 1) text += `\tBridgeCtl: ${flags(wordAt(f, 0x3e), cardBusControl)}\n`;
  if (f.config.length < 128) return `${text}\t<access denied to the rest>\n`;
  const legacy = wordAt(f, 0x44);
  if (legacy !== 0) text += `\t16-bit legacy interface ports at ${hex(legacy, 4)}\n`;
  return text;
}

/** Everything below the first line, for -v and more. */
export function headerLines(f: ListedFunction, names: Names, numbers: Numbers, verbose: number): string {
  const type = byteAt(f, 0x0e) & 0x7f;
  const classCode = classOf(f);
  const isBridge = classCode >> 8 === 6;
  const subsystem = subsystemOf(f, names, numbers);
  let text = subsystem === undefined ? '' : `\tSubsystem: ${subsystem}\n`;
  if (type > 2) return `${text}\t!!! Unknown header type ${hex(type, 2)}\n`;
  if (type === 0 ? classCode === 0x0604 : !isBridge) {
    text += `\t!!! Invalid class ${hex(classCode, 4)} for header type ${hex(type, 2)}\n`;
  }
  text += verbose > 1 ? controlLines(f, type === 0) : flagsLine(f);
  text += selfTestLine(f);
  if (type === 0) text += regionLines(f, 6, verbose) + romLine(f, 0x30);
  else if (type === 1) text += bridgeLines(f, verbose);
  else text += cardBus(f, verbose);
  if (type === 2 && f.config.length < 128) return text;
  return text + capabilityLines(f, names, numbers, verbose, type === 2 ? 0x14 : 0x34);
}
