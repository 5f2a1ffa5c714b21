/** Simplified Chinese words of a person's own program: what its lines say, and its editor. */
import type { Translation } from '../catalogue.ts';
import type { script as english, scriptMessages as englishMessages } from '../en/script.ts';
import { said, strong, value } from '../pieces.ts';

/** Of base/messages.ts. */
export const scriptMessages: Translation<typeof englishMessages> = {
  'script.line': ({ line, text }) => said`${line}：${value(text)}`,
  'problem.script-only': ({ given }) => said`${value(given)} 只能在控制台中使用：程序的每一行都必须是动作。`,
};

/** Of the screen. */
export const script: Translation<typeof english> = {
  'program.script': '自己的程序',
  'command.script': '自己的程序…',
  'script.about': '在编辑器中逐行编写控制台命令。',
  'script.editor': '程序：每行一条控制台命令',
  'script.tools': '自己的程序',
  'script.step': '执行一行',
  'script.stop': '停止',
  'script.reset': '回到开头',
  'script.point': '断点',
  'script.point-line': ({ line }) => `自己的程序第 ${String(line)} 行`,
  'script.examples': '示例',
  'script.example-bar': '探测 BAR 的大小',
  'script.example-capabilities': '遍历能力链表',
  'script.example-enable': '启用一块卡',
  'script.load': '载入…',
  'script.save': '保存',
  'script.keys': ({ run, point }) => `${run} 运行，${point} 设置断点，先按 Escape 再按 Tab 可离开编辑器。`,
  'script.wrong': ({ line }) => `请先改正第 ${String(line)} 行。`,
  'script.empty': '还没有一行会执行动作。',
  'script.long': '程序太长：最多 20,000 个字符。',
  'script.not-running': '没有程序在运行。',
  'script.not-started': '程序尚未启动。',
  'script.before': ({ line }) => said`停在第 ${strong(line)} 行之前。`,
};
