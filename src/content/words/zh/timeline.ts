/** Simplified Chinese words of the timeline: search, bookmarks, zoom, running until something, branches. */
import type { Translation } from '../catalogue.ts';
import type { timeline as english, timelineMessages as englishMessages } from '../en/timeline.ts';
import { said, value } from '../pieces.ts';

const values: Readonly<Record<string, string>> = {
  bdf: '00:03.0、00:03 或 *:03.0',
  reg: 'BAR0、COMMAND 或 10',
  op: 'read、write 或 abort',
  val: 'ffffffff 或 fffexxxx',
  addr: 'cf8 或 fee00000..fee00fff',
  lane: 'cfg、io、mem、int、dma 或 event',
  text: 'setpci',
};

export const timelineMessages: Translation<typeof englishMessages> = {
  'search.key': ({ given, keys }) => said`没有 ${value(`${given}:`)} 这种条件；可用的有 ${keys}。`,
  'search.value': ({ key, given }) =>
    given === ''
      ? said`${value(`${key}:`)} 需要一个值：${values[key] ?? ''}。`
      : said`${value(`${key}:`)} 应为 ${values[key] ?? ''}，而不是 ${value(given)}。`,
};

const kinds: Readonly<Record<string, string>> = {
  config: 'CFG',
  io: 'IO',
  memory: 'MEM',
  message: 'INT',
  dma: 'DMA',
};

export const timeline: Translation<typeof english> = {
  'command.run-until': '运行到…',
  'command.bookmark': '为此步加书签',
  'command.bookmark-next': '下一个书签',
  'command.bookmark-back': '上一个书签',
  'command.zoom-in': '时间线：放大',
  'command.zoom-out': '时间线：缩小',
  'command.zoom-fit': '时间线：全程',
  'command.zoom-phase': '时间线：本阶段或全程',

  'timeline.find': '查找',
  'timeline.find-tip': '查找访问',
  'timeline.find-label': '在时间线中查找访问',
  'timeline.find-place': 'reg:BAR0 op:write val:ffffffff',
  'timeline.find-about':
    'bdf:00:03.0 · reg:BAR0 · op:read、write、abort · val:fffexxxx · addr:cf8 · lane:cfg、io、mem、int、dma · text:setpci · 任意词',
  'timeline.found': ({ at, of }) =>
    at === 0 ? `找到 ${String(of)} 处` : `第 ${String(at)} 处，共 ${String(of)} 处`,
  'timeline.found-none': '没有找到',
  'timeline.scanned': ({ percent }) => `${String(percent)} %`,
  'timeline.find-next': '下一处',
  'timeline.find-back': '上一处',
  'timeline.find-stop': '停止查找',
  'timeline.find-close': '关闭查找',

  'timeline.bookmark': '书签',
  'timeline.bookmarks': '书签',
  'timeline.step': ({ at }) => `第 ${String(at)} 步`,
  'timeline.bookmark-of': ({ name, at }) => `书签 ${name}，第 ${String(at)} 步`,
  'timeline.bookmark-name': ({ at }) => `第 ${String(at)} 步书签的名称`,
  'timeline.bookmark-hint': '名称（可不填）',
  'timeline.name-done': '完成',
  'timeline.remove': '移除',
  'timeline.removed': ({ what, name }) =>
    what === 'branch' ? `已移除分支 ${name}。` : `已移除书签 ${name}。`,
  'timeline.restore': '撤销',
  'timeline.forget': '关闭此提示',

  'timeline.zoom': '缩放',
  'timeline.in': '放大',
  'timeline.out': '缩小',
  'timeline.fit': '全程',
  'timeline.fit-tip': '显示全程',

  'timeline.lane.edits': '你的操作',
  'timeline.lane.problems': '问题',
  'timeline.kind': ({ kind, write }) => {
    const name = kinds[kind];
    return name === undefined ? '事件' : `${name} ${write ? '写' : '读'}`;
  },

  'timeline.story': ({ id }) => `分支 ${String(id)}`,
  'timeline.now': '当前时间线',
  'timeline.more': ({ rows }) => `+${String(rows)}`,
  'timeline.compare': '比较',
  'timeline.compare-with': ({ name }) => `将${name}与当前时间线比较`,
  'timeline.switch-to': ({ name, rows, fork }) =>
    `切换到${name}：在第 ${String(fork)} 步之后还有 ${String(rows)} 步`,
  'timeline.rename': '重命名…',
  'timeline.story-name': ({ name }) => `${name}的名称`,
  'timeline.branch-more': ({ name }) => `${name}的更多操作`,

  'timeline.until': '运行到',
  'timeline.until-label': '运行到…',
  'timeline.until-access': ({ what }) => `访问 ${what}`,
  'timeline.until-write': ({ what }) => `写入 ${what}`,
  'timeline.until-change': ({ what }) => `${what} 改变`,
  'timeline.until-address': '访问某端口或地址',
  'timeline.until-abort': '无人应答',
  'timeline.until-lint': '出现可疑之处',
  'timeline.until-sentence': '程序说到…',
  'timeline.until-what': '等待什么',
  'timeline.until-space': '空间',
  'timeline.until-at': '起–止，十六进制',
  'timeline.until-say': '讲解',
  'timeline.until-choose': '先在十六进制视图中选择一个寄存器，才能等待它。',
  'timeline.until-go': '运行',
  'timeline.until-never': '直到结束都没有遇到。',
  'timeline.until-looking': '仍在检查整个过程。',

  'timeline.label': '时间线上的位置',
  'timeline.value': ({ at, of, sentence }) => `第 ${String(at)} 步，共 ${String(of)} 步：${sentence}`,
  'timeline.row': ({ at }) => `第 ${String(at)} 步`,
  'timeline.rows': ({ from, to }) => `第 ${String(from)} 至 ${String(to)} 步`,
  'timeline.count': ({ n, bad }) => `${String(n)} 次访问` + (bad > 0 ? `，${String(bad)} 次无人认领` : ''),
  'timeline.unclaimed': '无人认领',
  'timeline.branches': '分支',
  'timeline.speed': '速度',
  'timeline.speed-of': ({ speed }) => `速度 ${speed}`,
  'timeline.speed-all': '只显示最终状态',
  'timeline.reset': '复位',
  'timeline.reset-about': '复位机器：时间线上的一步',
  'motion.reduced': '系统设置已减弱动画。',
};
