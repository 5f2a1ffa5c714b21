/** Simplified Chinese reasons and ways out where a link cannot be read as it was made; the twin of en/trouble-link.ts. */
import type { Translation } from '../catalogue.ts';
import type { troubleLink as english } from '../en/trouble-link.ts';

const copyAgain = '重新复制完整的链接，或请对方发来会话文件。';
const reload = '重新加载页面，以使用最新的 cf8。';
const bounds = '链接的内容在限度之内读取，以免占满内存。';

export const troubleLink: Translation<typeof english> = {
  'link.unknown-field-why': '它可能来自其他版本的 cf8，或别的页面。',
  'link.unknown-field-fix': '无需处理。',
  'link.newer-why': '链接注明了格式的版本，而这个 cf8 还不完全认识该版本。',
  'link.newer-fix': reload,
  'link.newer-story-why': '新版本写入的内容可能多于旧版本所能读取的。',
  'link.newer-story-fix': reload,
  'link.bad-field-why': '这不是该字段可以有的值。链接可能在传递途中被改动。',
  'link.bad-field-fix': ({ field }) => `在地址栏中改正“${field}”，或重新复制链接。`,
  'link.codec-why': '第一个字母表示其余内容的编码方式，而这里不认识它。',
  'link.codec-fix': reload,
  'link.damaged-why': '邮件和聊天软件会在行尾折断长链接，或丢掉末尾。',
  'link.damaged-fix': copyAgain,
  'link.too-large-why': bounds,
  'link.too-large-fix': '改为只分享场景，或分享较早的一步。',
  'link.no-machine-why': '链接中的其他内容都以机器为基础。',
  'link.no-machine-fix': copyAgain,
  'link.unknown-preset-why': '链接只写了 cf8 场景的名称，没有包含场景本身，而这个版本没有该名称。',
  'link.unknown-preset-fix': reload,
  'link.preset-changed-why': '链接只写了场景的名称和做过的操作，而场景此后有了改动。',
  'link.preset-changed-fix': '请核对一遍。重新分享即可得到与现在一致的链接。',
  'link.bad-parts-why': '无法读出的部件被略去，其余保留。',
  'link.bad-parts-fix': '重新复制链接，或自行添加缺少的部件。',
  'link.bad-entries-why': '无法读出的项被略去，此后的结果可能不同。',
  'link.bad-entries-fix': copyAgain,
  'link.past-end-why': '这里重放的步数少于生成链接时的步数。',
  'link.past-end-fix': '无需处理：现在停在末尾。',
  'link.too-long-why': bounds,
  'link.too-long-fix': '请对方发来会话文件。',
};
