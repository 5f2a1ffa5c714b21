/** Simplified Chinese reasons and ways out where a text cannot be read; the twin of en/trouble-text.ts. */
import type { Thing } from '../../../base/messages.ts';
import type { Translation } from '../catalogue.ts';
import type { troubleText as english } from '../en/trouble-text.ts';
import { said, value, type Said } from '../pieces.ts';

/** Why a name means nothing, and where the names are, by what it was looked for among. */
const unknown: Readonly<Record<Thing, readonly [why: string, fix: Said]>> = {
  bus: [
    '部件用上方的桥或端口的 id 指明所在的总线，而那个桥或端口必须先装入。',
    said`为该桥设置这个 ${value('id=')}；或去掉 ${value('bus=')}，使用根总线。`,
  ],
  command: [
    '控制台的命令与 QEMU 的测试协议、lspci、setpci 和 QEMU monitor 一致。',
    said`${value('help')} 列出全部命令。`,
  ],
  error: ['错误的名称与 QEMU 和 Linux 一致。', said`${value('help pcie_aer_inject_error')} 列出全部错误。`],
  info: ['QEMU monitor 的主题中，这里只有与总线有关的几个。', said`${value('help info')} 列出全部主题。`],
  lspci: ['这里的 lspci 没有的选项，不作猜测。', said`${value('help lspci')} 列出全部选项。`],
  machine: ['这里有两种机器的模型，都是 QEMU 的 x86 机器。', said`请用 ${value('pc')} 或 ${value('q35')}。`],
  model: ['板卡的名称与 QEMU 一致。', '“添加设备…”列出全部型号。'],
  option: ['QEMU 的 x86 版没有这个选项。', '改正它，或连同它的值一起删去。'],
  part: ['部件的名称是它的 id，或者型号加插槽。', said`${value('info pci')} 列出现有的部件。`],
  program: ['这里只有 x86 PC 的模型：它们的芯片组和端口。', said`请用 ${value('qemu-system-x86_64')}。`],
  property: ['该型号没有这个属性，QEMU 不会启动。', '改正它，或去掉它。'],
  setpci: [
    '寄存器的名称与 setpci 一致，也可以直接给出偏移。',
    said`写出偏移，例如 ${value('4.w')}；或查看 ${value('help setpci')}。`,
  ],
  subsystem: [
    '控制器用 id 指明所属的子系统，而该部件必须在它之前给出。',
    said`在它之前加上 ${value('nvme-subsys,id=…')}。`,
  ],
  vga: ['VGA 卡用 QEMU 的短名称选择。', said`请用 ${value('std')}、${value('none')} 或 QEMU 的其他名称。`],
};

const examples: Readonly<Record<string, string>> = {
  bdf: 'bdf:00:03.0',
  reg: 'reg:BAR0',
  op: 'op:write',
  val: 'val:ffffffff',
  addr: 'addr:cf8',
  lane: 'lane:io',
  text: 'text:setpci',
};

export const troubleText: Translation<typeof english> = {
  'problem.unknown-why': ({ what }) => unknown[what][0],
  'problem.unknown-fix': ({ what, nearest }) =>
    nearest === '' ? unknown[what][1] : said`改为 ${value(nearest)}。`,
  'problem.expected-why': ({ expected }) => `在这个位置，只有 ${expected} 有意义。`,
  'problem.expected-fix': ({ expected, given }) =>
    given === '' ? `补上 ${expected}。` : said`把 ${value(given)} 改为 ${expected}。`,

  'formats.no-bearing-why': 'cf8 只为 PCI 总线及其上的设备建模；它设置的是机器的其他部分。',
  'formats.no-bearing-fix': '无需处理：没有它，总线也是一样的。',
  'formats.not-carried-why': 'QEMU 会因它而改变总线，所以这里的机器在这一点上与你的不同。',
  'formats.not-carried-fix': said`删去它；如果它代表一块卡，请用 ${value('-device')} 装入。`,
  'formats.value-missing-why': '这个选项以后面的词为值，而后面什么也没有。这一行可能被截断了。',
  'formats.value-missing-fix': ({ option }) => said`在 ${value(option)} 之后写上值，或删去它。`,
  'formats.quote-open-why': '从引号开始，直到与它配对的引号为止，都是同一个词。',
  'formats.quote-open-fix': ({ quote }) => said`在该词结束处再写一个 ${value(quote)}。`,
  'formats.dump-row-why': said`一行由偏移和两位数的字节组成：${value('10: 00 00 …')}。这一行在传递途中被破坏了。`,
  'formats.dump-row-fix': '在文本中改正这一行，或按原样重新粘贴输出。',
  'formats.dump-short-why': '即使不是 root，lspci 也会输出 64 字节，所以文本不完整。',
  'formats.dump-short-fix': said`重新转储：${value('sudo lspci -vvxxxx')}。`,
  'formats.dump-empty-why': said`每个功能以 ${value('00:1f.0 …')} 这样的一行开头，其后是若干行字节。`,
  'formats.dump-empty-fix': said`粘贴 ${value('sudo lspci -vvxxxx')} 的输出。`,

  'problem.too-large-why': ({ bytes }) => `这个宽度的访问只传送 ${String(bytes * 8)} 位。`,
  'problem.too-large-fix': '改用较小的数，或更宽的命令。',
  'problem.extra-why': '命令到此之前已经完整；其后的内容会被悄悄丢掉。',
  'problem.extra-fix': ({ given }) => said`删去 ${value(given)}。一行中的两条命令之间要有 ${value(';')}。`,
  'problem.swapped-why': '照原样执行，访问的将不是你想要的端口。',
  'problem.swapped-fix': ({ fix }) => said`改为 ${value(fix)}。`,
  'problem.unreachable-why': '地址以整数保存，2^53 以内才是精确的。',
  'problem.unreachable-fix': said`改用小于 ${value('0x20000000000000')} 的地址。`,
  'problem.nothing-chosen-why': '只考虑软件现在能找到的功能：它们所在的总线必须有总线号。',
  'problem.nothing-chosen-fix': said`${value('lspci -n')} 列出现有的功能。`,
  'problem.no-capability-why': '这个名称指某个能力中的位置，而该功能的能力链表里没有这个能力。',
  'problem.no-capability-fix': ({ who }) => said`${value(`lspci -v -s ${who}`)} 显示它有哪些能力。`,
  'problem.needs-ecam-why': 'CONFIG_ADDRESS 用 8 位表示寄存器：只到 256 字节。再往后只能通过内存访问。',
  'problem.needs-ecam-fix': '在 q35 上，窗口由固件打开：请先运行 SeaBIOS。机器 pc 没有这个窗口。',
  'problem.no-step-why': '一步就是一次已经发生的访问；尚未发生的还没有编号。',
  'problem.no-step-fix': ({ last }) => said`改为 ${value(`goto ${String(last)}`)} 或 ${value('goto end')}。`,
  'problem.script-only-why': '打开操作记录时会重放程序，所以程序的每一行都必须对机器起作用。',
  'problem.script-only-fix': '删去这一行，改在控制台中输入。',

  'search.key-why': '冒号之前是要比较的内容。没有冒号的词则在各处查找。',
  'search.key-fix': ({ keys }) => `请用 ${keys} 之一，或去掉冒号。`,
  'search.value-why': '每种条件都有自己的取值。',
  'search.value-fix': ({ key }) => said`写法例如 ${value(examples[key] ?? '')}。`,
};
