/** Simplified Chinese words of the header: the ways to what comes when it is asked for. */
import type { Translation } from '../catalogue.ts';
import type { find as english } from '../en/find.ts';

export const find: Translation<typeof english> = {
  'command.palette': '查找命令、设备或寄存器',
  'command.compare': '比较…',
  'command.share': '分享…',
  'command.save-file': '将会话保存为文件',
  'header.find': '查找…',
  'header.settings': '设置…',
  'header.nav': '机器',
};
