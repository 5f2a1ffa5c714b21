/** 离线使用与新版本。 */
import type { Translation } from '../catalogue.ts';
import type { update as english } from '../en/update.ts';

export const update: Translation<typeof english> = {
  'offline.badge': '离线',
  'offline.about': '现在没有网络。这里的一切不联网也能用。',
  'update.ready': '新版本已就绪。',
  'command.reload': '重新加载',
  'reason.no-update': '没有等待中的新版本',
};
