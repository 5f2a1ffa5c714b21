/** PCI Express capability. PCI Express Base §7.5.3: version 1 ends where the port type needs no more, version 2 has always 0x3c bytes. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { among, bit, field, named, register, type Block } from '../table.ts';
import { standard, standardLayout, type Words } from './capability.ts';

/** Device/Port Type, as lspci names it. */
export const portType = named({
  0: 'Endpoint',
  1: 'Legacy Endpoint',
  4: 'Root Port',
  5: 'Upstream Port',
  6: 'Downstream Port',
  7: 'PCI-Express to PCI/PCI-X Bridge',
  8: 'PCI/PCI-X to PCI-Express Bridge',
  9: 'Root Complex Integrated Endpoint',
  10: 'Root Complex Event Collector',
});

const payload = (value: number): string => `${String(128 << value)} bytes`;
const l0s = among('<64ns', '<128ns', '<256ns', '<512ns', '<1us', '<2us', '<4us', 'unlimited');
const l0sExit = among('<64ns', '<128ns', '<256ns', '<512ns', '<1us', '<2us', '<4us', '>4us');
const l1 = among('<1us', '<2us', '<4us', '<8us', '<16us', '<32us', '<64us', 'unlimited');
const l1Exit = among('<1us', '<2us', '<4us', '<8us', '<16us', '<32us', '<64us', '>64us');
const aspm = among('not supported', 'L0s', 'L1', 'L0s L1');
const aspmControl = among('Disabled', 'L0s Enabled', 'L1 Enabled', 'L0s L1 Enabled');
const indicator = among('Unknown', 'On', 'Blink', 'Off');
const obff = among('Disabled', 'Via message A', 'Via message B', 'Via WAKE#');

/** Link speed code in words: 1 is "2.5GT/s". */
export const linkSpeed = (value: number): string =>
  ['', '2.5GT/s', '5GT/s', '8GT/s', '16GT/s', '32GT/s', '64GT/s'][value] || 'unknown';

/** Link width in words: 4 is "x4". */
export const linkWidth = (value: number): string => `x${String(value)}`;

/** Completion Timeout Value in words. */
export const completionTimeouts: Readonly<Record<number, string>> = {
  0: '50us to 50ms',
  1: '50us to 100us',
  2: '1ms to 10ms',
  5: '16ms to 55ms',
  6: '65ms to 210ms',
  9: '260ms to 900ms',
  10: '1s to 3.5s',
  13: '4s to 13s',
  14: '17s to 64s',
};
/** Completion Timeout Ranges Supported in words. */
export const completionTimeoutRanges: Readonly<Record<number, string>> = {
  0: 'Not Supported',
  1: 'Range A',
  2: 'Range B',
  3: 'Range AB',
  6: 'Range BC',
  7: 'Range ABC',
  14: 'Range BCD',
  15: 'Range ABCD',
};

const supportedSpeeds = (value: number): string =>
  [1, 2, 3, 4, 5, 6]
    .filter((code) => value & (1 << (code - 1)))
    .map(linkSpeed)
    .join(', ') || 'none';

const capabilities = register(0x02, 2, 'PCI Express Capabilities', [
  field(3, 0, 'Capability Version', 'ro'),
  field(7, 4, 'Device/Port Type', 'ro', portType),
  bit(8, 'Slot Implemented', 'hwinit', 'Slot'),
  field(13, 9, 'Interrupt Message Number', 'ro', undefined, 'MSI'),
  field(15, 14, 'PCI Express Capabilities Reserved', 'rsvdp'),
]);

