/** Simplified Chinese words of comparing two machines. */
import type { Translation } from '../catalogue.ts';
import type { compare as english } from '../en/compare.ts';
import { said, strong } from '../pieces.ts';

const sides = { left: '左侧', right: '右侧' } as const;

export const compare: Translation<typeof english> = {
  'compare.title': '比较',
  'compare.left': '左侧',
  'compare.right': '右侧',
  'compare.swap': '左右互换',
  'compare.filter': '忽略状态域和链路域',
  'compare.add': '添加转储…',
  'compare.story': '当前时间线',
  'compare.now': ({ step }) => `现在，第 ${String(step)} 步`,
  'compare.power-on': '上电时',
  'compare.end': '时间线末尾',
  'compare.chapter': ({ chapter }) => `“${chapter}”之后`,
  'compare.branches': '其他分支',
  'compare.branch': ({ id }) => `分支 ${String(id)} 的末尾`,
  'compare.programs': '一个程序，从上电运行到结束',
  'compare.texts': '转储和命令行',
  'compare.making': '正在重放…',
  'compare.too-large': ({ side }) => `${sides[side]}机器的功能太多，无法再构建一份。`,
  'compare.too-long': ({ side }) => `${sides[side]}所选内容的步数太多，无法另行重放。`,
  'compare.gone': ({ side }) => `${sides[side]}原先选中的内容已不存在。`,
  'compare.unknown': '这既不是 lspci 转储，也不是 QEMU 命令行。',

  'compare.count': ({ differ, of }) =>
    differ === 0 ? '没有差异。' : `${String(of)} 个功能中有 ${String(differ)} 个不同。`,
  'compare.hidden': ({ count }) => `已略去 ${String(count)} 个状态域和链路域。`,
  'compare.functions': '有差异的功能',
  'compare.added': '新增',
  'compare.removed': '移除',
  'compare.replaced': '替换',
  'compare.fields': ({ count }) => `${String(count)} 个域`,
  'compare.only': ({ side }) => said`${strong(`仅${sides[side]}`)}有这个功能。`,
  'compare.other': '同一位置上换成了另一个设备，寄存器的含义也随之不同。',
  'compare.who': '设备',
  'compare.place': '地址',
  'compare.lies': '所在地址',
  'compare.registers': '寄存器',
  'compare.name': '名称',
  'compare.undescribed': '无说明',
  'compare.nowhere': '无地址',
  'compare.closed': '窗口关闭',
  'compare.off': '译码关闭',
  'compare.none': '无',
  'compare.window-io': 'I/O 窗口',
  'compare.window-memory': '内存窗口',
  'compare.window-prefetchable': '可预取窗口',
  'compare.go': '在十六进制视图中显示',
  'compare.go-now': '显示它当前的值',
  'compare.go-to': ({ name }) => `${name}：在十六进制视图中显示`,
  'compare.go-open': '打开这份转储，并在十六进制视图中显示',
  'compare.maps': '地址映射',
  'compare.memory': '内存',
  'compare.io': 'I/O',
  'compare.map-label': ({ left, right, moved }) =>
    `已有地址的 BAR：左侧 ${String(left)} 个，右侧 ${String(right)} 个；其中 ${String(moved)} 个两侧地址不同。`,
  'compare.map-none': '还没有任何地址',
  'compare.map-empty': '在这个地址空间里，两侧都没有已分配地址的 BAR。',
};
