/** Simplified Chinese words of placement drawn as packing. */
import { hex } from '../../../base/hex.ts';
import type { Translation } from '../catalogue.ts';
import type { packing as english } from '../en/packing.ts';
import { said, strong, value, type Said } from '../pieces.ts';

const kinds = { io: 'I/O', memory: '内存', prefetch: '可预取' } as const;

const wasted = (space: string, waste: string, of: string, percent: string): Said =>
  said`${space}：共 ${of}，其中 ${value(waste)} 空置，占 ${strong(`${percent}\u00a0%`)}。`;

export const packing: Translation<typeof english> = {
  'packing.title': '装箱',
  'packing.about': '逐条总线列出：哪些区域需要地址，又是怎样排布的',
  'packing.none': '还没有探测过任何 BAR 的大小。程序每探明一个 BAR，它就会出现在这里。',
  'packing.bus': ({ bus, kind, isAbove }) =>
    `总线 ${hex(bus, 2)} · ${kinds[kind]}${isAbove ? '，4 GiB 以上' : ''}`,
  'packing.align': ({ align }) => `按 ${align} 对齐`,
  'packing.name': ({ who, bar }) => `${who} ${bar < 0 ? '窗口' : bar === 6 ? 'ROM' : `BAR${String(bar)}`}`,
  'packing.sum': ({ sum }) => `合计 ${sum}`,
  'packing.window': ({ size }) => `窗口 ${size}`,
  'packing.root': ({ size }) => `总计 ${size}`,
  'packing.rounding': ({ size }) => `取整 ${size}`,
  'packing.alignment': ({ size }) => `对齐 ${size}`,
  'packing.empty': ({ size }) => `空置 ${size}`,
  'packing.more': ({ count }) => `另有 ${String(count)} 个`,
  'packing.columns': ({ shown, count }) =>
    `共 ${String(count)} 个列表，只画出当前列表前后的 ${String(shown)} 个。`,
  'packing.memory': ({ waste, of, percent }) => wasted('内存', waste, of, percent),
  'packing.ports': ({ waste, of, percent }) => wasted('I/O', waste, of, percent),
  'packing.column-bus': '总线',
  'packing.column-name': '名称',
  'packing.column-wants': '需要',
  'packing.column-gets': '得到',
  'packing.column-address': '地址',
  'slot.on': '所在总线',
  'slot.bytes': '需要',
  'slot.takes': '得到',
  'slot.align': '对齐',
  'slot.ports': 'I/O 窗口',
  'slot.port': '起始端口',
};
