/**
 * Simplified Chinese of names that data carries: machines of ours, parts of the chipset. The English name is the key; what
 * is not here (a person's own title, a mnemonic) stays as it is.
 */
import type { Translation } from '../catalogue.ts';
import type { names as english } from '../en/names.ts';

const places: Readonly<Record<string, string>> = {
  RAM: 'RAM',
  'RAM above 4 GiB': '4 GiB 以上的 RAM',
  firmware: '固件',
  'firmware (copy)': '固件（副本）',
  'SMBus registers': 'SMBus 寄存器',
  'PM1 status and enable': 'PM1 状态与使能',
  'PM1 control': 'PM1 控制',
  'PM timer': 'PM 定时器',
  'ACPI PCI hot plug': 'ACPI PCI 热插拔',
  'SMM memory': 'SMM 内存',
  'SMI enable and status': 'SMI 使能与状态',
  'reset control': '复位控制',
  'root complex registers': '根复合体寄存器',
  'local APIC': '本地 APIC',
  watchdog: '看门狗',
  'interrupt controller 1': '中断控制器 1',
  'interrupt controller 2': '中断控制器 2',
  'edge/level control 1': '边沿/电平控制 1',
  'edge/level control 2': '边沿/电平控制 2',
};

const scenarios: Readonly<Record<string, string>> = {
  'pc · e1000, VGA, bridge': 'pc · e1000、VGA、桥',
  'pc · three bridges deep': 'pc · 三层桥',
  'pc · a slot with nobody in it': 'pc · 一个空插槽',
  'q35 · root ports, NVMe': 'q35 · 根端口、NVMe',
  'pc · 256 buses, 65,529 functions': 'pc · 256 条总线，65,529 个功能',
};

export const placeName = (name: string): string => places[name] ?? name;
export const scenarioName = (title: string): string => scenarios[title] ?? title;

export const names: Translation<typeof english> = {
  'name.place': ({ name }) => placeName(name),
  'name.scenario': ({ title }) => scenarioName(title),
};
