/** Simplified Chinese words of panes: all of the room for one. */
import type { Translation } from '../catalogue.ts';
import type { panes as english } from '../en/panes.ts';

export const panes: Translation<typeof english> = {
  'pane.maximise': ({ pane }) => `最大化：${pane}`,
  'pane.restore': ({ pane }) => `还原所有面板：${pane}`,
  'command.maximise': '最大化此面板，或还原全部',
  'command.maximise-timeline': '最大化时间线',
  'command.maximise-topology': '最大化总线',
  'command.maximise-inspector': '最大化配置空间',
  'command.maximise-address-map': '最大化地址映射',
  'command.maximise-console': '最大化控制台',
  'command.maximise-program': '最大化程序',
  'reason.one-pane': '此处一次只显示一个面板。',
};
