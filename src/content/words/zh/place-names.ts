/** What the models call their parts of the address spaces, in Simplified Chinese; what is the same in every language is not here. */
const names: Readonly<Record<string, string>> = {
  'RAM above 4 GiB': '4 GiB 以上的 RAM',
  RAM: 'RAM',
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
};

export const placeName = (name: string): string => names[name] ?? name;
