/** Simplified Chinese sentences of the programs that are written to be read: what they are about to do, and why. */
import { hex } from '../../../base/hex.ts';
import type { Translation } from '../catalogue.ts';
import type { programs as english } from '../en/programs.ts';
import { said, strong, strongNames, value } from '../pieces.ts';

const bus = (n: number): string => hex(n, 2);

export const programs: Translation<typeof english> = {
  'program.textbook': '教科书式枚举',
  'program.textbook-about': '每本书都讲的算法：编号、探测大小、分配地址、启用。',
  'program.seabios': 'SeaBIOS 1.16.2',
  'program.seabios-about': '真实的固件上电时如何配置 PCI，逐次访问呈现。',

  'program.linux': 'Linux 6.1',
  'program.linux-about': '固件之后，内核如何配置 PCI：先查看，合理的保留，再为其余区域分配地址。',
  'program.kvmtool': 'kvmtool',
  'program.kvmtool-about': '这个 VMM 在客户机（guest）启动之前，自己就分配好地址。',
  'program.hvisor-probe': 'hvisor 的探测',
  'program.hvisor-probe-about': '虚拟机监控程序（hypervisor）由此得知固件已分配好的 BAR。',
  'program.probe': '像 lspci 那样探测',
  'program.probe-about': '读取每条总线上的每个配置头，不写入任何内容。',
  'program.size-bars': '探测 BAR 的大小',
  'program.size-bars-about': '针对一个功能，其间关闭译码。',
  'program.find-capabilities': '遍历能力链表',
  'program.find-capabilities-about': '针对一个功能，从配置头中的指针开始。',
  'program.flr': '功能级复位（FLR）',
  'program.flr-about': '让一个功能回到上电状态，不影响相邻的功能。',

  'size-bars.off': ({ who }) =>
    said`关闭 ${strong(who)} 的译码：否则，BAR 为全 1 时会在内存地址空间的顶端误应答。`,
  'size-bars.bar': ({ who, bar }) => said`${strong(who)} 的 BAR${bar}：写全 1，读回，再写回原值。`,
  'size-bars.found': ({ bar, size }) =>
    said`保持为 1 的最低地址位，其权值是 ${value(size)}：这就是 BAR${bar} 的大小。`,
  'size-bars.on': ({ who }) => said`${strong(who)} 的译码恢复原状。`,

  'capabilities.status': ({ who }) =>
    said`${strong(who)} 有能力链表（capability list）吗？看状态寄存器（Status）的第 4 位。`,
  'capabilities.none': ({ who }) => said`${strong(who)} 没有能力链表。`,
  'capabilities.pointer': ({ who }) =>
    said`有。${strong(who)} 的能力链表从哪里开始？看寄存器 ${value('34')}。`,
  'capabilities.read': ({ at }) => said`${value(at)} 处是什么？一个字节是能力 ID，一个字节指向下一项。`,
  'capabilities.found': ({ name, at, next }) =>
    next === '00'
      ? said`${strongNames(name)} 位于 ${value(at)}。链表到此结束。`
      : said`${strongNames(name)} 位于 ${value(at)}。下一项在 ${value(next)}。`,

  'flr.find': ({ who }) =>
    said`${strong(who)} 可以单独复位吗？看它的 PCI Express 能力中的设备能力寄存器（Device Capabilities）。`,
  'flr.cannot': ({ who }) => said`${strong(who)} 不能单独复位：只能复位整条总线。`,
  'flr.quiet': ({ who }) =>
    said`先让 ${strong(who)} 停止活动：关闭译码、总线主控（bus mastering）和中断；然后等到它不再有未完成的事务。`,
  'flr.pending': ({ who }) =>
    said`${strong(who)} 仍有未完成的事务（Transactions Pending）；真实的软件会在这里等待。`,
  'flr.reset': ({ who }) =>
    said`把 ${strong(who)} 的“发起功能级复位”位（Initiate Function Level Reset）置 1。该位随即又读作 0。`,
  'flr.after': ({ who }) =>
    said`100 ms 之后可以再次访问 ${strong(who)}：命令寄存器（Command）和各 BAR 都回到了上电时的值。`,

  'probe.bus': ({ bus: n }) => said`总线 ${strong(bus(n))} 上有设备吗？读取每个插槽的厂商 ID（Vendor ID）。`,
  'probe.header': ({ who }) => said`${strong(who)} 有应答。读取它的配置头，共 64 字节。`,
  'probe.found': ({ who, ids }) => said`${strong(who)} 是 ${value(ids)}。`,

  'kvmtool.start': '只有一条总线，没有桥：每个设备的地址都取自两个只增不减的计数器。',
  'kvmtool.bar': ({ who, bar }) => said`${strong(who)} 的 BAR${bar} 有多大？`,
  'kvmtool.give': ({ who, bar, base, size }) =>
    said`${strong(who)} 的 BAR${bar} 得到接下来的 ${value(size)}，起始于 ${value(base)}。`,
  'kvmtool.line': ({ who, line }) => said`${strong(who)} 得到下一个中断线号 ${value(line)}。`,
  'kvmtool.on': ({ who }) => said`一开始就打开 ${strong(who)} 的译码：没有固件来做这件事。`,

  'hvisor.start': '固件已经分配好所有地址。逐个 BAR 读出原值，探测大小，再写回原值。',
  'hvisor.bar': ({ who, bar }) => said`${strong(who)} 的 BAR${bar}：读出原值，探测大小，写回原值。`,
  'hvisor.keep': ({ who, bar, base, size }) =>
    said`${strong(who)} 的 BAR${bar} 位于 ${value(base)}，大小 ${value(size)}：记下来，供将来拥有它的 zone 使用。`,

  'textbook.number': '首先给每条总线编号：有了总线号，软件才能访问总线上的设备。',
  'textbook.look': ({ bus: n }) =>
    said`读取总线 ${strong(bus(n))} 上每个插槽的厂商 ID（Vendor ID）。读到全 1，说明那里没有设备。`,
  'textbook.bridge': ({ who, bus: n, secondary }) =>
    said`${strong(who)} 是桥，所以其后还有一条总线：${strong(bus(secondary))}。主总线号（Primary Bus）设为 ${value(bus(n))}，次级总线号（Secondary Bus）设为 ${value(bus(secondary))}；从属总线号（Subordinate Bus）先设为 ${value('ff')}，等知道它通到哪里再改。`,
  'textbook.reach': ({ who, secondary, subordinate }) =>
    said`${strong(who)} 之后的总线都已编号：范围是 ${value(bus(secondary))} 至 ${value(bus(subordinate))}。`,
  'textbook.place': ({ buses }) =>
    said`一共 ${strong(`${String(buses)} 条总线`)}。现在探测每个 BAR 的大小，并分配地址。`,
  'textbook.size': ({ who, bar }) =>
    said`${strong(who)} 的 BAR${bar} 有多大？关闭译码，写入全 1：仍为 0 的位说明了大小。`,
  'textbook.bar': ({ who, bar, size, base }) =>
    said`${strong(who)} 的 BAR${bar} 需要 ${value(size)}，所以放在该大小的下一个整数倍处：${value(base)}。`,
  'textbook.window': ({ who, base, size }) =>
    said`${strong(who)} 之后的设备都已分配地址：它的窗口从 ${value(base)} 开始，大小 ${value(size)}，按整兆字节取整。`,
  'textbook.enable': '总线号和地址都已分配完毕，现在可以让设备应答了。',
  'textbook.on': ({ who }) =>
    said`允许 ${strong(who)} 译码 I/O 和内存地址，并打开总线主控（bus mastering）。`,
};
