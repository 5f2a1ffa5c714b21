/** lspci -vv: the PCI Express capability. */
import { hex } from '../../base/hex.ts';
import { device2Lines, link2Lines } from './details-express-v2.ts';
import { longAt, wordAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';
import {
  endpoint,
  legacy,
  rootPort,
  upstream,
  downstream,
  toPci,
  fromPci,
  integrated,
  collector,
  speeds,
} from './express-words.ts';
import { flag, flags } from './text.ts';

const latencyL0s = ['<64ns', '<128ns', '<256ns', '<512ns', '<1us', '<2us', '<4us', 'unlimited'] as const;
const latencyL1 = ['<1us', '<2us', '<4us', '<8us', '<16us', '<32us', '<64us', 'unlimited'] as const;

const speedText = (code: number): string => speeds[code - 1] ?? 'unknown';

const aspmSupport = ['not supported', 'L0s', 'L1', 'L0s L1'] as const;
const aspmEnabled = ['Disabled', 'L0s Enabled', 'L1 Enabled', 'L0s L1 Enabled'] as const;

/** Watts of a slot power limit and its scale. */
function watts(value: number, scale: number): string {
  if (scale === 0 && value >= 0xf0) return value === 0xff ? '>600W' : `${String(250 + 25 * (value - 0xf0))}W`;
  return `${String(Number((value / 10 ** scale).toPrecision(6)))}W`;
}

function deviceLines(f: ListedFunction, at: number, type: number): string {
  const [capability, control, status] = [longAt(f, at + 4), wordAt(f, at + 8), wordAt(f, at + 10)];
  const isEndpoint = type === endpoint || type === legacy;
  const payload = (code: number): string => String(128 << (code & 7));
  const phantom = (1 << ((capability >>> 3) & 3)) - 1;
  let text = `\t\tDevCap:\tMaxPayload ${payload(capability)} bytes, PhantFunc ${String(phantom)}`;
  if (isEndpoint) {
    const [l0s, l1] = [latencyL0s[(capability >>> 6) & 7] ?? '', latencyL1[(capability >>> 9) & 7] ?? ''];
    text += `, Latency L0s ${l0s}, L1 ${l1}`;
  }
  text += `\n\t\t\t${flag('ExtTag', capability & 0x20)}`;
  if (isEndpoint || type === upstream || type === toPci) {
    const indicators = [
      ['AttnBtn', 0x1000],
      ['AttnInd', 0x2000],
      ['PwrInd', 0x4000],
    ] as const;
    text += ` ${flags(capability, indicators)}`;
  }
  text += ` ${flag('RBE', capability & 0x8000)}`;
  const hasReset = isEndpoint || type === integrated;
  if (hasReset) text += ` ${flag('FLReset', capability & 0x10000000)}`;
  if (type === endpoint || type === upstream || type === toPci) {
    text += ` SlotPowerLimit ${watts((capability >>> 18) & 0xff, (capability >>> 26) & 3)}`;
  }
  const errors = [
    ['CorrErr', 1],
    ['NonFatalErr', 2],
    ['FatalErr', 4],
    ['UnsupReq', 8],
  ] as const;
  text += `\n\t\tDevCtl:\t${flags(control, errors)}\n\t\t\t`;
  text += flags(control, [
    ['RlxdOrd', 0x10],
    ['ExtTag', 0x100],
    ['PhantFunc', 0x200],
    ['AuxPwr', 0x400],
    ['NoSnoop', 0x800],
  ]);
  if (type === toPci) text += ` ${flag('BrConfRtry', control & 0x8000)}`;
  if (hasReset && capability & 0x10000000) text += ` ${flag('FLReset', control & 0x8000)}`;
  text += `\n\t\t\tMaxPayload ${payload(control >> 5)} bytes, MaxReadReq ${payload(control >> 12)} bytes\n`;
  const pending = [
    ['AuxPwr', 0x10],
    ['TransPend', 0x20],
  ] as const;
  return `${text}\t\tDevSta:\t${flags(status, [...errors, ...pending])}\n`;
}

const linkControl = [
  ['ExtSynch', 0x80],
  ['ClockPM', 0x100],
  ['AutWidDis', 0x200],
  ['BWInt', 0x400],
  ['AutBWInt', 0x800],
] as const;

const linkStatus = [
  ['TrErr', 0x400],
  ['Train', 0x800],
  ['SlotClk', 0x1000],
  ['DLActive', 0x2000],
  ['BWMgmt', 0x4000],
  ['ABWMgmt', 0x8000],
] as const;

/** How the negotiated value compares with what the link can do. A port may well lead to something slower. */
function compared(now: number, able: number, type: number): string {
  if (now > able) return ' (overdriven)';
  const isPort = type === rootPort || type === downstream || type === fromPci;
  return now < able && !isPort ? ' (downgraded)' : '';
}

function linkLines(f: ListedFunction, at: number, type: number): string {
  const [capability, control, status] = [longAt(f, at + 12), wordAt(f, at + 16), wordAt(f, at + 18)];
  const [speed, width] = [capability & 15, (capability >>> 4) & 0x3f];
  const aspm = (capability >>> 10) & 3;
  let text = `\t\tLnkCap:\tPort #${String(capability >>> 24)}, Speed ${speedText(speed)}, Width x${String(width)}`;
  text += `, ASPM ${aspmSupport[aspm] ?? ''}`;
  const exits: string[] = [];
  if (aspm & 1) exits.push(`L0s ${latencyL0s[(capability >>> 12) & 7] ?? ''}`);
  if (aspm & 2) exits.push(`L1 ${latencyL1[(capability >>> 15) & 7] ?? ''}`);
  if (exits.length > 0) text += `, Exit Latency ${exits.join(', ')}`;
  const able = [
    ['ClockPM', 0x40000],
    ['Surprise', 0x80000],
    ['LLActRep', 0x100000],
    ['BwNot', 0x200000],
    ['ASPMOptComp', 0x400000],
  ] as const;
  text += `\n\t\t\t${flags(capability, able)}\n\t\tLnkCtl:\tASPM ${aspmEnabled[control & 3] ?? ''};`;
  const hasBoundary = type === rootPort || type === endpoint || type === legacy || type === toPci;
  if (hasBoundary) text += ` RCB ${control & 8 ? '128' : '64'} bytes,`;
  const disabled = [
    ['Disabled', 0x10],
    ['CommClk', 0x40],
  ] as const;
  text += ` ${flags(control, disabled)}\n\t\t\t${flags(control, linkControl)}\n`;
  const [nowSpeed, nowWidth] = [status & 15, (status >> 4) & 0x3f];
  text += `\t\tLnkSta:\tSpeed ${speedText(nowSpeed)}${compared(nowSpeed, speed, type)}`;
  text += `, Width x${String(nowWidth)}${compared(nowWidth, width, type)}\n`;
  return `${text}\t\t\t${flags(status, linkStatus)}\n`;
}

const indicators = ['Unknown', 'On', 'Blink', 'Off'] as const;

function slotLines(f: ListedFunction, at: number): string {
  const [capability, control, status] = [longAt(f, at + 20), wordAt(f, at + 24), wordAt(f, at + 26)];
  const able = [
    ['AttnBtn', 1],
    ['PwrCtrl', 2],
    ['MRL', 4],
    ['AttnInd', 8],
    ['PwrInd', 0x10],
    ['HotPlug', 0x40],
    ['Surprise', 0x20],
  ] as const;
  const limit = watts((capability >>> 7) & 0xff, (capability >>> 15) & 3);
  const locks = [
    ['Interlock', 0x20000],
    ['NoCompl', 0x40000],
  ] as const;
  let text = `\t\tSltCap:\t${flags(capability, able)}\n`;
  text += `\t\t\tSlot #${String(capability >>> 19)}, PowerLimit ${limit}; ${flags(capability, locks)}\n`;
  const enables = [
    ['AttnBtn', 1],
    ['PwrFlt', 2],
    ['MRL', 4],
    ['PresDet', 8],
    ['CmdCplt', 0x10],
    ['HPIrq', 0x20],
    ['LinkChg', 0x1000],
  ] as const;
  const [attention, lamp] = [indicators[(control >> 6) & 3] ?? '', indicators[(control >> 8) & 3] ?? ''];
  const switches = [
    ['Power', 0x400],
    ['Interlock', 0x800],
  ] as const;
  text += `\t\tSltCtl:\tEnable: ${flags(control, enables)}\n`;
  text += `\t\t\tControl: AttnInd ${attention}, PwrInd ${lamp}, ${flags(control, switches)}\n`;
  const now = [
    ['AttnBtn', 1],
    ['PowerFlt', 2],
    ['MRL', 0x20],
    ['CmdCplt', 0x10],
    ['PresDet', 0x40],
    ['Interlock', 0x80],
  ] as const;
  const changed = [
    ['MRL', 4],
    ['PresDet', 8],
    ['LinkState', 0x100],
  ] as const;
  return `${text}\t\tSltSta:\tStatus: ${flags(status, now)}\n\t\t\tChanged: ${flags(status, changed)}\n`;
}

function rootLines(f: ListedFunction, at: number): string {
  const [control, capability, status] = [wordAt(f, at + 28), wordAt(f, at + 30), longAt(f, at + 32)];
  const enables = [
    ['ErrCorrectable', 1],
    ['ErrNon-Fatal', 2],
    ['ErrFatal', 4],
    ['PMEIntEna', 8],
    ['CRSVisible', 0x10],
  ] as const;
  const states = [
    ['PMEStatus', 0x10000],
    ['PMEPending', 0x20000],
  ] as const;
  return (
    `\t\tRootCap: ${flag('CRSVisible', capability & 1)}\n\t\tRootCtl: ${flags(control, enables)}\n` +
    `\t\tRootSta: PME ReqID ${hex(status & 0xffff, 4)}, ${flags(status, states)}\n`
  );
}

/** Everything below the title. */
export function expressDetails(f: ListedFunction, at: number, header: number): string {
  const type = (header >> 4) & 15;
  const version = header & 15;
  const hasLink = type !== integrated && type !== collector;
  const hasSlot = (type === rootPort || type === downstream || type === fromPci) && (header & 0x100) !== 0;
  let text = deviceLines(f, at, type);
  if (hasLink) text += linkLines(f, at, type);
  if (hasSlot) text += slotLines(f, at);
  if (type === rootPort || type === collector) text += rootLines(f, at);
  if (version < 2) return text;
  text += device2Lines(f, at, type);
  return hasLink ? text + link2Lines(f, at, type) : text;
}
