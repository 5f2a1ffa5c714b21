/** Access Control Services. PCI Express Base §7.7.11. */
import { bits } from '../../base/bits.ts';
import type { Layout } from '../fields.ts';
import { bit, field, register, type Part } from '../table.ts';
import { dataDwords, extended, extendedLayout } from './capability.ts';

const services = [
  ['ACS Source Validation', 'SrcValid'],
  ['ACS Translation Blocking', 'TransBlk'],
  ['ACS P2P Request Redirect', 'ReqRedir'],
  ['ACS P2P Completion Redirect', 'CmpltRedir'],
  ['ACS Upstream Forwarding', 'UpstreamFwd'],
  ['ACS P2P Egress Control', 'EgressCtrl'],
  ['ACS Direct Translated P2P', 'DirectTrans'],
] as const;

const each = (suffix: string, access: 'ro' | 'rw'): Part[] =>
  services.map(([name, short], n) => bit(n, `${name}${suffix}`, access, short));

/** `egress` is the Egress Control Vector Size: one bit each. */
const acsLayout = (egress: number): Layout =>
  extendedLayout('acs', 8 + Math.ceil(egress / 32) * 4, [
    register(4, 2, 'ACS Capability', [
      ...each('', 'ro'),
      bit(7, 'ACS Enhanced Capability', 'ro'),
      field(15, 8, 'Egress Control Vector Size', 'hwinit'),
    ]),
    register(6, 2, 'ACS Control', [...each(' Enable', 'rw'), field(15, 7, 'ACS Control Reserved', 'rsvdp')]),
    ...dataDwords('Egress Control Vector', 8, 8 + Math.ceil(egress / 32) * 4),
  ]);

export const accessControlServices = extended(0x000d, 'Access Control Services', acsLayout(0), (word) =>
  acsLayout(word(1) & (1 << 5) ? bits(word(1), 15, 8) || 256 : 0),
);
