/** Chinese words of sharing; the twin of en/share.ts. */
import type { Translation } from '../catalogue.ts';
import type { share as en, shareMessages as enMessages } from '../en/share.ts';
import { said, value } from '../pieces.ts';

const parts = { machine: '机器', story: '操作记录' } as const;

export const shareMessages: Translation<typeof enMessages> = {
  'link.unknown-field': ({ field }) => said`链接中的 ${value(field)} 在这里没有含义。`,
  'link.newer': ({ version }) =>
    `此链接由更新版本的 cf8 生成（版本 ${String(version)}）。已打开本版本能识别的部分。`,
  'link.newer-story': '操作记录之后还有只有更新版本的 cf8 才能识别的内容。',
  'link.bad-field': ({ field, given }) => said`${value(`${field}=${given}`)} 无法识别。`,
  'link.codec': ({ part }) => `${parts[part]}的编码方式只有更新版本的 cf8 才能识别。`,
  'link.damaged': ({ part }) => `${parts[part]}在传递途中被截断或改动。已打开能读出的部分。`,
  'link.too-large': ({ part }) => `${parts[part]}解压后超过 4 MiB，未打开。`,
  'link.no-machine': '无法从链接中读出机器。',
  'link.unknown-preset': ({ id }) => said`这里没有名为 ${value(id)} 的场景。`,
  'link.preset-changed': ({ id }) => said`场景 ${value(id)} 与生成链接时不同，操作记录可能有出入。`,
  'link.bad-parts': ({ count }) => `机器中有 ${String(count)} 个部件无法读出。`,
  'link.bad-entries': ({ count }) => `操作记录中有 ${String(count)} 项无法读出。`,
  'link.past-end': ({ row, head }) =>
    `链接指向第 ${String(row)} 步，而这里的操作记录只有 ${String(head)} 步。`,
  'link.too-long': ({ characters }) => `链接长达 ${String(characters)} 个字符，未打开。`,
};

export const share: Translation<typeof en> = {

  'share.title': '分享',
  'share.what': '分享内容',
  'share.scenario': '仅场景',
  'share.scenario-about': '机器的初始状态。',
  'share.moment': ({ step }) => `当前时刻（第 ${String(step)} 步）`,
  'share.moment-about': '机器、已做的操作，以及当前所在的步。',
  'share.session': ({ branches }) =>
    branches === 0 ? '整个会话' : `整个会话，含 ${String(branches)} 个分支`,
  'share.session-about': '还包括分支、书签及其名称。',
  'share.with': '链接中还包含',
  'share.accesses': ({ count }) => `我的操作（${String(count)}）`,
  'share.sights': '选择与布局',
  'share.language': '语言',
  'share.redact': '去除序列号、VPD 和子系统 ID',
  'share.redacted': ({ count }) => `找到 ${String(count)} 处`,
  'share.redact-not':
    '从机器中去除：链接、会话和转储里都不再有。你输入的文字、各种名称以及文字记录会原样包含在内。',
  'share.review': '查看',
  'share.serial': '设备序列号',
  'share.vpd': '重要产品数据 VPD',
  'share.subsystem': '子系统 ID',
  'share.link': '链接',
  'share.making': '正在生成链接…',
  'share.length': ({ characters }) => `${characters} 个字符`,
  'share.fits': '到处可用。',
  'share.long': '浏览器可以打开，但有些聊天软件会将其截断。',
  'share.too-long': '太长，不宜作为链接。请保存为文件。',
  'share.copy': '复制',
  'share.copied': '已复制',
  'share.not-copied': '浏览器不允许页面复制。请选中链接后自行复制。',
  'share.private': '不会上传任何内容。链接本身就是数据。',
  'share.qr': '二维码',
  'share.qr-alt': '链接的二维码',
  'share.qr-too-long': ({ most }) => `二维码在 ${String(most)} 个字符以内才便于扫描。`,
  'share.embed': '嵌入',
  'share.embed-label': '用于网页的 HTML',
  'share.file': '文件',
  'share.file-session': '会话',
  'share.file-session-about': '全部内容，可在此重新打开。',
  'share.file-dump': 'lspci 转储',
  'share.file-dump-about': '当前步的配置空间，可用 lspci -F 读取。',
  'share.file-script': 'setpci 脚本',
  'share.file-script-about': '到当前步为止的配置空间写入。',
  'share.file-transcript': '文字记录',
  'share.file-transcript-about': '用文字逐步记录，Markdown 格式。',

  'linked.some': ({ count }) => `已打开链接中能读出的部分，有 ${String(count)} 处无法读出。`,
  'linked.nothing': '无法打开此链接。',
  'linked.kept': '之前打开的会话已保留。',
  'linked.back': '返回我的会话',
  'linked.forget': '关闭',
  'linked.forget-kept': '关闭，并放弃保留的会话',
  'linked.copy': '复制详情',
  'linked.is-session': 'cf8 会话。',
  'linked.is-link': 'cf8 链接。',

  'transcript.machine': '机器',
  'transcript.functions': '功能',
  'transcript.story': '操作记录',
  'transcript.step': '步',
  'transcript.command': '命令',
  'transcript.access': '访问',
  'transcript.value': '值',
  'transcript.what': '发生了什么',
  'transcript.branch': ({ id, step }) => `分支 ${String(id)}，从第 ${String(step)} 步分出`,
  'transcript.named-branch': ({ name, step }) => `${name}，从第 ${String(step)} 步分出`,
  'transcript.more': ({ count }) => `另有 ${String(count)} 步未写出。`,
};
