/** Simplified Chinese words of the timeline's lanes: their names, what the marks mean, what folds them. */
import type { Translation } from '../catalogue.ts';
import type { lanes as english } from '../en/lanes.ts';

export const lanes: Translation<typeof english> = {
  'command.timeline-fold': '折叠或展开时间线',
  'timeline.fold': '折叠时间线',
  'timeline.unfold': '展开时间线',
  'timeline.show-branches': ({ count }) => `${String(count)} 个分支：显示或隐藏`,
  'timeline.more-tools': '时间线的更多操作',
  'timeline.marks': '标记的含义',
  'timeline.mark.write': '写',
  'timeline.mark.read': '读',
  'timeline.mark.unclaimed': '无人应答',
  'timeline.lane.config': '配置空间',
  'timeline.lane.io': 'I/O',
  'timeline.lane.memory': '内存',
  'timeline.lane.other': '中断、DMA、事件',
};
