/** Simplified Chinese sentences of the story: what an access does, beat by beat, and what it came to. */
import type { Translation } from '../catalogue.ts';
import type { story as english } from '../en/story.ts';
import { names, said, strong, strongNames, term, value } from '../pieces.ts';
import { placeName, scenarioName } from './names.ts';

export const story: Translation<typeof english> = {
  'say.power-on': ({ machine }) => said`${strong(scenarioName(machine))} 刚刚上电，还没有任何访问。`,
  'say.dump-open': ({ functions }) =>
    said`这台机器来自转储：${strong(`${String(functions)} 个功能`)}。还没有任何访问。`,
  'say.latch-write': ({ value: v }) => said`CPU 向 CF8 写入 ${value(v)}。`,
  'say.latch-read': ({ port }) => said`CPU 读取 ${value(port)}，即 CONFIG_ADDRESS 寄存器。`,
  'say.latch-narrow': ({ bytes }) =>
    said`${strong(`只有 ${String(bytes)} 字节：`)}CF8 只接受对齐的双字，因此 CONFIG_ADDRESS 保持不变。`,
  'say.latch': ({ bus, device, function: f, register }) =>
    said`${term('config-address', 'CONFIG_ADDRESS')} 把它拆分为：使能位、总线 ${value(bus)}、设备 ${value(device)}、功能 ${value(f)}、寄存器 ${value(register)}。`,
  'say.latch-off': ({ value: v }) =>
    said`CONFIG_ADDRESS 现为 ${value(v)}：使能位${strong('关闭')}，CFC 不通向任何设备。`,
  'say.latched': ({ who, register, value: v }) =>
    said`CF8 = ${value(v)}：CFC 现在通向 ${strong(who)} 的 ${strongNames(register)}。`,
  'say.data-write': ({ value: v, via }) =>
    said`CPU 向 ${via} 写入 ${value(v)}；${term('host-bridge', '主桥')}须发起一次${term('configuration-cycle', '配置周期')}。`,
  'say.data-read': ({ via }) =>
    said`CPU 读取 ${via}；${term('host-bridge', '主桥')}须发起一次${term('configuration-cycle', '配置周期')}。`,
  'say.disabled': said`CONFIG_ADDRESS 的使能位关闭：不产生${term('configuration-cycle', '配置周期')}。`,
  'say.type0': ({ device }) =>
    said`总线 0 属于主桥自己：${term('type-0', 'Type 0')} 周期，选通设备 ${value(device)} 的 ${term('idsel', 'IDSEL')}。`,
  'say.type1': ({ bus }) => said`总线 ${value(bus)} 不是总线 0：主桥发出 ${term('type-1', 'Type 1')} 周期。`,
  'say.forward': ({ bridge, bus, secondary, subordinate }) =>
    said`${strong(bridge)}：${value(secondary)} ≤ ${value(bus)} ≤ ${value(subordinate)}，因此向下转发该 ${term('type-1', 'Type 1')} 周期。`,
  'say.convert': ({ bridge, bus, device }) =>
    said`${strong(bridge)}：总线 ${value(bus)} 是它的${term('secondary-bus', '次级总线')}（secondary bus）。Type 1 转换为 Type 0，选通设备 ${value(device)} 的 IDSEL。`,
  'say.claim-read': ({ who, register, value: v }) =>
    said`${strong(who)} ${term('claim', '认领')}，并应答 ${names(register)} = ${value(v)}。`,
  'say.claim-write': ({ who, register, value: v }) =>
    said`${strong(who)} ${term('claim', '认领')}：${names(register)} 收到 ${value(v)}。`,
  'say.config-read': ({ who, register, value: v }) =>
    said`CPU 读取 CFC。${strong(who)} 应答 ${value(v)}：${names(register)}。`,
  'say.absent': ({ who, value: v }) => said`没有设备认领 ${strong(who)}，因此 CPU 读到 ${value(v)}。`,
  'say.abort': ({ who }) =>
    said`没有设备认领 ${strong(who)}：${term('master-abort', '主设备中止')}（master abort）。`,
  'say.ones': ({ value: v }) =>
    said`这个值不是任何设备给出的：${term('host-bridge', '主桥')}代为应答 ${value(v)}。`,
  'say.return': ({ value: v }) => said`CPU 收到 ${value(v)}。`,
  'say.mask': ({ who, register, now, refused }) =>
    refused === 0
      ? said`${strong(who)}：${names(register)} 现为 ${value(now)}。`
      : said`${strong(who)}：${names(register)} 保持 ${value(now)}；${strong(`${String(refused)} 位`)}未被接受。`,
  'say.size-flags': ({ value: v, bare }) => said`去掉类型位：${value(v)} 变为 ${value(bare)}。`,
  'say.size-invert': ({ bare, inverted }) => said`逐位取反：~${value(bare)} = ${value(inverted)}。`,
  'say.size': ({ who, bar, value: v, bytes }) =>
    said`CPU 读取 CFC。${strong(who)} 应答 ${value(v)}：${bar} ${term('decode', '译码')} ${strong(bytes)}。`,
  'say.map': ({ who, bar, address, last, bytes }) =>
    said`${strong(who)} 的 ${bar} 译码 ${value(address)} 至 ${value(last)}：在地址映射中占 ${strong(bytes)}。`,
  'say.unmap': ({ who, bar, address }) => said`${strong(who)} 的 ${bar} 不再在 ${value(address)} 处译码。`,
  'say.outline': ({ who, bar, address }) =>
    said`${strong(who)} 的 ${bar} 已编程为 ${value(address)}，但命令寄存器（Command）尚未允许它${term('decode', '译码')}。`,
  'say.io-read': ({ address }) => said`CPU 读取 I/O 端口 ${value(address)}。`,
  'say.io-write': ({ address, value: v }) => said`CPU 向 I/O 端口 ${value(address)} 写入 ${value(v)}。`,
  'say.memory-read': ({ address }) => said`CPU 读取内存 ${value(address)}。`,
  'say.memory-write': ({ address, value: v }) => said`CPU 向内存 ${value(address)} 写入 ${value(v)}。`,
  'say.platform': ({ what, value: v }) =>
    said`${strong(placeName(what))} 在询问 PCI 之前就已处理：${value(v)}。`,
  'say.to-pci': ({ address }) =>
    said`${value(address)} 既不是 RAM，也不属于芯片组自身：${term('host-bridge', '主桥')}将其放到总线 0 上。`,
  'say.expander': ({ expander, address }) =>
    said`${strong(expander)} 带来另一条根总线：它与总线 0 一样收到 ${value(address)}，无需窗口。`,
  'say.window': ({ bridge, address, from, to }) =>
    said`${strong(bridge)}：${value(address)} 位于它的${term('window', '窗口')} ${value(from)} 至 ${value(to)} 之内，因此向下转发。`,
  'say.claim-address-read': ({ who, place, value: v }) =>
    place === ''
      ? said`${strong(who)} 认领，并应答 ${value(v)}。`
      : said`${strong(who)} 的 ${place} 认领，并应答 ${value(v)}。`,
  'say.claim-address-write': ({ who, place, value: v }) =>
    place === ''
      ? said`${strong(who)} 认领 ${value(v)}。`
      : said`${strong(who)} 的 ${place} 认领 ${value(v)}。`,
  'say.abort-address': ({ address }) => said`没有设备认领 ${value(address)}：没有任何 BAR 或窗口包含它。`,
  'say.abort-disabled': ({ address, who }) =>
    said`没有设备认领 ${value(address)}：${strong(who)} 已编程到该处，但其${term('decode', '译码')}关闭。`,
  'say.made-up': ({ value: v }) => said`这个值不是任何设备给出的：无人认领时读出 ${value(v)}。`,
  'say.dma-read': ({ who, address, value: v }) =>
    said`${strong(who)} 作为${term('bus-master', '总线主设备')}，从 ${value(address)} 读出 ${value(v)}。`,
  'say.dma-write': ({ who, address, value: v }) =>
    said`${strong(who)} 作为${term('bus-master', '总线主设备')}，向 ${value(address)} 写入 ${value(v)}。`,
  'say.dma-blocked': ({ who }) =>
    said`${strong(who)} 想发起总线访问，但它的总线主控使能（Bus Master Enable）没有打开。`,
  'say.message': ({ who, address, value: v }) =>
    said`${strong(who)} 发出${term('msi', '消息')}中断：向 ${value(address)} 写入 ${value(v)}。`,
  'say.reset': '机器复位。',
  'say.plug': ({ part, model, bus }) =>
    said`${strong(part)}（${model}）插入总线 ${strong(bus)}，处于上电时的状态。`,
  'say.error': ({ who, error }) =>
    said`${strong(who)} 检测到错误 ${value(error)} 并记录下来；但途中的某个屏蔽位或使能位拦下了消息，根端口收不到。`,
  'say.error-heard': ({ who, error }) =>
    said`${strong(who)} 检测到错误 ${value(error)}，记录并上报：上方的根端口收到该消息。`,
  'say.unplug': ({ part, model, bus }) => said`${strong(part)}（${model}）从总线 ${strong(bus)} 拔出。`,
  'say.clock': ({ ns }) => said`虚拟时间经过 ${value(ns / 1e6)} 毫秒。`,

  'phase.capabilities': '能力',
  'phase.reset': '复位',
  'phase.bus-numbers': '总线号',
  'phase.devices': '设备清单',
  'phase.sizing': '大小',
  'phase.survey': '固件分配的资源',
  'phase.placing': '地址',
  'phase.enable': '使能',
  'phase.number': '为总线编号',
  'phase.map-others': '映射其他板卡',
  'phase.meet': '认识 00:03.0',
  'phase.size': '探测 BAR0 的大小',
  'phase.map': '映射 BAR0',
  'phase.yours': '自己的操作',
  'phase.deep': '到达总线 3',
  'phase.nobody': '访问一个空插槽',
  'phase.ecam': '打开 ECAM 窗口',
  'phase.nvme': '映射 NVMe 控制器',
};
