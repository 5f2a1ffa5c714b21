/** Simplified Chinese words of what a write changes in a bridge and on the address map, and of the drawing of it. */
import type { Translation } from '../catalogue.ts';
import type { flight as en, flightMessages as enMessages } from '../en/flight.ts';
import { said, strong, term, value } from '../pieces.ts';

const kinds = { io: 'I/O', memory: '内存', prefetchable: '可预取' } as const;

export const flightMessages: Translation<typeof enMessages> = {
  'bridge.window': ({ bridge, kind, enabled, from, to, bytes }) =>
    enabled
      ? said`${strong(bridge)} 现在转发 ${value(from)} 至 ${value(to)}：${kinds[kind]}${term('window', '窗口')}，${strong(bytes)}。`
      : said`${strong(bridge)}：其${kinds[kind]}${term('window', '窗口')}为 ${value(from)} 至 ${value(to)}，${strong(bytes)}；命令寄存器（Command）尚未允许它转发。`,
  'bridge.closed': ({ bridge, kind, from, to }) =>
    said`${strong(bridge)}：基址 ${value(from)} 高于上限 ${value(to)}，因此其${kinds[kind]}${term('window', '窗口')}${strong('关闭')}。`,
  'bridge.numbers': ({ bridge, secondary, subordinate }) =>
    subordinate < secondary
      ? said`${strong(bridge)}：次级总线号 ${value(secondary)}，从属总线号 ${value(subordinate)}。没有总线号能经过它。`
      : subordinate === 'ff' && secondary !== 'ff'
        ? said`${strong(bridge)} 通往总线 ${value(secondary)}；在不知道其后还有多少总线时，从属总线号暂为 ${value('FF')}。`
        : said`${strong(bridge)} 通往总线 ${value(secondary)}，直至总线 ${value(subordinate)}。`,
};

export const flight: Translation<typeof en> = {
  'flight.refused': ({ size }) => `不是 ${size} 的整数倍`,
  'map.disabled': '已关闭',
  'map.needs': ({ size }) => `需要 ${size}`,
  'map.table-of': ({ space }) => `地址映射，${space}`,
  'map.empty': '这里还没有任何译码。',
  'map.window.io': ({ who }) => `${who} I/O 窗口`,
  'map.window.memory': ({ who }) => `${who} 内存窗口`,
  'map.window.prefetchable': ({ who }) => `${who} 可预取窗口`,
  'map.state.on': '译码中',
  'map.state.off': '已写入地址，未译码',
  'map.state.sizing': '全 1：正在探测大小',
  'map.state.unsized': '大小未知',
  'map.state.unplaced': '无地址',
  'map.state.fixed': '固定',
  'map.state.open': '打开',
  'map.state.window-off': '打开，但不转发',
  'map.state.closed': '关闭',
  'map.overlaps': ({ other }) => `与 ${other} 重叠`,
  'map.outside': ({ bridge }) => `在 ${bridge} 的窗口之外：任何访问都到不了它`,
  'map.range': ({ from, to, size }) => `${from} 至 ${to}，${size}`,
  'map.now': '本次访问',
  'map.faults': ({ n }) => `${String(n)} 个区块冲突或无法到达`,
  'map.col.region': '区域',
  'map.col.from': '起始',
  'map.col.to': '结束',
  'map.col.size': '大小',
  'map.col.owner': '所有者',
  'map.col.state': '状态',
};