const device: readonly Block[] = [
  register(0x04, 4, 'Device Capabilities', [
    field(2, 0, 'Max_Payload_Size Supported', 'ro', payload, 'MaxPayload'),
    field(4, 3, 'Phantom Functions Supported', 'ro', undefined, 'PhantFunc'),
    bit(5, 'Extended Tag Field Supported', 'ro', 'ExtTag'),
    field(8, 6, 'Endpoint L0s Acceptable Latency', 'ro', l0s, 'L0s'),
    field(11, 9, 'Endpoint L1 Acceptable Latency', 'ro', l1, 'L1'),
    bit(12, 'Attention Button Present on Device', 'ro', 'AttnBtn'),
    bit(13, 'Attention Indicator Present on Device', 'ro', 'AttnInd'),
    bit(14, 'Power Indicator Present on Device', 'ro', 'PwrInd'),
    bit(15, 'Role-Based Error Reporting', 'ro', 'RBE'),
    field(25, 18, 'Captured Slot Power Limit Value', 'ro', undefined, 'SlotPowerLimit'),
    field(27, 26, 'Captured Slot Power Limit Scale', 'ro', among('1.0x', '0.1x', '0.01x', '0.001x')),
    bit(28, 'Function Level Reset Capability', 'ro', 'FLReset'),
  ]),
  register(0x08, 2, 'Device Control', [
    bit(0, 'Correctable Error Reporting Enable', 'rw', 'CorrErr'),
    bit(1, 'Non-Fatal Error Reporting Enable', 'rw', 'NonFatalErr'),
    bit(2, 'Fatal Error Reporting Enable', 'rw', 'FatalErr'),
    bit(3, 'Unsupported Request Reporting Enable', 'rw', 'UnsupReq'),
    bit(4, 'Enable Relaxed Ordering', 'rw', 'RlxdOrd'),
    field(7, 5, 'Max_Payload_Size', 'rw', payload, 'MaxPayload'),
    bit(8, 'Extended Tag Field Enable', 'rw', 'ExtTag'),
    bit(9, 'Phantom Functions Enable', 'rw', 'PhantFunc'),
    bit(10, 'Aux Power PM Enable', 'rws', 'AuxPwr'),
    bit(11, 'Enable No Snoop', 'rw', 'NoSnoop'),
    field(14, 12, 'Max_Read_Request_Size', 'rw', payload, 'MaxReadReq'),
    bit(15, 'Bridge Configuration Retry Enable / Initiate Function Level Reset', 'rw', 'FLReset'),
  ]),
  register(0x0a, 2, 'Device Status', [
    bit(0, 'Correctable Error Detected', 'rw1c', 'CorrErr'),
    bit(1, 'Non-Fatal Error Detected', 'rw1c', 'NonFatalErr'),
    bit(2, 'Fatal Error Detected', 'rw1c', 'FatalErr'),
    bit(3, 'Unsupported Request Detected', 'rw1c', 'UnsupReq'),
    bit(4, 'AUX Power Detected', 'ro', 'AuxPwr'),
    bit(5, 'Transactions Pending', 'ro', 'TransPend'),
    bit(6, 'Emergency Power Reduction Detected', 'rw1c'),
    field(15, 7, 'Device Status Reserved', 'rsvdz'),
  ]),
];

const link: readonly Block[] = [
  register(0x0c, 4, 'Link Capabilities', [
    field(3, 0, 'Max Link Speed', 'ro', linkSpeed, 'Speed'),
    field(9, 4, 'Maximum Link Width', 'ro', linkWidth, 'Width'),
    field(11, 10, 'ASPM Support', 'ro', aspm, 'ASPM'),
    field(14, 12, 'L0s Exit Latency', 'ro', l0sExit),
    field(17, 15, 'L1 Exit Latency', 'ro', l1Exit),
    bit(18, 'Clock Power Management', 'ro', 'ClockPM'),
    bit(19, 'Surprise Down Error Reporting Capable', 'ro', 'Surprise'),
    bit(20, 'Data Link Layer Link Active Reporting Capable', 'ro', 'LLActRep'),
    bit(21, 'Link Bandwidth Notification Capability', 'ro', 'BwNot'),
    bit(22, 'ASPM Optionality Compliance', 'hwinit', 'ASPMOptComp'),
    field(31, 24, 'Port Number', 'hwinit', undefined, 'Port'),
  ]),
  register(0x10, 2, 'Link Control', [
    field(1, 0, 'ASPM Control', 'rw', aspmControl, 'ASPM'),
    bit(2, 'Link Control Reserved 2', 'rsvdp'),
    field(3, 3, 'Read Completion Boundary', 'rw', among('64 bytes', '128 bytes'), 'RCB'),
    bit(4, 'Link Disable', 'rw', 'Disabled'),
    bit(5, 'Retrain Link', 'rw'),
    bit(6, 'Common Clock Configuration', 'rw', 'CommClk'),
    bit(7, 'Extended Synch', 'rw', 'ExtSynch'),
    bit(8, 'Enable Clock Power Management', 'rw', 'ClockPM'),
    bit(9, 'Hardware Autonomous Width Disable', 'rw', 'AutWidDis'),
    bit(10, 'Link Bandwidth Management Interrupt Enable', 'rw', 'BWInt'),
    bit(11, 'Link Autonomous Bandwidth Interrupt Enable', 'rw', 'AutBWInt'),
    field(13, 12, 'Link Control Reserved 13:12', 'rsvdp'),
    field(15, 14, 'DRS Signaling Control', 'rw'),
  ]),
  register(0x12, 2, 'Link Status', [
    field(3, 0, 'Current Link Speed', 'ro', linkSpeed, 'Speed'),
    field(9, 4, 'Negotiated Link Width', 'ro', linkWidth, 'Width'),
    bit(10, 'Link Training Error', 'ro', 'TrErr'),
    bit(11, 'Link Training', 'ro', 'Train'),
    bit(12, 'Slot Clock Configuration', 'hwinit', 'SlotClk'),
    bit(13, 'Data Link Layer Link Active', 'ro', 'DLActive'),
    bit(14, 'Link Bandwidth Management Status', 'rw1c', 'BWMgmt'),
    bit(15, 'Link Autonomous Bandwidth Status', 'rw1c', 'ABWMgmt'),
  ]),
];

