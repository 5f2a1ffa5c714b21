/** Simplified Chinese sentences of the kernel: what it is about to do to PCI, and why. */
import { hex, size as sizeText } from '../../../base/hex.ts';
import type { Translation } from '../catalogue.ts';
import type { linux as english } from '../en/linux.ts';
import { said, strong, value } from '../pieces.ts';

const bus = (n: number): string => hex(n, 2);
/** Stands between Chinese characters, so it brings the spaces around Latin letters along. */
const names = [' ROM BAR ', ' I/O 窗口', '内存窗口', '可预取窗口'] as const;
const bar = (n: number): string => names[n - 6] ?? ` BAR${String(n)} `;

export const linux: Translation<typeof english> = {
  'linux.ports': () =>
    said`配置机制 1 可用吗？向 ${value('cfb')} 写一个字节不应改变任何东西；CONFIG_ADDRESS 则必须能保存一个完整的双字（dword）。`,
  'linux.look-ecam': '有 ECAM 窗口吗？真实的内核由 ACPI 告知，这里直接询问芯片组。',
  'linux.ecam': ({ base }) =>
    said`ECAM 位于 ${value(base)}。从 ${value('100')} 起的寄存器在那里读取；前 256 字节仍通过端口访问。`,
  'linux.scan': '逐个插槽扫描根总线 00。',
  'linux.peer': ({ bus: n }) =>
    said`没有桥通向总线 ${strong(bus(n))}。它自己就是一条根总线吗？每个插槽只探测一个功能。`,
  'linux.bus': ({ bus: n }) => said`总线 ${strong(bus(n))} 上有哪些设备？读取每个插槽的 ID。`,
  'linux.retry': ({ who }) => said`${strong(who)} 表示尚未就绪。内核等待一段时间，然后重试。`,
  'linux.found': ({ who, ids }) =>
    said`${strong(who)} 是 ${value(ids)}。接着读取头类型（Header Type）、PCI Express 能力和类代码，并检查中断禁用位（INTx Disable）能否写入。`,
  'linux.bar': ({ who, bar: n, always }) =>
    always === 1
      ? said`探测 ${strong(who)} 的${bar(n)}的大小。主桥（host bridge）在此期间保持译码：它可能是通往内存的路径。`
      : said`探测 ${strong(who)} 的${bar(n)}的大小：关闭译码，写全 1，读回，写回原值，恢复译码。`,
  'linux.bar-size': ({ who, bar: n, size }) => said`${strong(who)} 的${bar(n)}译码 ${value(size)}。`,
  'linux.test-windows': ({ who }) =>
    said`${strong(who)} 可以有哪些窗口？不存在的窗口，其寄存器始终为零；64 位的窗口则有高 32 位寄存器。`,
  'linux.capabilities': ({ who }) =>
    said`${strong(who)} 还有哪些能力（capability）？内核的各个部分分别遍历链表，寻找各自关心的能力。`,
  'linux.read-windows': ({ who }) => said`固件把 ${strong(who)} 的窗口开在了哪里？`,
  'linux.bridge': ({ who }) => said`${strong(who)} 是桥。它的总线号合理吗？第一遍：合理的予以保留。`,
  'linux.bridge-again': ({ who }) => said`第二遍：${strong(who)} 还缺总线号吗？`,
  'linux.keep-bus': ({ who, secondary, subordinate }) =>
    said`${strong(who)} 之后是总线 ${strong(bus(secondary))} 至 ${strong(bus(subordinate))}：保留固件分配的总线号。`,
  'linux.new-bus': ({ who, bus: n, secondary }) =>
    said`总线 ${bus(n)} 上的 ${strong(who)} 得到下一个总线号 ${strong(bus(secondary))}；扫描其后总线期间，余下的总线号暂时都归它。`,
  'linux.no-bus': ({ who }) => said`已没有总线号可分给 ${strong(who)} 之后的总线。`,
  'linux.subordinate': ({ who, secondary, subordinate }) =>
    said`${strong(who)} 通向总线 ${bus(secondary)} 至 ${strong(bus(subordinate))}：它的从属总线号（Subordinate Bus）已经确定。`,
  'linux.survey': '固件分配的地址，只要合理就保留。先看窗口，从根总线开始向下。',
  'linux.survey-bars': ({ pass }) =>
    pass === 'on' ? '现在看译码已经打开的 BAR。' : '再看译码关闭的 BAR：它们排在正在工作的 BAR 之后。',
  'linux.rom-off': ({ who }) => said`关闭 ${strong(who)} 的扩展 ROM：它可能与某个 BAR 共用译码器。`,
  'linux.keep': ({ who, bar: n, base, size }) =>
    said`${strong(who)} 的${bar(n)}保持不变：大小 ${value(size)}，位于 ${value(base)}。`,
  'linux.conflict': ({ who, bar: n, base }) =>
    said`${strong(who)} 的${bar(n)}位于 ${value(base)}，不在任何窗口内，或与别的区域重叠：稍后另行分配。`,
  'linux.placing': '为还没有地址的区域分配地址。那些仍然关闭的窗口需要开多大？',
  'linux.window-size': ({ who, bus: n, bar: b, size, extra }) =>
    extra > 0
      ? said`总线 ${strong(bus(n))} 要求 ${strong(who)} 的${bar(b)}至少有 ${value(size)}，最好再多 ${value(sizeText(extra))}，留给以后插入的卡。`
      : said`总线 ${strong(bus(n))} 要求 ${strong(who)} 的${bar(b)}至少有 ${value(size)}。`,
  'linux.without-spare': ({ bus: n }) =>
    said`总线 ${strong(bus(n))} 放不下所有请求的空间。去掉预留部分，重新分配。`,
  'linux.assign': ({ who, bar: n, base, size }) =>
    said`为 ${strong(who)} 的${bar(n)}分配 ${value(size)}，位于 ${value(base)}：能放下它的最低地址。`,
  'linux.no-room': ({ who, bar: n, size }) =>
    said`${strong(who)} 的${bar(n)}需要 ${value(size)}，已经放不下，放弃分配。`,
  'linux.write-windows': ({ who, bus: n }) =>
    said`总线 ${strong(bus(n))} 上的地址已全部分配：写入 ${strong(who)} 的窗口，写入过程中窗口始终保持关闭。`,
  'linux.enable': '各设备稍后由自己的驱动程序启用。现在轮到内核自带的端口驱动程序（port driver）。',
  'linux.port': ({ who }) => said`${strong(who)} 是 PCI Express 端口：打开译码和总线主控（bus mastering）。`,
};
