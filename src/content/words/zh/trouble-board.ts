/** Simplified Chinese reasons and ways out where a board cannot be built as asked; the twin of en/trouble-board.ts. */
import type { Translation } from '../catalogue.ts';
import type { troubleBoard as english } from '../en/trouble-board.ts';
import { said, value } from '../pieces.ts';

const dumpAgain = said`请以 root 身份重新转储全部功能：${value('sudo lspci -vvxxxx')}。`;

export const troubleBoard: Translation<typeof english> = {
  'problem.express-only-why': 'PCI Express 设备有自己的链路，配置空间可达 4 KiB；传统插槽两者都不提供。',
  'problem.express-only-fix': ({ model }) =>
    said`把 ${value(model)} 放到 PCI Express 总线上：q35 的根总线，或某个 ${value('pcie-root-port')} 之后。`,
  'problem.conventional-only-why': '它带来的是另一条传统根总线，而这台机器的根总线是 PCI Express。',
  'problem.conventional-only-fix': said`改用 ${value('pxb-pcie')}，或改用机器 ${value('pc')}。`,
  'problem.root-only-why': '扩展器是与总线 0 并列的根：它接在主机上，不能位于桥之后。',
  'problem.root-only-fix': said`去掉 ${value('bus=')}。`,
  'problem.bridges-only-why': '板卡不直接位于扩展器的根总线上，而是位于其上的桥和端口之后。',
  'problem.bridges-only-fix': ({ model, bus }) =>
    said`在 ${value(bus)} 上放一个桥或端口，再把 ${value(model)} 放到它之后。`,
  'problem.bus-number-taken-why': '扩展器的根总线使用指定给它的总线号，而一个总线号只能对应一条总线。',
  'problem.bus-number-taken-fix': said`为 ${value('bus_nr=')} 另选一个总线号，大于已使用的各总线号。`,
  'problem.one-slot-why': 'PCI Express 端口之后只有一条链路，链路另一端只有一个设备：设备 0。',
  'problem.one-slot-fix': said`去掉 ${value('addr=')}。`,
  'problem.slot-taken-why': '一个设备号选中一个插槽；同一插槽中的两块卡会同时应答。',
  'problem.slot-taken-fix': said`去掉 ${value('addr=')} 以使用编号最小的空闲插槽，或另选一个插槽。`,
  'problem.bus-full-why': '一条总线有 32 个设备号，PCI Express 端口之后只有一个；这里已全部占用。',
  'problem.bus-full-fix': ({ bus }) =>
    said`换一条总线；或在 ${value(bus)} 旁边放一个桥或端口，再把部件放到它之后。`,
  'problem.id-taken-why': '其他部件通过 id 指明所在的总线，所以一个 id 只能对应一个部件。',
  'problem.id-taken-fix': ({ id }) => said`把其中一个的 id 改为 ${value(id)} 以外的名称。`,
  'problem.single-function-why':
    '只有当功能 0 在头类型（Header Type）中声明自己是多功能设备时，软件才会访问功能 1 至 7。',
  'problem.single-function-fix': ({ other }) =>
    said`为功能 0 设置 ${value('multifunction=on')}，或另选一个插槽，不与 ${value(other)} 共用。`,
  'problem.required-why': ({ model }) => said`缺少它时 QEMU 不会启动 ${value(model)}；它没有默认值。`,
  'problem.required-fix': ({ property }) => said`加上 ${value(`${property}=`)} 和它的值。`,
  'problem.power-of-two-why': '它就是某个 BAR 的大小，而 BAR 只能译码 2 的幂。',
  'problem.power-of-two-fix': ({ property }) => said`把 ${value(`${property}=`)} 设为下一个 2 的幂。`,
  'problem.same-chassis-slot-why': '操作系统凭机箱号和插槽号判断卡的位置；两个位置不能使用同一组编号。',
  'problem.same-chassis-slot-fix': said`为这个端口另设 ${value('slot=')} 或 ${value('chassis=')}。`,
  'problem.conflict-why': '两者互相排斥；同时给出时 QEMU 不会启动。',
  'problem.conflict-fix': ({ one, other }) => said`去掉 ${value(one)} 或 ${value(other)}。`,
  'problem.no-mode-why': '驱动程序通过两组寄存器之一操作 virtio 设备；两组都没有，就无法操作。',
  'problem.no-mode-fix': said`去掉 ${value('disable-modern=')} 和 ${value('disable-legacy=')}。`,

  'problem.bus-not-hot-why': '插入或拔出时，须有控制器通知系统。这条总线没有这样的控制器。',
  'problem.bus-not-hot-fix': '改为上电时就装入，或放到支持热插拔的总线上。',
  'problem.model-not-hot-why': 'QEMU 只允许部分型号在机器运行时插入或拔出，它不在其中。',
  'problem.model-not-hot-fix': '改为上电时装入或移除。',
  'problem.zero-there-why': '功能 0 的到来就是该插槽的插入通知。此后再加入的功能不会被发现。',
  'problem.zero-there-fix': ({ other }) =>
    said`先拔出 ${value(other)}，插入这个功能，再插入功能 0；或改为上电时就装入。`,
  'problem.told-otherwise-why': '保存的是做过的操作，打开时重放一遍。',
  'problem.told-otherwise-fix': '无需处理。重新保存即可保留现在的结果。',

  'problem.other-domain-why': '一个域是另外一组 256 条总线，有自己的主桥。',
  'problem.other-domain-fix': ({ domain }) =>
    said`要查看域 ${domain}，请单独打开它的各行，并把行首改为 ${value('0000:')}。`,
  'problem.unreachable-bus-why': '转储中没有通向它的桥，或者桥的总线号范围不包含它：任何访问都到不了那里。',
  'problem.unreachable-bus-fix': dumpAgain,
  'problem.dumped-twice-why': '总线、设备、功能三个号码只对应一个功能。文本中可能有两份转储。',
  'problem.dumped-twice-fix': ({ slot }) => said`从文本中删去其中一个 ${value(slot)}。`,

  'problem.override-gone-why': '对硬件的编辑按部件名称保存，而该部件已被移除或改名。',
  'problem.override-gone-fix': '重新装入该部件，或取消这项编辑。',
  'problem.override-outside-why': '传统功能的配置空间有 256 字节，PCI Express 功能有 4096 字节。',
  'problem.override-outside-fix': '取消这项编辑。',
  'problem.override-bar-why': '能写入 1 的最低地址位就是 BAR 的大小。可写位之间有空隙，就得不出大小。',
  'problem.override-bar-fix': '让可写位从最高位起连续，或取消这项编辑。',
  'problem.override-unknown-why': '转储没有读出的内容是未知的。cf8 不会编造，因此没有可改的内容。',
  'problem.override-unknown-fix': dumpAgain,
};
