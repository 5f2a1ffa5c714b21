/** Simplified Chinese for boards that are too large to be drawn whole: counts, and what unfolds them. */
import type { Translation } from '../catalogue.ts';
import type { large as english } from '../en/large.ts';
import { countsIn } from '../numbers.ts';

const number = countsIn('zh-CN');

export const large: Translation<typeof english> = {
  'topology.buses': ({ count }) => `${number(count)} 条总线`,
  'topology.functions': ({ count }) => `${number(count)} 个功能`,
  'topology.more': ({ count }) => `另有 ${number(count)} 个`,
  'topology.of-kind': ({ count, kind }) => `${number(count)} 个${kind}`,
  'topology.unfold-behind': ({ who, buses, functions }) => `展开 ${who} 之后的部分：${buses}，${functions}`,
  'topology.fold-behind': ({ who }) => `折叠 ${who} 之后的部分`,
  'topology.unfold-more': ({ bus, count }) => `显示${bus}的全部：${count}`,
  'topology.fold-more': ({ bus }) => `减少显示${bus}`,
};
