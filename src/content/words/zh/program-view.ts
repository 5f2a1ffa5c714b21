/** Simplified Chinese words of programs that the page may need at once: names of panes and commands, reasons. */
import type { Translation } from '../catalogue.ts';
import type { programView as english } from '../en/program-view.ts';

export const programView: Translation<typeof english> = {
  'view.program': '程序',
  'tab.program': '程序',
  'pane.resize-program': '调整控制台与程序的宽度',

  'command.run-program': '运行…',
  'command.program': '显示或隐藏程序',
  'command.go-program': '转到程序',
  'command.program-next': '下一句',
  'command.program-back': '上一句',
  'command.program-run': '运行到断点或结尾',
  'command.program-restart': '重新开始程序',
  'reason.no-program': '还没有启动程序。',
  'reason.program-ended': '程序已经结束。',
  'reason.program-start': '程序从这里开始。',
};
