/** lspci -vv: the second half of the PCI Express capability, which came with its version 2. */
import { completionTimeoutRanges, completionTimeouts } from '../../pci/caps/express.ts';
import { byteAt, longAt, wordAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';
import {
  endpoint,
  legacy,
  rootPort,
  upstream,
  downstream,
  fromPci,
  integrated,
  speeds,
} from './express-words.ts';
import { flag, flags } from './text.ts';

const obffSupport = ['Not Supported', 'Via message', 'Via WAKE#', 'Via message/WAKE#'] as const;
const obffEnabled = ['Disabled', 'Via message A', 'Via message B', 'Via WAKE#'] as const;
const powerReduction = ['Not Supported', 'Dev Specific', 'Form Factor Dev Specific', 'Reserved'] as const;
const systemCls = ['Not Supported', '64byte cachelines', '128byte cachelines', 'Reserved'] as const;

/** Does it have a memory BAR that points somewhere? */
function hasMemory(f: ListedFunction): boolean {
  const count = (byteAt(f, 0x0e) & 0x7f) === 0 ? 6 : 2;
  for (let i = 0; i < count; i++) {
    const raw = longAt(f, 0x10 + 4 * i);
    if (raw !== 0 && raw !== 0xffffffff && !(raw & 1)) return true;
    if ((raw & 7) === 4) i++;
  }
  return false;
}

export function device2Lines(f: ListedFunction, at: number, type: number): string {
  const [capability, control] = [longAt(f, at + 36), wordAt(f, at + 40)];
  const isPort = type === rootPort || type === downstream;
  const first = [
    ['TimeoutDis', 0x10],
    ['NROPrPrP', 0x400],
    ['LTR', 0x800],
  ] as const;
  let text = `\t\tDevCap2: Completion Timeout: ${completionTimeoutRanges[capability & 15] ?? 'Unknown'}, ${flags(capability, first)}\n`;
  const tags = [
    ['10BitTagComp', 0x10000],
    ['10BitTagReq', 0x20000],
  ] as const;
  const prefixes = [
    ['ExtFmt', 0x100000],
    ['EETLPPrefix', 0x200000],
  ] as const;
  text += `\t\t\t ${flags(capability, tags)} OBFF ${obffSupport[(capability >>> 18) & 3] ?? ''}, ${flags(capability, prefixes)}`;
  if (capability & 0x200000) text += `, MaxEETLPPrefixes ${String((capability >>> 22) & 3 || 4)}`;
  text += `\n\t\t\t EmergencyPowerReduction ${powerReduction[(capability >>> 24) & 3] ?? ''}, `;
  text += `${flag('EmergencyPowerReductionInit', capability & 0x4000000)}\n\t\t\t ${flag('FRS', capability & 0x80000000)}`;
  if (type === rootPort) text += ` LN System CLS ${systemCls[(capability >>> 14) & 3] ?? ''},`;
  const steering = [
    ['TPHComp', 0x1000],
    ['ExtTPHComp', 0x2000],
  ] as const;
  // Extended without plain is reserved, and lspci says nothing then.
  const isReserved = (capability & 0x3000) === 0x2000;
  if (type === rootPort || type === endpoint) text += ` ${isReserved ? '' : flags(capability, steering)}`;
  if (isPort) text += ` ${flag('ARIFwd', capability & 0x20)}`;
  text += '\n';
  const isRequester = type === rootPort || type === endpoint || type === legacy || type === integrated;
  const hasRouting = type === rootPort || type === upstream || type === downstream;
  const isCompleter = type === rootPort || hasMemory(f);
  if (isCompleter || hasRouting) {
    const atomics: [string, number][] = [];
    if (hasRouting) atomics.push(['Routing', 0x40]);
    if (isCompleter) atomics.push(['32bit', 0x80], ['64bit', 0x100], ['128bitCAS', 0x200]);
    text += `\t\t\t AtomicOpsCap: ${flags(capability, atomics)}\n`;
  }
  const second = [
    ['TimeoutDis', 0x10],
    ['LTR', 0x400],
    ['10BitTagReq', 0x1000],
  ] as const;
  text += `\t\tDevCtl2: Completion Timeout: ${completionTimeouts[control & 15] ?? 'Unknown'}, ${flags(control, second)}`;
  text += ` OBFF ${obffEnabled[(control >> 13) & 3] ?? ''},`;
  if (isPort) text += ` ${flag('ARIFwd', control & 0x20)}`;
  text += '\n';
  const requests: [string, number][] = [];
  if (isRequester) requests.push(['ReqEn', 0x40]);
  if (hasRouting) requests.push(['EgressBlck', 0x80]);
  return requests.length === 0 ? text : `${text}\t\t\t AtomicOpsCtl: ${flags(control, requests)}\n`;
}

/** From the highest of the supported speeds; software may assume the ones below it. */
function reach(vector: number): string {
  if (vector === 0) return 'Unknown';
  const highest = 31 - Math.clz32(vector);
  if (highest > 4) return 'RsvdP';
  return highest === 0 ? '2.5GT/s' : `2.5-${speeds[highest] ?? ''}`;
}

const margins: readonly string[] = [
  'Normal Operating Range',
  '800-1200mV(full-swing)/400-700mV(half-swing)',
  ...Array.from({ length: 4 }, () => '200-400mV(full-swing)/100-200mV(half-swing)'),
];
const presets: readonly string[] = [
  '-6dB de-emphasis, 0dB preshoot',
  '-3.5dB de-emphasis, 0dB preshoot',
  '-4.4dB de-emphasis, 0dB preshoot',
  '-2.5dB de-emphasis, 0dB preshoot',
  '0dB de-emphasis, 0dB preshoot',
  '0dB de-emphasis, 1.9dB preshoot',
  '0dB de-emphasis, 2.5dB preshoot',
  '-6.0dB de-emphasis, 3.5dB preshoot',
  '-3.5dB de-emphasis, 3.5dB preshoot',
  '0dB de-emphasis, 3.5dB preshoot',
];

export function link2Lines(f: ListedFunction, at: number, type: number): string {
  // lspci leaves these out where software cannot set them: not in the first function behind a link.
  const isFirst = (f.bdf & 0xff) === 0 || (type !== endpoint && type !== legacy);
  return (isFirst ? link2ControlLines(f, at, type) : '') + link2StatusLines(f, at, type);
}

function link2ControlLines(f: ListedFunction, at: number, type: number): string {
  const [capability, control] = [longAt(f, at + 44), wordAt(f, at + 48)];
  let text = '';
  if (capability !== 0) {
    const able = [
      ['Crosslink', 0x100],
      ['Retimer', 0x800000],
      ['2Retimers', 0x1000000],
      ['DRS', 0x80000000],
    ] as const;
    text += `\t\tLnkCap2: Supported Link Speeds: ${reach((capability >>> 1) & 0x7f)}, ${flags(capability, able)}\n`;
  }
  const enters = [
    ['EnterCompliance', 0x10],
    ['SpeedDis', 0x20],
  ] as const;
  text += `\t\tLnkCtl2: Target Link Speed: ${speeds[(control & 15 || 1) - 1] ?? 'Unknown'}, ${flags(control, enters)}`;
  if (type === downstream) text += `, Selectable De-emphasis: ${control & 0x40 ? '-3.5dB' : '-6dB'}`;
  const compliance = [
    ['EnterModifiedCompliance', 0x400],
    ['ComplianceSOS', 0x800],
  ] as const;
  text += `\n\t\t\t Transmit Margin: ${margins[(control >> 7) & 7] ?? 'Unknown'}, ${flags(control, compliance)}\n`;
  return `${text}\t\t\t Compliance Preset/De-emphasis: ${presets[(control >> 12) & 15] ?? 'Unknown'}\n`;
}

function link2StatusLines(f: ListedFunction, at: number, type: number): string {
  const [capability, status] = [longAt(f, at + 44), wordAt(f, at + 50)];
  const equalized = [
    ['EqualizationComplete', 2],
    ['EqualizationPhase1', 4],
  ] as const;
  const phases = [
    ['EqualizationPhase2', 8],
    ['EqualizationPhase3', 0x10],
    ['LinkEqualizationRequest', 0x20],
  ] as const;
  const retimers = [
    ['Retimer', 0x40],
    ['2Retimers', 0x80],
  ] as const;
  const crosslink =
    ['unsupported', 'Upstream Port', 'Downstream Port', 'incomplete'][(status >> 8) & 3] ?? '';
  let text = `\t\tLnkSta2: Current De-emphasis Level: ${status & 1 ? '-3.5dB' : '-6dB'}, ${flags(status, equalized)}\n`;
  text += `\t\t\t ${flags(status, phases)}\n\t\t\t ${flags(status, retimers)} CrosslinkRes: ${crosslink}`;
  const leadsDown = type === rootPort || type === downstream || type === fromPci;
  if (leadsDown && capability & 0x80000000) {
    text += `, ${flag('DRS', status & 0x8000)}\n\t\t\t DownstreamComp: ${presence[(status >> 12) & 7] ?? 'Reserved'}`;
  }
  return `${text}\n`;
}

const presence: readonly string[] = [
  'Link Down - Not Determined',
  'Link Down - Not Present',
  'Link Down - Present',
  'Reserved',
  'Link Up - Present',
  'Link Up - Present and DRS Received',
];