const slot: readonly Block[] = [
  register(0x14, 4, 'Slot Capabilities', [
    bit(0, 'Attention Button Present', 'hwinit', 'AttnBtn'),
    bit(1, 'Power Controller Present', 'hwinit', 'PwrCtrl'),
    bit(2, 'MRL Sensor Present', 'hwinit', 'MRL'),
    bit(3, 'Attention Indicator Present', 'hwinit', 'AttnInd'),
    bit(4, 'Power Indicator Present', 'hwinit', 'PwrInd'),
    bit(5, 'Hot-Plug Surprise', 'hwinit', 'Surprise'),
    bit(6, 'Hot-Plug Capable', 'hwinit', 'HotPlug'),
    field(14, 7, 'Slot Power Limit Value', 'hwinit', undefined, 'PowerLimit'),
    field(16, 15, 'Slot Power Limit Scale', 'hwinit', among('1.0x', '0.1x', '0.01x', '0.001x')),
    bit(17, 'Electromechanical Interlock Present', 'hwinit', 'Interlock'),
    bit(18, 'No Command Completed Support', 'hwinit', 'NoCompl'),
    field(31, 19, 'Physical Slot Number', 'hwinit', undefined, 'Slot'),
  ]),
  register(0x18, 2, 'Slot Control', [
    bit(0, 'Attention Button Pressed Enable', 'rw', 'AttnBtn'),
    bit(1, 'Power Fault Detected Enable', 'rw', 'PwrFlt'),
    bit(2, 'MRL Sensor Changed Enable', 'rw', 'MRL'),
    bit(3, 'Presence Detect Changed Enable', 'rw', 'PresDet'),
    bit(4, 'Command Completed Interrupt Enable', 'rw', 'CmdCplt'),
    bit(5, 'Hot-Plug Interrupt Enable', 'rw', 'HPIrq'),
    field(7, 6, 'Attention Indicator Control', 'rw', indicator, 'AttnInd'),
    field(9, 8, 'Power Indicator Control', 'rw', indicator, 'PwrInd'),
    { ...bit(10, 'Power Controller Control', 'rw', 'Power'), show: among('on', 'off') },
    bit(11, 'Electromechanical Interlock Control', 'rw', 'Interlock'),
    bit(12, 'Data Link Layer State Changed Enable', 'rw', 'LinkChg'),
    bit(13, 'Auto Slot Power Limit Disable', 'rw'),
    field(15, 14, 'Slot Control Reserved', 'rsvdp'),
  ]),
  register(0x1a, 2, 'Slot Status', [
    bit(0, 'Attention Button Pressed', 'rw1c', 'AttnBtn'),
    bit(1, 'Power Fault Detected', 'rw1c', 'PowerFlt'),
    bit(2, 'MRL Sensor Changed', 'rw1c', 'MRL'),
    bit(3, 'Presence Detect Changed', 'rw1c', 'PresDet'),
    bit(4, 'Command Completed', 'rw1c', 'CmdCplt'),
    { ...bit(5, 'MRL Sensor State', 'ro', 'MRL'), show: among('closed', 'open') },
    { ...bit(6, 'Presence Detect State', 'ro', 'PresDet'), show: among('empty', 'card present') },
    {
      ...bit(7, 'Electromechanical Interlock Status', 'ro', 'Interlock'),
      show: among('disengaged', 'engaged'),
    },
    bit(8, 'Data Link Layer State Changed', 'rw1c', 'LinkState'),
    field(15, 9, 'Slot Status Reserved', 'rsvdz'),
  ]),
];

