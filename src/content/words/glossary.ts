/** The terms of the field, in both languages side by side, each with a sentence that says what it is. A chunk of its own. */

export interface Term {
  readonly en: string;
  readonly zh: string;
  readonly about: { readonly en: string; readonly zh: string };
}

const term = (en: string, zh: string, aboutEn: string, aboutZh: string): Term => ({
  en,
  zh,
  about: { en: aboutEn, zh: aboutZh },
});

export const glossary = {
  bus: term(
    'bus',
    '总线',
    'The wires that up to 32 devices share; it has a number from 0 to 255.',
    '最多 32 个设备共用的一组信号线；编号为 0 至 255。',
  ),
  bridge: term(
    'bridge',
    '桥',
    'A function that joins two buses and passes on what is meant for the other side.',
    '连接两条总线的功能，把属于另一侧的访问转发过去。',
  ),
  'host-bridge': term(
    'host bridge',
    '主桥',
    'Joins the CPU and memory to bus 0; it turns accesses of the CPU into bus cycles.',
    '把 CPU 和内存连到总线 0；它把 CPU 的访问变成总线周期。',
  ),
  'root-complex': term(
    'root complex',
    '根复合体',
    'PCI Express: where the tree of links begins, beside CPU and memory.',
    'PCI Express 链路树的起点，与 CPU 和内存相邻。',
  ),
  'root-port': term(
    'root port',
    '根端口',
    'A bridge of the root complex with one link below it.',
    '根复合体中的桥，下面有一条链路。',
  ),
  device: term(
    'device',
    '设备',
    'What sits in one slot of a bus: 0 to 31, with one to eight functions.',
    '位于总线一个插槽（0 至 31）上的部件，含一至八个功能。',
  ),
  function: term(
    'function',
    '功能',
    'The unit that software talks to: it has a configuration space of its own.',
    '软件访问的基本单位：有自己的配置空间。',
  ),
  bdf: term(
    'bus:device.function, BDF',
    '总线:设备.功能，BDF',
    'The address of a function, as in 00:03.0.',
    '功能的地址，例如 00:03.0。',
  ),
  'configuration-space': term(
    'configuration space',
    '配置空间',
    '256 bytes of registers of every function, 4096 with PCI Express: who it is and where it answers.',
    '每个功能的 256 字节寄存器（PCI Express 为 4096 字节）：说明它是谁、在哪里应答。',
  ),
  'configuration-cycle': term(
    'configuration cycle',
    '配置周期',
    'A cycle on the bus that reads or writes configuration space.',
    '总线上读写配置空间的周期。',
  ),
  'config-address': term(
    'CONFIG_ADDRESS, port CF8',
    'CONFIG_ADDRESS，端口 CF8',
    'The latch of the host bridge that names a bus, a device, a function and a register.',
    '主桥中的锁存器，指明总线、设备、功能和寄存器。',
  ),
  'config-data': term(
    'CONFIG_DATA, port CFC',
    'CONFIG_DATA，端口 CFC',
    'Reading or writing it makes the configuration cycle that CONFIG_ADDRESS names.',
    '对它读写，就产生 CONFIG_ADDRESS 所指的配置周期。',
  ),
  ecam: term(
    'ECAM',
    '增强型配置访问机制 ECAM',
    'A stretch of memory in which every function has 4 KiB of configuration space.',
    '一段内存地址，每个功能的配置空间在其中占 4 KiB。',
  ),
  header: term(
    'header',
    '配置头',
    'The first 64 bytes of configuration space; type 0 for devices, type 1 for bridges.',
    '配置空间最前面的 64 字节；设备为 Type 0，桥为 Type 1。',
  ),
  register: term('register', '寄存器', 'A few bytes with a name and a meaning.', '有名称和含义的若干字节。'),
  field: term('field', '域', 'Bits of a register that belong together.', '寄存器中属于一组的若干位。'),
  bar: term(
    'base address register, BAR',
    '基址寄存器 BAR',
    'Says where a function answers in memory or I/O space. Its size is found by writing ones.',
    '说明功能在内存空间或 I/O 空间的哪里应答。写全 1 再读回即可得到大小。',
  ),
  'expansion-rom': term(
    'expansion ROM',
    '扩展 ROM',
    'Code on the card for the firmware; it has a BAR with an enable bit.',
    '板卡上供固件执行的代码；它的 BAR 带有使能位。',
  ),
  'memory-space': term(
    'memory space',
    '内存空间',
    'Addresses that loads and stores of the CPU reach.',
    'CPU 的访存指令所能到达的地址。',
  ),
  'io-space': term(
    'I/O space',
    'I/O 空间',
    '65,536 ports that only in and out reach.',
    '65,536 个端口，只能用 in 和 out 指令访问。',
  ),
  prefetchable: term(
    'prefetchable',
    '可预取',
    'Reading has no side effect, so a bridge may read ahead and merge writes.',
    '读取没有副作用，因此桥可以预先读取并合并写操作。',
  ),
  window: term(
    'window',
    '窗口',
    'The range of addresses that a bridge passes on to the bus below it.',
    '桥转发给下方总线的地址范围。',
  ),
  decode: term(
    'decode',
    '译码',
    'A function compares the address with its BARs; the Command register switches that on.',
    '功能把地址与自己的 BAR 比较；由 Command 寄存器打开。',
  ),
  claim: term(
    'claim',
    '认领',
    'A function asserts DEVSEL#: the cycle is its own.',
    '功能拉低 DEVSEL#，表示这个周期由它应答。',
  ),
  'master-abort': term(
    'master abort',
    '主设备中止',
    'Nobody claimed the cycle, so the master ends it. A read then gives all ones.',
    '没有设备认领，发起方因此结束周期；读操作得到全 1。',
  ),
  idsel: term(
    'IDSEL',
    'IDSEL 选择线',
    'The wire that selects one device in a Type 0 cycle.',
    '在 Type 0 周期中选中某个设备的信号线。',
  ),
  'type-0': term(
    'Type 0 configuration cycle',
    'Type 0 配置周期',
    'Meant for a device on this very bus.',
    '目标设备就在这条总线上。',
  ),
  'type-1': term(
    'Type 1 configuration cycle',
    'Type 1 配置周期',
    'Carries a bus number and travels through bridges until one of them turns it into Type 0.',
    '携带总线号，经各级桥传递，直到某个桥把它转换为 Type 0。',
  ),
  'primary-bus': term('primary bus', '主总线', 'The bus above a bridge.', '桥上方的总线。'),
  'secondary-bus': term('secondary bus', '次级总线', 'The bus right below a bridge.', '紧接在桥下方的总线。'),
  'subordinate-bus': term(
    'subordinate bus',
    '下属总线',
    'The highest bus number behind a bridge.',
    '桥之后最大的总线号。',
  ),
  enumeration: term(
    'enumeration',
    '枚举',
    'Software finds the functions, numbers the buses and hands out addresses.',
    '软件查找各个功能、为总线编号并分配地址。',
  ),
  sizing: term(
    'sizing',
    '测量大小',
    'Write all ones into a BAR, read back: the bits that stayed 0 tell its size.',
    '向 BAR 写全 1 再读回：仍为 0 的位说明其大小。',
  ),
  firmware: term(
    'firmware',
    '固件',
    'What runs first at power-on: BIOS or UEFI.',
    '上电后最先运行的软件：BIOS 或 UEFI。',
  ),
  capability: term(
    'capability',
    '能力',
    'A block of registers beyond the header, in a linked list.',
    '配置头之外的一组寄存器，以链表相连。',
  ),
  'extended-capability': term(
    'extended capability',
    '扩展能力',
    'PCI Express: a capability in the list that begins at 100h.',
    'PCI Express：从 100h 开始的链表中的能力。',
  ),
  'bus-master': term(
    'bus master',
    '总线主设备',
    'Who starts a cycle. Bus Master Enable lets a function do it.',
    '发起周期的一方。Bus Master Enable 允许功能这样做。',
  ),
  dma: term(
    'direct memory access, DMA',
    '直接内存访问 DMA',
    'A device reads or writes memory by itself.',
    '设备自行读写内存。',
  ),
  msi: term(
    'message signaled interrupt, MSI',
    '消息信号中断 MSI',
    'An interrupt that is a write to an address.',
    '以一次写操作表示的中断。',
  ),
  'interrupt-pin': term(
    'interrupt pin, INTA#–INTD#',
    '中断引脚 INTA#–INTD#',
    'A wire that a function pulls low until it is served.',
    '功能拉低的一根信号线，直到中断得到处理。',
  ),
  'hot-plug': term(
    'hot plug',
    '热插拔',
    'Putting a card in or out while the machine runs.',
    '在机器运行时插入或拔出板卡。',
  ),
  reset: term('reset', '复位', 'Back to the values of power-on.', '恢复到上电时的值。'),
  flr: term(
    'function-level reset, FLR',
    '功能级复位 FLR',
    'Resets one function and leaves the rest alone.',
    '只复位一个功能，不影响其他部分。',
  ),
  passthrough: term(
    'passthrough',
    '直通',
    'A virtual machine is given a real function.',
    '把真实的功能交给虚拟机使用。',
  ),
  'sr-iov': term(
    'SR-IOV',
    '单根 I/O 虚拟化 SR-IOV',
    'One physical function shows many virtual ones.',
    '一个物理功能呈现为多个虚拟功能。',
  ),
  'read-only': term('read only, RO', '只读 RO', 'Writing changes nothing.', '写入不产生任何改变。'),
  rw1c: term(
    'write one to clear, RW1C',
    '写 1 清零 RW1C',
    'A bit that the hardware sets and a written 1 clears.',
    '由硬件置位、写 1 清零的位。',
  ),
  reserved: term(
    'reserved',
    '保留',
    'Has no meaning yet; software keeps or writes zero.',
    '尚无含义；软件须保持原值或写 0。',
  ),
  'legacy-range': term(
    'legacy range',
    'legacy 区',
    'Addresses of the old PC that a device answers without a BAR.',
    '旧式 PC 的固定地址，设备无需 BAR 即应答。',
  ),
  dump: term(
    'dump',
    '转储',
    'The bytes of configuration space as text, as lspci -xxxx prints them.',
    '以文本表示的配置空间字节，如 lspci -xxxx 的输出。',
  ),
  step: term(
    'step',
    '步',
    'One access of the CPU, and all that follows from it.',
    'CPU 的一次访问，以及由此引起的一切。',
  ),
  beat: term(
    'beat',
    '拍',
    'One moment of a step: ask, forward, claim, answer.',
    '一步中的一个瞬间：发起、转发、认领、应答。',
  ),
  branch: term(
    'branch',
    '分支',
    'Another continuation of the story; the old one is kept.',
    '故事的另一种后续；原来的会保留。',
  ),
  scenario: term('scenario', '场景', 'A machine and what is done to it.', '一台机器以及对它所做的操作。'),
} as const satisfies Record<string, Term>;

export type TermId = keyof typeof glossary;
