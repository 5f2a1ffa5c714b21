/** Simplified Chinese words of putting parts in and taking them out. */
import type { Translation } from '../catalogue.ts';
import type { devices as english } from '../en/devices.ts';
import { said, strong } from '../pieces.ts';

export const devices: Translation<typeof english> = {
  'command.add-device': '添加设备…',
  'command.unplug-device': '拔出',
  'command.take-out-device': '移除',
  'reason.dump': '这台机器来自转储，不能添加设备。',
  'reason.nothing-chosen': '请先选择一个设备。',
  'reason.built-in': '它是机器自带的。',
  'reason.not-there': '在这一步，它不在机器中。',
  'reason.bus-not-hot': '机器运行时，它所在的总线不能插入或拔出部件。',
  'reason.model-not-hot': '机器运行时，这个型号不能拔出。',

  'topology.device-menu': ({ who }) => `对 ${who} 的操作`,
  'topology.device-menu-none': '对所选设备的操作',
  'topology.unplug-note': '时间线上的一步：在机器运行时拔出。',
  'topology.take-out-note': '重放同一条时间线，就像它从未存在过。',

  'change.added': ({ part }) => said`${strong(part)} 已装入机器。`,
  'change.taken-out': ({ part }) => said`${strong(part)} 已从机器中移除。`,
  'change.undo': '撤销',
  'change.redo': '重做',
  'change.forget': '关闭提示',
};
