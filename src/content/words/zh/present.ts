/** Simplified Chinese words of the projector; the twin of en/present.ts. */
import type { Translation } from '../catalogue.ts';
import type { present as english } from '../en/present.ts';

export const present: Translation<typeof english> = {
  'command.present': '投影：放大给全场看',
  'present.exit': '退出',
  'present.bus': '总线',
  'present.side': '总线旁边',
  'present.side.auto': '自动',
  'present.side.bytes': '字节',
  'present.side.map': '映射',
  'present.nothing': '这一步不涉及任何功能。',
  'present.show-keys': '投影时显示按下的键',

  'map.whole': ({ window }) => `整个映射 · 现在是 ${window}`,
};
