/** Simplified Chinese words of the list of problems: what was left out, and where lints are told. */
import type { Translation } from '../catalogue.ts';
import type { problems as english } from '../en/problems.ts';

export const problems: Translation<typeof english> = {
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
