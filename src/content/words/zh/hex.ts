/** Simplified Chinese words of what the hex grid can do besides showing bytes; the twin of en/hex.ts. */
import { said, strong, value } from '../pieces.ts';
import type { Translation } from '../catalogue.ts';
import type { hex as english, hexMessages as messages } from '../en/hex.ts';

const formats: Readonly<Record<string, string>> = {
  hex: '十六进制字节',
  lspci: 'lspci -x 行',
  c: 'C 数组',
  setpci: 'setpci 命令',
  u32: '双字列表',
};

export const hexMessages: Translation<typeof messages> = {
  'problem.override-gone': ({ part }) => said`${value(part)} 的硬件被编辑过，但它已不在板上。`,
  'problem.override-outside': ({ part, offset }) =>
    said`${value(part)} 在 ${value(`${offset}h`)} 处没有字节：此项编辑被略去。`,
  'problem.override-bar': ({ part, bar }) =>
    said`${value(part)} 的 ${value(bar)} 译码不出大小：可写的地址位必须是连续的最高位，64 位 BAR 还需要其后的寄存器。它被略去。`,
  'problem.override-unknown': ({ part, offset }) =>
    said`${value(part)} 的转储中没有 ${value(`${offset}h`)} 处的字节。`,
};

export const hex: Translation<typeof english> = {
  'group.hex': '十六进制网格',
  'command.hex-go': '字节：转到偏移或寄存器',
  'command.hex-find': '字节：查找',
  'command.hex-width': '字节：选择寄存器、字节、字或双字',
  'command.hex-write': '字节：经总线写入',
  'command.hex-read': '字节：经总线读取',
  'command.hex-why': '字节：为什么是这个值？',
  'command.hex-previous': '字节：对该寄存器的上一次访问',
  'command.hex-next': '字节：对该寄存器的下一次访问',
  'command.hex-mask': '字节：显示写掩码',
  'command.hex-diff': '字节：显示差异',
  'command.hex-copy': '字节：复制为…',
  'command.hex-hardware': '字节：编辑硬件',

  'hex.more': '更多',
  'hex.mask': '显示写掩码',
  'hex.mask-off': '显示数值',
  'hex.find': '查找…',
  'hex.find-label': '字节 86 80、值 100e8086、ID 8086:100e，或名称',
  'hex.found': ({ at, of }) =>
    of === 0 ? '未找到' : at === 0 ? `找到 ${String(of)} 处` : `第 ${String(at)} 个，共 ${String(of)} 个`,
  'hex.found-next': '下一处（Enter）',
  'hex.found-previous': '上一处（Shift+Enter）',
  'hex.close': '关闭（Esc）',
  'hex.hit': '匹配',

  'hex.names': '寄存器',
  'hex.go': '转到',

  'hex.diff': '显示差异',
  'hex.diff-line': '差异',
  'hex.against': '比较对象',
  'hex.against-previous': '上一步',
  'hex.against-step': '另一步…',
  'hex.against-start': '上电时',
  'hex.against-row': ({ step, name }) =>
    name === '' ? `第 ${String(step)} 步` : `★ ${name}（第 ${String(step)} 步）`,
  'hex.against-fork': ({ branch, step }) => `${branch}的分叉处（第 ${String(step)} 步）`,
  'hex.against-branch': ({ branch }) => `${branch}的末尾`,
  'hex.branch': ({ id }) => `分支 ${String(id)}`,
  'hex.differs': ({ count }) => (count === 0 ? '没有差异' : `${String(count)} 个寄存器不同`),
  'hex.differs-next': '下一处差异（n）',
  'hex.differs-previous': '上一处差异（Shift+N）',
  'hex.diff-leave': '停止比较（d）',
  'hex.diff-refused': '那个时刻太远，无法在此重放。',
  'hex.making': '正在重放…',
  'hex.was': ({ value: old }) => `原为 ${old}`,
  'hex.was-row': '原为',

  'hex.copy': '复制为…',
  'hex.copy-selection': ({ bytes }) => `选中的 ${String(bytes)} 个字节`,
  'hex.copy-whole': ({ bytes }) => `整个空间，${String(bytes)} 个字节`,
  'hex.copy-hex': '十六进制字节',
  'hex.copy-lspci': 'lspci -x 的行',
  'hex.copy-c': 'C 数组',
  'hex.copy-setpci': 'setpci 命令',
  'hex.copy-u32': '双字（u32）',
  'hex.copied': ({ bytes, format }) => `已将 ${String(bytes)} 个字节复制为${formats[format] ?? format}。`,
  'hex.copy-failed': '浏览器不允许将文本放入剪贴板。',

  'hex.hardware': '编辑硬件',
  'hex.hardware-line': ({ mask }) =>
    mask
      ? said`${strong('✕ 正在编辑硬件：写掩码。')}输入改变的是设备本身，不经过总线。`
      : said`${strong('✕ 正在编辑硬件：复位值。')}输入改变的是设备本身，不经过总线。`,
  'hex.hardware-masks': '写掩码',
  'hex.hardware-values': '复位值',
  'hex.hardware-edited': ({ count }) => `已编辑 ${String(count)} 个字节`,
  'hex.hardware-restore': '恢复为型号原样',
  'hex.hardware-leave': '完成',
  'hex.hardware-write': '编辑',
  'change.hardware': ({ part, undone }) =>
    undone
      ? said`${strong(part)} 的硬件已恢复原样。`
      : said`${strong(part)} 的硬件已被编辑，同一段经过已在其上重放。`,

  'hex.result': ({ tried, mask, now, refused, cleared }) =>
    said`尝试 ${value(tried)} · 掩码 ${value(mask)} · 现为 ${value(now)}${
      cleared === 0 ? '' : ` · 1→0 清除 ${String(cleared)} 位`
    }${refused === 0 ? (cleared === 0 ? ' · 如数保留' : '') : ` · ✕ 拒绝 ${String(refused)} 位`}`,

  'hex.decode': '这个字节是什么',
  'hex.decode-bits': '位',
  'hex.decode-field': '域',
  'hex.decode-value': '现值',
  'hex.decode-reset': '复位值',
  'hex.decode-lspci': 'lspci 显示：',
  'hex.decode-nothing': '此处没有已描述的寄存器。',
};
