/** Simplified Chinese words of putting parts in and taking them out, and of the list of problems. */
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

  'problems.title': '问题',
  'problems.count': ({ problems, warnings, notes }) =>
    [
      ...(problems > 0 ? [`${String(problems)} 个问题`] : []),
      ...(warnings > 0 ? [`${String(warnings)} 个警告`] : []),
      ...(notes > 0 ? [`${String(notes)} 条说明`] : []),
    ].join('，') || '没有问题',
  'lints.warnings': '这一步看来有误',
  'lints.notes': '关于本次访问',
  'lints.run': '执行',
  'lints.run-before': '退回并执行',
  'lints.show': '显示',
  'problems.refused': '被略去，或与要求不符',
  'problems.part': ({ at, model }) => `部件 ${String(at)}，${model}`,
  'problems.more': ({ count }) => `另有 ${String(count)} 项`,
  'problems.unmodelled': '未建模的寄存器',
  'problems.unmodelled-about':
    '这些设备的配置空间是精确的。但这里列出的 BAR 之后尚无任何功能：读出的是寄存器的复位值。',
  'problems.dump': '这台机器来自转储：配置空间与转储一致，但其 BAR 之后没有任何应答。',
};
