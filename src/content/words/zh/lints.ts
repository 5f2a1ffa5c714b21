/** Simplified Chinese sentences of the lints: what is odd, why it matters, and what the line does that mends it. */
import type { Translation } from '../catalogue.ts';
import type { lints as english } from '../en/lints.ts';
import { said, value } from '../pieces.ts';

/** Stands between Chinese characters, so it brings the spaces around Latin letters along. */
const spaces = { io: ' I/O ', memory: '内存' } as const;

export const lints: Translation<typeof english> = {
  'lint.bar-overlap': ({ one, other, from, to }) =>
    said`${value(one)} 和 ${value(other)} 都会应答 ${value(`${from}–${to}`)}。`,
  'lint.bar-overlap-why': ({ authentic }) =>
    authentic === 'qemu'
      ? '在真实的总线上，两者会同时驱动总线。QEMU 只让后映射的一个应答，另一个在这段地址上访问不到。'
      : '两个设备认领（claim）同一次访问，就会在总线上互相冲突：读到的值不属于其中任何一个。',
  'lint.bar-in-window': ({ bar, bridge, from, to }) =>
    said`${value(bar)} 落在同一总线上的桥 ${value(bridge)} 的窗口 ${value(`${from}–${to}`)} 内。`,
  'lint.bar-in-window-why':
    '这个设备和这个桥位于同一条总线上，都会认领（claim）该访问；桥之后处于这段地址的设备就访问不到了。',
  'lint.bar-in-ram': ({ bar, from, to }) =>
    said`${value(bar)} 与 RAM 占用了同一段地址：${value(`${from}–${to}`)}。`,
  'lint.bar-in-ram-why':
    '内存控制器先于 PCI 应答。设备收不到对这段地址的访问，它的驱动程序读写的其实是 RAM。',
  'lint.windows-overlap': ({ one, other, from, to }) =>
    said`${value(one)} 和 ${value(other)} 的窗口在 ${value(`${from}–${to}`)} 处重叠。`,
  'lint.windows-overlap-why': '两个桥都会认领（claim）对这段地址的访问，而真正的目标设备只在其中一个桥之后。',
  'lint.bar-outside': ({ bar, bridge, from, to }) =>
    said`${value(bar)} 位于 ${value(`${from}–${to}`)}，在 ${value(bridge)} 的窗口之外。`,
  'lint.bar-outside-why':
    '这个 BAR 正在译码，但上方的桥不会把这段地址的访问向下转发：CPU 读到的值不是任何设备给出的，写入则丢失。',
  'lint.window-outside': ({ bridge, above, from, to }) =>
    said`${value(bridge)} 的窗口 ${value(`${from}–${to}`)} 在上级桥 ${value(above)} 的窗口之外。`,
  'lint.window-outside-why': '窗口内的地址访问不到：离 CPU 更近的那个桥不会向下转发这些地址。',
  'lint.bar-at-zero': ({ who, bar, space }) =>
    said`${value(who)} 的 ${value(bar)} 为 0，而${spaces[space]}译码已经打开。`,
  'lint.bar-at-zero-why': ({ space }) =>
    space === 'io'
      ? '地址 0 表示“尚未分配”。但有些硬件会照字面执行，从端口 0 起应答，而那里是芯片组的端口。'
      : '地址 0 表示“尚未分配”。但有些硬件会照字面执行，从地址 0 起应答，而那里是 RAM。',
  'lint.bus-order': ({ bridge, primary, secondary, subordinate }) =>
    said`${value(bridge)} 的总线号没有递增：主总线（Primary Bus）${value(primary)}，次级总线（Secondary Bus）${value(secondary)}，从属总线（Subordinate Bus）${value(subordinate)}。`,
  'lint.bus-order-why':
    '桥转发总线号在次级总线到从属总线之间的配置访问。桥之后的总线号必须大于桥之前的总线号，这个范围也不能为空。',
  'lint.bus-outside': ({ bridge, from, to, above, secondary, subordinate }) =>
    said`${value(bridge)} 的总线 ${value(`${from}–${to}`)} 不在 ${value(above)} 之后，后者只转发 ${value(`${secondary}–${subordinate}`)}。`,
  'lint.bus-outside-why': '上级桥不转发这些总线号的配置访问，因此其后的设备都找不到。',
  'lint.bus-overlap': ({ one, other, from, to }) =>
    said`${value(one)} 和 ${value(other)} 都声称总线 ${value(from === to ? from : `${from}–${to}`)} 在自己之后。`,
  'lint.bus-overlap-why': '一个总线号只能对应一条总线。软件只能访问到两者之一。',
  'lint.message-not-master': ({ who, what }) =>
    said`${value(who)} 已启用 ${value(what)}，但没有打开总线主控使能（Bus Master Enable）。`,
  'lint.message-not-master-why':
    '消息中断是由功能自己发起的一次内存写。总线主控使能未打开时，这次写会被丢弃，中断也随之丢失。',
  'lint.master-below': ({ bridge, who }) =>
    said`${value(who)} 打开了总线主控使能（Bus Master Enable），而上方的桥 ${value(bridge)} 没有打开。`,
  'lint.master-below-why':
    '桥没有打开总线主控使能时，不会向上转发任何内存或 I/O 请求：其后设备的 DMA 和消息中断都会被拒绝。',
  'lint.capability-list': ({ who, at, kind }) =>
    kind === 'loop'
      ? said`${value(who)} 的能力链表（capability list）又回到了 ${value(at)}。`
      : said`${value(who)} 的能力链表（capability list）指向 ${value(at)}，超出了能力可以存放的范围。`,
  'lint.capability-list-why':
    '软件如果只沿着指针走而不计数，就会陷入死循环，或把配置头中的寄存器误当成能力。只有设备厂商能修正。',
  'lint.all-ones': ({ who }) => said`${value(who)} 读出来全是 1：没有谁为它应答。`,
  'lint.all-ones-why':
    '它可能在休眠，链路断开，或已被拔出；也可能读取者没有权限，或总线号指向了别处。lspci 会打印“!!! Unknown header type 7f”。',
  'lint.bar-last-wide': ({ who, bar }) =>
    said`${value(who)} 的 ${value(bar)} 声明自己是 64 位，但它已经是最后一个 BAR。`,
  'lint.bar-last-wide-why':
    '高 32 位应放在下一个寄存器里，而那个寄存器另有用途。软件把地址写进去，就会破坏它。只有设备厂商能修正。',
  'lint.row-sizing': ({ who, bar }) => said`探测 ${value(bar)} 的大小时，${value(who)} 仍在译码。`,
  'lint.row-sizing-why':
    '从写入全 1 到写回原地址之间，BAR 会在全 1 所指的地址上应答。只要那里没有别的设备，固件这样做就不会出事；但规范要求先关闭译码。',
  'lint.row-narrow': ({ bytes, port, value: written }) =>
    said`向 ${value(port)} 写入了 ${value(written)}，但宽度只有 ${bytes} 字节：CONFIG_ADDRESS 没有接受。`,
  'lint.row-narrow-why':
    '只有对 CF8 的 32 位写才会进入 CONFIG_ADDRESS；更窄的写只是普通的 I/O 访问。下一次访问 CFC 时，仍指向旧地址。',
  'lint.row-unclaimed': ({ target, write }) =>
    write ? said`对 ${value(target)} 的写无人认领。` : said`对 ${value(target)} 的读无人应答。`,
  'lint.row-unclaimed-why': ({ write, who, value: read }) =>
    who !== ''
      ? said`${value(who)} 有一个 BAR 在这里，但它的译码没有打开。`
      : write
        ? '写入的数据丢失，而且没有任何迹象。'
        : said`返回的是 ${value(read)}，容易被误认为真实的值。`,
  'lint.row-unaligned': ({ bar, asked, kept }) =>
    said`向 ${value(bar)} 写入的地址是 ${value(asked)}，实际保存的是 ${value(kept)}。`,
  'lint.row-unaligned-why': ({ bytes }) =>
    said`它的大小是 ${bytes}，地址只能是该大小的整数倍；更低的位固定为 0。`,

  'lint.fix-move': ({ bar, address }) => said`把 ${value(bar)} 移到空闲地址 ${value(address)}。`,
  'lint.fix-align': ({ bar, address }) => said`把 ${value(bar)} 设为下一个对齐的地址 ${value(address)}。`,
  'lint.fix-off': ({ who }) => said`关闭 ${value(who)} 的这项译码。`,
  'lint.fix-on': ({ who }) => said`打开 ${value(who)} 的译码。`,
  'lint.fix-window': ({ bridge, from, to }) => said`让 ${value(bridge)} 向下转发 ${value(`${from}–${to}`)}。`,
  'lint.fix-close': ({ bridge }) => said`关闭 ${value(bridge)} 的窗口；其后没有正在译码的设备。`,
  'lint.fix-reach': ({ bridge, to }) => said`把 ${value(bridge)} 的总线号范围扩大到总线 ${value(to)}。`,
  'lint.fix-renumber': ({ bridge, number }) =>
    said`把 ${value(bridge)} 之后的总线改为空闲的总线号 ${value(number)}；再往后的总线须重新编号。`,
  'lint.fix-master': ({ who }) => said`打开 ${value(who)} 的总线主控使能（Bus Master Enable）。`,
  'lint.fix-latch': ({ value: address }) => said`一次写完整个 CONFIG_ADDRESS：${value(address)}。`,
};
