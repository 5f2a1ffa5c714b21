/** 空状态与出错时的文字：首次访问、无法识别的文本、全一、过大、崩溃。 */
import type { Translation } from '../catalogue.ts';
import type { states as english } from '../en/states.ts';
import { said, value } from '../pieces.ts';

const near: Readonly<Record<string, string>> = {
  'lspci-text': '它像是不带字节的 lspci 输出。请加上 -xxxx 再运行一次；字节在形如 00: 86 80 … 的行里。',
  'hex-rows': '这些是字节行。在转储中，每个功能的字节之前有一行标题，例如 00:1f.3 Audio device。',
  qemu: '它像是 QEMU 命令行的一部分。请以 qemu-system-x86_64 开头，或加上一个 -device。',
  'qemu-trace': '它像是 QEMU 的跟踪日志。目前还不能读取；命令行可以。',
};

export const states: Translation<typeof english> = {
  'first.cards': '从哪里开始',
  'first.run': '看固件运行',
  'first.open': '打开我的 lspci',
  'first.break': '试着弄坏它',

  'open.first-lines': '它的开头是：',
  'open.nearest': (s) => near[s.format] ?? s.format,
  'open.example-dump': '示例：lspci',
  'open.too-much': (s) => `${s.size} MiB 超过了一次能读取的 4 MiB。没有打开任何内容。`,
  'open.head': '取前 4 MiB',
  'open.tail': '取后 4 MiB',

  'ones.title': (s) => said`${value(s.who)} 读出来全是一：没有谁为它应答。`,
  'ones.likely': '可能的原因，最可能的在前：',
  'ones.asleep': '它在休眠：处于 D3cold，或插槽没有供电。',
  'ones.link': '通往它的链路断开了，或它已被拔出。',
  'ones.permission': '读取者没有权限。',
  'ones.number': '总线号指向了别处：上方的某个桥被重新编号。',
  'ones.lspci': said`lspci 会打印 ${value('!!! Unknown header type 7f')}。`,

  'crash.copy': '复制报告',
  'crash.copied': '已复制',
  'crash.copy-about': '包括构建、出错信息和会话。不会发送任何内容。',

  'dialog.close': '关闭',
  'crash.title': '机器停止了',
  'crash.text': 'cf8 内部出了问题。没有丢失任何内容：每一步都已保存，将重新执行。',
  'crash.recover': '继续',
};