const root: readonly Block[] = [
  register(0x1c, 2, 'Root Control', [
    bit(0, 'System Error on Correctable Error Enable', 'rw', 'ErrCorrectable'),
    bit(1, 'System Error on Non-Fatal Error Enable', 'rw', 'ErrNon-Fatal'),
    bit(2, 'System Error on Fatal Error Enable', 'rw', 'ErrFatal'),
    bit(3, 'PME Interrupt Enable', 'rw', 'PMEIntEna'),
    bit(4, 'CRS Software Visibility Enable', 'rw', 'CRSVisible'),
    field(15, 5, 'Root Control Reserved', 'rsvdp'),
  ]),
  register(0x1e, 2, 'Root Capabilities', [
    bit(0, 'CRS Software Visibility', 'ro', 'CRSVisible'),
    field(15, 1, 'Root Capabilities Reserved', 'rsvdp'),
  ]),
  register(0x20, 4, 'Root Status', [
    field(15, 0, 'PME Requester ID', 'ro', (value) => value.toString(16).padStart(4, '0')),
    bit(16, 'PME Status', 'rw1c', 'PMEStatus'),
    bit(17, 'PME Pending', 'ro', 'PMEPending'),
    field(31, 18, 'Root Status Reserved', 'rsvdz'),
  ]),
];

const device2: readonly Block[] = [
  register(0x24, 4, 'Device Capabilities 2', [
    field(
      3,
      0,
      'Completion Timeout Ranges Supported',
      'hwinit',
      named(completionTimeoutRanges),
      'Completion Timeout',
    ),
    bit(4, 'Completion Timeout Disable Supported', 'ro', 'TimeoutDis'),
    bit(5, 'ARI Forwarding Supported', 'ro', 'ARIFwd'),
    bit(6, 'AtomicOp Routing Supported', 'ro', 'Routing'),
    bit(7, '32-bit AtomicOp Completer Supported', 'ro', '32bit'),
    bit(8, '64-bit AtomicOp Completer Supported', 'ro', '64bit'),
    bit(9, '128-bit CAS Completer Supported', 'ro', '128bitCAS'),
    bit(10, 'No RO-enabled PR-PR Passing', 'hwinit', 'NROPrPrP'),
    bit(11, 'LTR Mechanism Supported', 'ro', 'LTR'),
    field(
      13,
      12,
      'TPH Completer Supported',
      'ro',
      among('none', 'TPH', 'reserved', 'TPH and Extended TPH'),
      'TPHComp',
    ),
    field(15, 14, 'LN System CLS', 'hwinit'),
    bit(16, '10-Bit Tag Completer Supported', 'hwinit', '10BitTagComp'),
    bit(17, '10-Bit Tag Requester Supported', 'hwinit', '10BitTagReq'),
    field(
      19,
      18,
      'OBFF Supported',
      'hwinit',
      among('Not Supported', 'Via message', 'Via WAKE#', 'Via message/WAKE#'),
      'OBFF',
    ),
    bit(20, 'Extended Fmt Field Supported', 'ro', 'ExtFmt'),
    bit(21, 'End-End TLP Prefix Supported', 'hwinit', 'EETLPPrefix'),
    field(23, 22, 'Max End-End TLP Prefixes', 'hwinit', among('4', '1', '2', '3'), 'MaxEETLPPrefixes'),
    field(25, 24, 'Emergency Power Reduction Supported', 'hwinit'),
    bit(26, 'Emergency Power Reduction Initialization Required', 'hwinit', 'EmergencyPowerReductionInit'),
    bit(31, 'FRS Supported', 'hwinit', 'FRS'),
  ]),
  register(0x28, 2, 'Device Control 2', [
    field(3, 0, 'Completion Timeout Value', 'rw', named(completionTimeouts), 'Completion Timeout'),
    bit(4, 'Completion Timeout Disable', 'rw', 'TimeoutDis'),
    bit(5, 'ARI Forwarding Enable', 'rw', 'ARIFwd'),
    bit(6, 'AtomicOp Requester Enable', 'rw', 'ReqEn'),
    bit(7, 'AtomicOp Egress Blocking', 'rw', 'EgressBlck'),
    bit(8, 'IDO Request Enable', 'rw'),
    bit(9, 'IDO Completion Enable', 'rw'),
    bit(10, 'LTR Mechanism Enable', 'rw', 'LTR'),
    bit(11, 'Emergency Power Reduction Request', 'rw'),
    bit(12, '10-Bit Tag Requester Enable', 'rw', '10BitTagReq'),
    field(14, 13, 'OBFF Enable', 'rw', obff, 'OBFF'),
    bit(15, 'End-End TLP Prefix Blocking', 'rw'),
  ]),
  register(0x2a, 2, 'Device Status 2', 'rsvdz'),
];

