/** Simplified Chinese sentences of the console: its help and what it asks for. */
import type { Translation } from '../catalogue.ts';
import type { console as english, consoleWords as englishWords } from '../en/console.ts';
import { said, value } from '../pieces.ts';
import { withNotation } from './notation.ts';

const count = (bytes: number): string => `${String(bytes)} 字节`;

export const console: Translation<typeof english> = {
  'problem.too-large': ({ given, bytes }) => said`${value(given)} 超出了 ${count(bytes)}所能表示的范围。`,
  'problem.extra': ({ given }) => said`这里之后不应再有内容，却出现了 ${value(given)}。`,
  'problem.swapped': ({ fix }) => said`这里同 QEMU 一样，地址在前：${value(fix)}。Linux 的写法才是值在前。`,
  'problem.unreachable': ({ given }) => said`${value(given)} 超出了 cf8 的寻址范围（2^53）。`,
  'problem.nothing-chosen': ({ given }) => said`没有符合 ${value(given)} 的功能。`,
  'problem.no-capability': ({ who, given }) =>
    said`${value(who)} 没有 ${value(given)} 所指的能力（capability）。`,
  'problem.needs-ecam': ({ given, who }) =>
    said`${value(who)} 的 ${value(given)} 位于 0x100 之后，只有通过 ECAM 才能访问，而 ECAM 窗口尚未打开。`,
  'problem.no-step': ({ given, last }) => said`没有第 ${value(given)} 步，最后一步是第 ${last} 步。`,
  'help.in': ({ bytes }) => `从 I/O 端口读取 ${count(bytes)}。`,
  'help.out': ({ bytes }) => `向 I/O 端口写入 ${count(bytes)}。`,
  'help.read': ({ bytes }) => `从内存读取 ${count(bytes)}。`,
  'help.write': ({ bytes }) => `向内存写入 ${count(bytes)}。`,
  'help.lspci': '像 lspci 那样列出各个功能。只查看，不产生总线周期。',
  'help.setpci': '通过 CF8 和 CFC 读写配置寄存器。给出掩码时，只改变掩码中为 1 的位。',
  'help.info': '显示 QEMU monitor 会给出的信息，或这台机器的命令行。只查看，不产生总线周期。',
  'help.step': '沿时间线前进或后退。',
  'help.goto': '转到时间线上的某一步。',
  'help.undo': '撤销上一条命令。',
  'help.redo': '重做被 undo 撤销的命令。',
  'help.clock': '让虚拟时间流逝，使定时器到期；不给数值时，前进到下一个定时器到期的时刻。',
  'help.reset': '复位机器，效果同写端口 CF9。RAM 内容保留。',
  'help.device-add': '向运行中的机器插入一个设备。总线不支持热插拔时会给出说明。',
  'help.device-del': '从运行中的机器拔出一个设备。',
  'help.error': ({ names }) =>
    `让一个 PCI Express 功能检测到错误：错误记录在它的状态寄存器中，并上报给根端口（root port）。-a：建议性错误（advisory）。错误名：${names}。`,
  'help.help': '列出全部命令，或解释其中一条。',
};

export const consoleWords: Translation<typeof englishWords> = {
  'console.usage': ({ usage }) => withNotation(String(usage)),

  'console.log': '已执行的操作',
  'console.prompt': '命令',
  'console.placeholder': 'inl cfc · Tab 补全，↑ 历史，help',
  'console.completions': '补全',
  'console.go': ({ step }) => `转到第 ${String(step)} 步`,
  'console.nobody': '无人应答',
  'console.ahead': ({ count }) =>
    `前方还有 ${String(count)} 步。在此输入命令会开始一个分支；原来的后续步骤会保留。`,
  'console.fix': ({ fix }) => `按 Enter 采用：${fix}`,
  'console.run-lines': ({ count }) => `执行 ${String(count)} 行`,
  'console.cancel': '取消',
};
