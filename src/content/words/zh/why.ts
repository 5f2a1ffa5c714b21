/** Simplified Chinese words of provenance: where a value comes from. */
import type { Translation } from '../catalogue.ts';
import type { why as english } from '../en/why.ts';
import { names, said, strong } from '../pieces.ts';

const made: Readonly<Record<string, string>> = {
  write: '写入者',
  device: '设备自身，位于',
  'reset-event': '复位于',
  clock: '时间流逝，位于',
  plug: '插入于',
  unplug: '拔出于',
  error: '错误发生于',
};

const plain: Readonly<Record<string, string>> = {
  reset: '复位值',
  dumped: '转储中的原值',
  computed: '设备在每次读取时算出',
};

export const why: Translation<typeof english> = {
  'why.ask': '为什么？',
  'why.ask-tip': '选中的字节是谁、何时写入的？',
  'why.made': ({ kind, step, now }) => `${made[kind] ?? '改变于'}${now ? '本步' : `第 ${String(step)} 步`}`,
  'why.plain': ({ kind }) => plain[kind] ?? kind,
  'why.again': ({ step }) => `第 ${String(step)} 步也写过它，但没有改变任何东西。`,
  'why.about': ({ register, who }) => said`为什么？${strong(who)} 的 ${names(register)}`,
  'why.fields': '它的各个域',
  'why.accesses': ({ count }) => (count === 0 ? '还没有对它的访问' : `对它的访问：${String(count)} 次`),
  'why.access': ({ step, write, value }) => `第 ${String(step)} 步${write ? '写入' : '读出'} ${value}`,
  'why.from-edge': '从',
  'why.to-edge': '到',
};