const link2: readonly Block[] = [
  register(0x2c, 4, 'Link Capabilities 2', [
    bit(0, 'Link Capabilities 2 Reserved 0', 'rsvdp'),
    field(7, 1, 'Supported Link Speeds Vector', 'ro', supportedSpeeds, 'Supported Link Speeds'),
    bit(8, 'Crosslink Supported', 'ro', 'Crosslink'),
    field(15, 9, 'Lower SKP OS Generation Supported Speeds Vector', 'ro'),
    field(22, 16, 'Lower SKP OS Reception Supported Speeds Vector', 'ro'),
    bit(23, 'Retimer Presence Detect Supported', 'hwinit', 'Retimer'),
    bit(24, 'Two Retimers Presence Detect Supported', 'hwinit', '2Retimers'),
    field(30, 25, 'Link Capabilities 2 Reserved 30:25', 'rsvdp'),
    bit(31, 'DRS Supported', 'hwinit', 'DRS'),
  ]),
  register(0x30, 2, 'Link Control 2', [
    field(3, 0, 'Target Link Speed', 'rws', linkSpeed),
    bit(4, 'Enter Compliance', 'rws', 'EnterCompliance'),
    bit(5, 'Hardware Autonomous Speed Disable', 'rws', 'SpeedDis'),
    field(6, 6, 'Selectable De-emphasis', 'hwinit', among('-6dB', '-3.5dB')),
    field(9, 7, 'Transmit Margin', 'rws', among('Normal Operating Range')),
    bit(10, 'Enter Modified Compliance', 'rws', 'EnterModifiedCompliance'),
    bit(11, 'Compliance SOS', 'rws', 'ComplianceSOS'),
    field(15, 12, 'Compliance Preset/De-emphasis', 'rws'),
  ]),
  register(0x32, 2, 'Link Status 2', [
    field(0, 0, 'Current De-emphasis Level', 'ro', among('-6dB', '-3.5dB')),
    bit(1, 'Equalization 8.0 GT/s Complete', 'ros', 'EqualizationComplete'),
    bit(2, 'Equalization 8.0 GT/s Phase 1 Successful', 'ros', 'EqualizationPhase1'),
    bit(3, 'Equalization 8.0 GT/s Phase 2 Successful', 'ros', 'EqualizationPhase2'),
    bit(4, 'Equalization 8.0 GT/s Phase 3 Successful', 'ros', 'EqualizationPhase3'),
    bit(5, 'Link Equalization Request 8.0 GT/s', 'rw1cs', 'LinkEqualizationRequest'),
    bit(6, 'Retimer Presence Detected', 'ros', 'Retimer'),
    bit(7, 'Two Retimers Presence Detected', 'ros', '2Retimers'),
    field(
      9,
      8,
      'Crosslink Resolution',
      'ro',
      among('unsupported', 'Upstream Port', 'Downstream Port', 'incomplete'),
      'CrosslinkRes',
    ),
    field(11, 10, 'Link Status 2 Reserved', 'rsvdz'),
    field(14, 12, 'Downstream Component Presence', 'ro'),
    bit(15, 'DRS Message Received', 'rw1c'),
  ]),
];

const slot2: readonly Block[] = [
  register(0x34, 4, 'Slot Capabilities 2', 'rsvdp'),
  register(0x38, 2, 'Slot Control 2', 'rsvdp'),
  register(0x3a, 2, 'Slot Status 2', 'rsvdz'),
];

/** The registers for a port type (bits 7:4 of the capabilities register), with or without slot, version 1 or 2. */
export function expressLayout(version: number, type: number, hasSlot: boolean): Layout {
  const integrated = type === 9 || type === 10;
  const hasRoot = type === 4 || type === 10;
  const blocks: Block[] = [capabilities, ...device];
  if (!integrated) blocks.push(...link);
  if (hasSlot) blocks.push(...slot);
  if (hasRoot) blocks.push(...root);
  if (version < 2) {
    return standardLayout('express', hasRoot ? 0x24 : hasSlot ? 0x1c : integrated ? 0x0c : 0x14, blocks);
  }
  blocks.push(...device2);
  if (!integrated) blocks.push(...link2);
  if (hasSlot) blocks.push(...slot2);
  return standardLayout('express', 0x3c, blocks);
}

const expand = (word: Words): Layout =>
  expressLayout(bits(word(0), 19, 16), bits(word(0), 23, 20), (word(0) & (1 << 24)) !== 0);

/** Every register there is; `expand` leaves out those that the port type does not have. */
export const express = standard(0x10, 'Express', expressLayout(2, 4, true), expand);
