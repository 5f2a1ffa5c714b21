/** Simplified Chinese sentences of what stands in the way: texts that cannot be read, boards that cannot be built. */
import type { Thing } from '../../../base/messages.ts';
import type { Translation } from '../catalogue.ts';
import type { messages as english } from '../en/messages.ts';
import { said, value } from '../pieces.ts';
import { withNotation } from './notation.ts';

/** Stands behind a Chinese character, so it brings the space before a Latin letter along. */
const things: Readonly<Record<Thing, string>> = {
  bus: '总线',
  command: '命令',
  error: '错误',
  info: ' info 主题',
  lspci: ' lspci 选项',
  machine: '机器',
  model: '型号',
  option: ' QEMU 选项',
  part: '部件',
  program: ' QEMU 程序',
  property: '属性',
  setpci: ' setpci 寄存器',
  subsystem: '子系统',
  vga: ' VGA 卡',
};

export const messages: Translation<typeof english> = {
  'problem.unknown': ({ what, given, nearest }) =>
    nearest === ''
      ? said`没有名为 ${value(given)} 的${things[what]}。`
      : said`没有名为 ${value(given)} 的${things[what]}。是否想输入 ${value(nearest)}？`,
  'problem.expected': ({ expected, given }) =>
    given === ''
      ? said`此处应为 ${withNotation(String(expected))}，但文本已结束。`
      : said`此处应为 ${withNotation(String(expected))}，而不是 ${value(given)}。`,

  'formats.no-bearing': ({ option }) => said`${value(option)} 与 PCI 总线无关。`,
  'formats.not-carried': ({ option }) => said`${value(option)} 与总线有关，但 cf8 没有为它建模。`,
  'formats.value-missing': ({ option }) => said`${value(option)} 后面需要一个值。`,
  'formats.quote-open': ({ quote }) => said`引号 ${value(quote)} 没有闭合。`,
  'formats.dump-row': ({ given }) => said`无法解析这一行字节：${value(given)}。其后的内容未知。`,
  'formats.dump-short': ({ slot, bytes }) => said`${value(slot)} 只有 ${bytes} 字节；配置头有 64 字节。`,
  'formats.dump-empty': ({ lines }) => said`在 ${lines} 行中没有找到任何功能。`,

  'problem.express-only': ({ model, bus }) =>
    said`${value(model)} 是 PCI Express 设备；${value(bus)} 是传统 PCI 总线。`,
  'problem.conventional-only': ({ model }) =>
    said`${value(model)} 扩展的是传统 PCI 总线；这条总线是 PCI Express。`,
  'problem.root-only': ({ model }) => said`${value(model)} 只能位于机器自己的根总线上。`,
  'problem.bridges-only': ({ model, bus }) =>
    said`${value(bus)} 是扩展器的根总线，只接受桥和端口，不接受 ${value(model)}。`,
  'problem.bus-number-taken': ({ number }) => said`总线号 ${number} 已被另一个扩展器的总线占用。`,
  'problem.one-slot': ({ bus, given }) =>
    said`${value(bus)} 只有一个插槽 0，${value(given)} 处不能放任何设备。`,
  'problem.slot-taken': ({ bus, given, other }) =>
    said`${value(bus)} 的插槽 ${value(given)} 已被 ${value(other)} 占用。`,
  'problem.bus-full': ({ bus }) => said`${value(bus)} 没有空闲插槽。`,
  'problem.id-taken': ({ id }) => said`名称 ${value(id)} 已被占用。`,
  'problem.single-function': ({ bus, given, other }) =>
    said`${value(other)} 与 ${value(bus)} 的 ${value(given)} 共用一个插槽：功能 0 需要 ${value('multifunction=on')}。`,
  'problem.required': ({ model, property }) => said`${value(model)} 需要 ${value(`${property}=…`)}。`,
  'problem.power-of-two': ({ property, given }) =>
    said`${value(property)} 必须是 2 的幂，${value(given)} 不是。`,
  'problem.same-chassis-slot': ({ chassis, slot }) =>
    said`另一个端口已使用机箱号（chassis）${chassis}、插槽号（slot）${slot}；两个编号至少要有一个不同。`,
  'problem.conflict': ({ one, other }) => said`${value(one)} 与 ${value(other)} 互斥。`,
  'problem.no-mode': ({ model }) =>
    said`${value(model)} 将既没有现代（modern）寄存器，也没有传统（legacy）寄存器；位于端口之下时默认没有传统寄存器。`,
  'problem.bus-not-hot': ({ bus }) => said`机器运行时，总线 ${value(bus)} 不能插入或拔出部件。`,
  'problem.model-not-hot': ({ model }) => said`机器运行时，${value(model)} 不能插入或拔出。`,
  'problem.told-otherwise':
    '重放的结果与离开时不同：此后 cf8 的某个程序或设备模型有改动。现在看到的是按新版本得到的结果。',
  'problem.zero-there': ({ other }) =>
    said`${value(other)} 是该插槽的功能 0，且已经存在；机器运行时，功能 0 必须最后插入。`,
  'problem.other-domain': ({ domain }) => said`域 ${value(domain)} 被略去；这里的机器只有一个域 0。`,
  'problem.dumped-twice': ({ slot }) => said`${value(slot)} 出现了两次；以第一次为准。`,
  'problem.unreachable-bus': ({ bus }) => said`没有桥通向总线 ${value(bus)}。`,
};
