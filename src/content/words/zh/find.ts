/** Simplified Chinese words of the way to the palette, in the header. */
import type { Translation } from '../catalogue.ts';
import type { find as english } from '../en/find.ts';

export const find: Translation<typeof english> = {
  'command.palette': '查找命令、设备或寄存器',
  'header.find': '查找…',
  'header.settings': '设置…',
  'header.nav': '机器',
};
