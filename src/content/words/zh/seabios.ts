/** Simplified Chinese sentences of the firmware: what it is about to do, and why. */
import { hex, hex0x, size as sizeText } from '../../../base/hex.ts';
import type { Translation } from '../catalogue.ts';
import type { seabios as english } from '../en/seabios.ts';
import { said, strong, value } from '../pieces.ts';

const bus = (n: number): string => hex(n, 2);
/** Both stand between Chinese characters, so they bring the spaces around Latin letters along. */
const kinds = { io: ' I/O ', memory: '内存', prefetch: '可预取内存' } as const;
const bar = (n: number): string => (n === 6 ? ' ROM BAR ' : ` BAR${String(n)} `);

export const seabios: Translation<typeof english> = {
  'seabios.start': () => said`究竟有没有 PCI 主桥（host bridge）？写入 CONFIG_ADDRESS 的值必须能保存下来。`,
  'seabios.bus': ({ bus: n }) =>
    said`查看总线 ${strong(bus(n))} 的每个插槽。先清除那里各个桥原有的总线号，以免桥之后的设备误应答。`,
  'seabios.bridge': ({ who, bus: n, secondary }) =>
    said`${strong(who)} 是总线 ${bus(n)} 上的桥：其后是总线 ${strong(bus(secondary))}。查看其后总线期间，直到 ff 的总线号都归它。`,
  'seabios.subordinate': ({ who, secondary, subordinate }) =>
    said`${strong(who)} 之后是总线 ${bus(secondary)} 至 ${strong(bus(subordinate))}：它的从属总线号（Subordinate Bus）已经确定。`,
  'seabios.endless': ({ bus: n }) =>
    said`固件已经到过总线 ${strong(bus(n))}：这个总线号被重复分配。真实的固件会在这里无限循环，机器永远启动不了。`,
  'seabios.devices': '所有总线都已编号。现在列出有哪些设备。',
  'seabios.probe': ({ bus: n }) =>
    said`列出总线 ${strong(bus(n))} 上的功能：ID、类代码、头类型（Header Type）。`,
  'seabios.ecam': () =>
    said`在 ${value('0xb0000000')} 打开 ECAM 窗口；从现在起，配置空间可以像内存一样访问。`,
  'seabios.sizing': '第一遍：每个 BAR 需要多大的地址空间？',
  'seabios.bar': ({ who, bar: n }) =>
    said`探测 ${strong(who)} 的${bar(n)}的大小：写入全 1，读出哪些位仍为 1，再写回原值。`,
  'seabios.bar-size': ({ who, bar: n, on, kind, bytes, takes }) =>
    said`${strong(who)} 的${bar(n)}需要 ${value(sizeText(bytes))} 的${kinds[kind]}空间${
      takes > bytes ? `，实际分得 ${sizeText(takes)}，以独占所在的页` : ''
    }。它加入总线 ${bus(on)} 的列表。`,
  'seabios.window': ({ who, bus: n, kind }) =>
    said`总线 ${strong(bus(n))} 上的设备需要多少${kinds[kind]}空间？${who} 要为此开一个窗口。`,
  'seabios.window-size': ({ bus: n, kind, size }) =>
    said`总线 ${strong(bus(n))} 需要 ${value(size)} 的${kinds[kind]}空间，由它的桥向上级总线申请。`,
  'seabios.placing': '第二遍：分配地址，对齐要求最大的先分配，这样中间不会浪费。',
  'seabios.io': ({ base, size }) =>
    said`I/O 端口从 ${value(hex0x(base))} 开始，一共 ${value(sizeText(size))}。`,
  'seabios.above': ({ count }) =>
    said`4 GiB 以下放不下所有区域：${strong(`${String(count)} 个区域`)}（64 位 BAR）移到 4 GiB 以上。`,
  'seabios.map': ({ who, bar: n, base, size }) =>
    said`为 ${strong(who)} 的${bar(n)}分配 ${value(sizeText(size))}，位于 ${value(hex0x(base))}。`,
  'seabios.open': ({ who, kind, base, size }) =>
    said`打开桥 ${strong(who)} 的${kinds[kind]}窗口：位于 ${value(hex0x(base))}，大小 ${value(sizeText(size))}。`,
  'seabios.out-of-space': '地址空间不够。真实的固件会在这里停机。',
  'seabios.enable': '地址已全部分配完毕。接下来设置中断线，并打开译码。',
  'seabios.init': ({ who }) =>
    said`${strong(who)}：记下它的中断线，并允许它译码。总线主控（bus mastering）仍然关闭：那由驱动程序决定。`,
  'seabios.vga': '有没有 VGA 卡应当得到传统（legacy）VGA 地址？',
  'seabios.vga-path': ({ who }) =>
    said`${strong(who)} 还没有得到：打开它的译码，并打开上方每个桥的 VGA 使能（VGA Enable）。`,
};
