/** Simplified Chinese words of registers explained: the card under the grid, the tabs of fields, BARs and capabilities. */
import type { Translation } from '../catalogue.ts';
import type { registers as english } from '../en/registers.ts';
import { said, strong, value } from '../pieces.ts';

const troubles: Readonly<Record<string, (at: string) => string>> = {
  loop: (at) => `↺ 回到 ${at}h：成环，链表到此为止`,
  outside: (at) => `✕ ${at}h 在空间之外`,
  unread: (at) => `·· ${at}h 不在此转储中`,
  broken: (at) => `✕ ${at}h 处全为 1`,
};

const states: Readonly<Record<string, string>> = {
  decodes: '译码中',
  'io-off': '否：命令寄存器（Command）位 0，I/O 空间（I/O Space），关闭',
  'memory-off': '否：命令寄存器（Command）位 1，内存空间（Memory Space），关闭',
  'rom-off': '否：它的使能位 0 关闭',
  zero: '否：地址为 0',
  'too-high': '否：超出其空间的顶端',
};

const barKinds: Readonly<Record<string, string>> = {
  io: 'I/O 端口',
  mem32: '内存，32 位',
  mem64: '内存，64 位',
  rom: '扩展 ROM',
};

const barShorts: Readonly<Record<string, string>> = {
  io: 'I/O',
  mem32: '内存 32',
  mem64: '内存 64',
  rom: 'ROM',
};

const headers: Readonly<Record<string, string>> = {
  'type-0': '配置头，Type 0',
  'type-1': '配置头，Type 1：桥',
  'type-2': '配置头，Type 2：CardBus 桥',
};

export const registers: Translation<typeof english> = {
  'inspector.unknown': '未知',
  'inspector.go-label': '偏移或寄存器：3c、COMMAND、MSI',
  'inspector.go-nowhere': '这里没有这个名称。',
  'inspector.choose': '选择一个字节以查看其寄存器。',
  'inspector.register': '所选寄存器',
  'inspector.no-register': '未命名',
  'inspector.no-field': '不属于任何域',
  'inspector.bar-kind': ({ kind, prefetchable }) =>
    `${barKinds[kind] ?? kind}${kind === 'io' || kind === 'rom' ? '' : prefetchable ? '，可预取' : '，不可预取'}`,
  'inspector.bits': ({ hi, lo }) => (hi === lo ? `位 ${String(lo)}` : `位 ${String(hi)}–${String(lo)}`),
  'inspector.bits-writable': ({ hi, lo }) => `位 ${String(hi)}–${String(lo)} 可写`,
  'inspector.fields-of': ({ offset }) => `${offset} 处双字的域`,
  'inspector.access-ro': '只读',
  'inspector.access-rw': '读写',
  'inspector.access-rw1c': '写 1 清零',
  'inspector.access-ros': '只读，粘滞',
  'inspector.access-rws': '读写，粘滞',
  'inspector.access-rw1cs': '写 1 清零，粘滞',
  'inspector.access-hwinit': '由硬件设定',
  'inspector.access-rsvdp': '保留，须保持原值',
  'inspector.access-rsvdz': '保留，须写 0',
  'inspector.access-partial': '部分位可写',
  'inspector.now': '现值',
  'inspector.tried': '写入',
  'inspector.mask-row': '掩码',
  'inspector.kept': '保留',
  'inspector.read-back': '读出',
  'inspector.flags-off': '地址',
  'inspector.inverted': '取反',
  'inspector.plus-one': '加 1',
  'inspector.refused': ({ count, low, cleared, changed }) => {
    const first = cleared === 0 ? '' : `${String(cleared)} 位因写 1 而清零。`;
    if (count === 0) return said`${first}${cleared > 0 ? '' : changed ? '按写入值保留。' : '没有改变。'}`;
    return said`${first}${strong(`${String(count)} 个${low ? '低' : ''}位未被接受。`)}`;
  },
  'inspector.arithmetic': ({ bare, sum, bytes }) =>
    said`~${value(bare)} + 1 = ${value(sum)} = ${strong(bytes)}。`,
  'inspector.previous-access': '上一次',
  'inspector.next-access': '下一次访问',
  'inspector.header': ({ type }) => headers[type] ?? '配置头',
  'inspector.column-place': '位置',
  'inspector.column-name': '名称',
  'inspector.column-value': '值',
  'inspector.column-meaning': '含义',
  'inspector.column-access': '访问属性',
  'inspector.clear': '清零',
  'inspector.edit': ({ name, value: v }) => `${name}，现为 ${v}`,
  'inspector.not-hex': ({ digits }) => `请输入不超过 ${digits} 的十六进制数。`,
  'inspector.bar': 'BAR',
  'inspector.rom': 'ROM',
  'inspector.bar-space': '空间',
  'inspector.bar-size': '大小',
  'inspector.bar-address': '地址',
  'inspector.bar-decodes': '译码？',
  'inspector.bar-short': ({ kind, prefetchable }) =>
    `${barShorts[kind] ?? kind}${prefetchable ? ' 可预取' : ''}`,
  'inspector.bar-state': ({ why, bridge }) =>
    why === 'outside' ? `是，但 ${bridge} 不向下转发` : (states[why] ?? why),
  'inspector.size-untold': '转储中只有地址，没有大小：其中没有记录探测过程。',
  'inspector.sized-by': ({ row }) => `由第 ${String(row)} 次访问探明`,
  'inspector.unsized': '尚未探测',
  'inspector.size-it': '探测大小',
  'inspector.size-it-spoken': ({ bar }) => `探测 ${bar} 的大小`,
  'inspector.size-it-tip': '关闭译码、保存、写全 1、读回、恢复、还原译码：都经由总线。',
  'inspector.address-of': ({ bar }) => `${bar} 的地址`,
  'inspector.no-bars': '这个功能没有基址寄存器。',
  'inspector.list': '能力链表',
  'inspector.extended-list': '扩展能力链表',
  'inspector.no-capabilities': '没有能力：状态寄存器（Status）位 4 = 0。',
  'inspector.empty-list': '状态寄存器（Status）位 4 = 1，但链表为空。',
  'inspector.trouble': ({ trouble, at }) => troubles[trouble]?.(at) ?? trouble,
};
