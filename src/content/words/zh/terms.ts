/** Simplified Chinese of what the tables of pci/ call things; `terms.test.ts` finds what is missing here, and what nobody says. */
import type { Translation } from '../catalogue.ts';
import type { terms as english } from '../en/terms.ts';
import { classNames } from './class-names.ts';
import { phrases } from './phrases.ts';
import { specNames } from './spec-names.ts';

/** Values of fields. `#` is a number. */
export const meanings: Readonly<Record<string, string>> = {
  // headers
  memory: '内存',
  '#-bit': '# 位',
  'below #M': '#M 以下',
  reserved: '保留',
  prefetchable: '可预取',
  'non-prefetchable': '不可预取',
  fast: '快速',
  medium: '中速',
  slow: '慢速',
  '# bytes': '# 字节',
  endpoint: '端点',
  bridge: '桥',
  'CardBus bridge': 'CardBus 桥',
  'multi-function': '多功能',
  no: '否',
  passed: '通过',
  'failed, code #': '失败，代码 #',
  unknown: '未知',
  none: '无',
  end: '末尾',
  // power, clocks, delays
  unlimited: '无限制',
  '#ms to #ms': '#ms 至 #ms',
  '#s to #s': '#s 至 #s',
  '#us to #ms': '#us 至 #ms',
  '#us to #us': '#us 至 #us',
  'Greater than #ns': '大于 #ns',
  Unimplemented: '未实现',
  conv: '常规 PCI',
  // PCI Express
  Endpoint: '端点',
  'Legacy Endpoint': '传统端点',
  'Root Port': '根端口',
  'Upstream Port': '上游端口',
  'Downstream Port': '下游端口',
  'PCI-Express to PCI/PCI-X Bridge': 'PCI Express 到 PCI/PCI-X 桥',
  'PCI/PCI-X to PCI-Express Bridge': 'PCI/PCI-X 到 PCI Express 桥',
  'Root Complex Integrated Endpoint': '根复合体集成端点',
  'Root Complex Event Collector': '根复合体事件收集器',
  'not supported': '不支持',
  'Not Supported': '不支持',
  unsupported: '不支持',
  Disabled: '禁用',
  disabled: '禁用',
  'L#s Enabled': '使能 L#s',
  'L# Enabled': '使能 L#',
  'L#s L# Enabled': '使能 L#s、L#',
  Unknown: '未知',
  On: '亮',
  Blink: '闪烁',
  Off: '灭',
  on: '开',
  off: '关',
  'Via message': '通过消息',
  'Via message A': '通过消息 A',
  'Via message B': '通过消息 B',
  'Via WAKE#': '通过 WAKE#',
  'Via message/WAKE#': '通过消息或 WAKE#',
  closed: '闭合',
  open: '打开',
  empty: '空',
  'card present': '有卡',
  engaged: '已锁定',
  disengaged: '未锁定',
  'Range A': '范围 A',
  'Range B': '范围 B',
  'Range AB': '范围 A、B',
  'Range BC': '范围 B、C',
  'Range ABC': '范围 A、B、C',
  'Range BCD': '范围 B、C、D',
  'Range ABCD': '范围 A、B、C、D',
  'TPH and Extended TPH': 'TPH 与扩展 TPH',
  'Normal Operating Range': '正常工作范围',
  incomplete: '未完成',
  'unmasked uncorrectable error': '未屏蔽的不可纠正错误',
  'see extension': '见扩展原因',
  'ERR_NONFATAL or ERR_FATAL': 'ERR_NONFATAL 或 ERR_FATAL',
  // enhanced allocation, SATA
  'config space': '配置空间',
  'behind bridge': '桥后',
  'expansion ROM': '扩展 ROM',
  'not indicated': '未指明',
  'I/O space': 'I/O 空间',
  'memory space, prefetchable': '内存空间，可预取',
  'memory space, non-prefetchable': '内存空间，不可预取',
  'VF memory space, prefetchable': 'VF 内存空间，可预取',
  'VF memory space, non-prefetchable': 'VF 内存空间，不可预取',
  'allocation behind bridge, prefetchable memory': '桥后分配，可预取内存',
  'allocation behind bridge, non-prefetchable memory': '桥后分配，不可预取内存',
  'allocation behind bridge, I/O space': '桥后分配，I/O 空间',
  'memory space resource unavailable for use': '内存空间资源，不可使用',
  'I/O space resource unavailable for use': 'I/O 空间资源，不可使用',
  'entry unavailable for use': '此项不可使用',
};

const number = /\d+(?:\.\d+)?/g;

/** The table's text with its numbers put back in; what the table does not have is notation and stays. */
export function meaningOf(text: string): string {
  const exact = meanings[text];
  if (exact !== undefined) return exact;
  const numbers = text.match(number) ?? [];
  // a "#" of the text's own, as in WAKE#, has no number to take
  return meanings[text.replaceAll(number, '#')]?.replaceAll('#', () => numbers.shift() ?? '#') ?? text;
}

const phraseOf = (text: string): string | undefined => specNames[text] ?? phrases[text];

const wide = /\p{Script=Han}$/u;
const digits = /^(\d+)-bit$/i;

/** The name of a class code, or one of the specifications phrase by phrase, the longest first. Mnemonics and numbers stay as they are. */
export function termOf(name: string): string {
  const known = classNames[name];
  if (known !== undefined) return known;
  const tokens = name.split(' ');
  let said = '';
  const say = (more: string): void => {
    const isTight = said === '' || (wide.test(said) && /^\p{Script=Han}/u.test(more));
    said += isTight ? more : ` ${more}`;
  };
  for (let from = 0; from < tokens.length;) {
    let to = tokens.length;
    while (to > from + 1 && phraseOf(tokens.slice(from, to).join(' ')) === undefined) to--;
    const token = tokens.slice(from, to).join(' ');
    say(phraseOf(token) ?? token.replace(digits, '$1 位'));
    from = to;
  }
  return said;
}

const once = new Map<string, string>();

/** 厂商 ID（Vendor ID）、设备 ID（Device ID）; of three and more the Chinese alone, the English ones stand in the tip. */
function termsOf(names: string): string {
  const known = once.get(names);
  if (known !== undefined) return known;
  const all = names.split(', ');
  const told = all
    .map((name) => {
      const own = termOf(name);
      return all.length > 2 || own.includes(name) ? own : `${own}（${name}）`;
    })
    .join('、');
  once.set(names, told);
  return told;
}

export const terms: Translation<typeof english> = {
  'name.meaning': ({ text }) => meaningOf(String(text)),
  'name.term': ({ name }) => termOf(String(name)),
  'name.terms': ({ names }) => termsOf(String(names)),
};
