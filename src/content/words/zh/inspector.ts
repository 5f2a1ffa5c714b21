/** Simplified Chinese words of the inspector. */
import type { Translation } from '../catalogue.ts';
import type { inspector as english } from '../en/inspector.ts';
import { names, said, value } from '../pieces.ts';

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

  'inspector.tools': '十六进制视图的操作',
  'inspector.go': '转到',
  'inspector.go-tip': '转到某个偏移或寄存器。',
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
  'inspector.pending': '正在输入的写操作',
  'inspector.pending-line': ({ value: v, offset }) => `${v} → ${offset}h`,
  'inspector.commit': '写入',
  'inspector.commit-tip': '把这次写操作放到总线上。',
  'inspector.cancel': '取消',
  'inspector.cancel-tip': '不写入任何内容。',
  'inspector.no-bus': '还没有总线号通向这个功能。',
  'inspector.no-ecam': 'CF8 只到 FFh，而这台机器没有别的途径。',
  'inspector.not-dumped': '转储中没有这些字节。',

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
