/** Simplified Chinese words of the inspector. */
import type { Translation } from '../catalogue.ts';
import type { inspector as english } from '../en/inspector.ts';
import { names, said, strong, value } from '../pieces.ts';

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

export const inspector: Translation<typeof english> = {
  'inspector.tab-fields': '域',
  'inspector.tab-hex': '十六进制',
  'inspector.tab-bars': 'BAR',
  'inspector.tab-capabilities': '能力',

  'inspector.kind-host': '主桥',
  'inspector.kind-isa': 'ISA 桥',
  'inspector.kind-ide': 'IDE',
  'inspector.kind-power': '电源管理',
  'inspector.kind-bridge': '桥',
  'inspector.kind-port': '端口',
  'inspector.kind-network': '网络',
  'inspector.kind-storage': '存储',
  'inspector.kind-display': '显示',
  'inspector.kind-sata': 'SATA',
  'inspector.kind-smbus': 'SMBus',
  'inspector.kind-input': '输入',
  'inspector.kind-serial': '串口',
  'inspector.kind-system': '系统',
  'inspector.kind-usb': 'USB 控制器',
  'inspector.kind-sound': '声音',
  'inspector.kind-teaching': '教学设备',
  'inspector.follow': '跟随',
  'inspector.follow-tip': '你选择了这个功能。点此恢复显示每次访问所涉及的功能。',

  'inspector.grid': '配置空间，逐字节',
  'inspector.offset': '偏移',
  'inspector.cell': ({ offset, register, byte, value: v, access, changed }) => [
    `偏移 ${offset}h`,
    ...(register === '' ? [] : ['，', names(register), byte < 0 ? '' : ` 字节 ${String(byte)}`]),
    ...[v === '' ? '' : `值 ${v}`, access, changed ? '已改变' : '']
      .filter((part) => part !== '')
      .map((part) => `，${String(part)}`),
  ],
  'inspector.look-read-only': '只读',
  'inspector.look-read-write': '读写',
  'inspector.look-partly': '部分位可写',
  'inspector.look-clear': '写 1 清零',
  'inspector.look-unused': '未使用',
  'inspector.look-scratch': '未使用，可读写',
  'inspector.look-unknown': '此转储中未知',
  'inspector.unknown': '未知',

  'inspector.tools': '十六进制视图的操作',
  'inspector.go': '转到',
  'inspector.go-tip': '转到某个偏移或寄存器。',
  'inspector.go-label': '偏移或寄存器：3c、COMMAND、MSI',
  'inspector.go-nowhere': '这里没有这个名称。',
  'inspector.width': ({ bytes }) =>
    bytes === 0 ? '寄存器' : bytes === 1 ? '字节' : bytes === 2 ? '字' : '双字',
  'inspector.width-tip': '单击所选的范围：寄存器、字节、字或双字。',
  'inspector.write': '写',
  'inspector.write-tip': '经总线写入所选字节。直接输入数字也可开始。',
  'inspector.read': '读',
  'inspector.read-tip': '经总线读取所选字节。',
  'inspector.previous': '◂ 访问',
  'inspector.previous-tip': '转到对该寄存器的上一次访问。',
  'inspector.next': '访问 ▸',
  'inspector.next-tip': '转到对该寄存器的下一次访问。',
  'inspector.no-access': '没有这样的访问。',
  'inspector.mask': '掩码',
  'inspector.mask-tip': '不显示值，改为显示哪些位可写。',
  'inspector.copy': '复制',
  'inspector.copy-tip': '以十六进制复制所选字节。',
  'inspector.pending': '正在输入的写操作',
  'inspector.pending-line': ({ value: v, offset }) => `${v} → ${offset}h`,
  'inspector.commit': '写入',
  'inspector.commit-tip': '把这次写操作放到总线上。',
  'inspector.cancel': '取消',
  'inspector.cancel-tip': '不写入任何内容。',
  'inspector.no-bus': '还没有总线号通向这个功能。',
  'inspector.no-ecam': 'CF8 只到 FFh，而这台机器没有别的途径。',
  'inspector.not-dumped': '转储中没有这些字节。',

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

  'inspector.nothing':
    '还没有任何访问。软件向端口 CF8 写入 CONFIG_ADDRESS 来指定寄存器，然后在 CFC 处读写它。锁存器中现为：',
  'inspector.latch': ({ value: v }) => `CONFIG_ADDRESS ${v}`,
  'inspector.latch-enable': 'E',
  'inspector.latch-bus': '总线',
  'inspector.latch-device': '设备',
  'inspector.latch-function': '功能',
  'inspector.latch-register': '寄存器',
  'inspector.absent': ({ bdf }) =>
    said`${value(bdf)} 处无人应答。读出 ${value('FFFFFFFF')} 是因为没有设备认领这个周期。`,
  'inspector.absent-latched': ({ bdf }) => said`锁存器指向 ${value(bdf)}，而那里没有功能。`,
  'inspector.show-me': '显示给我看',
};
