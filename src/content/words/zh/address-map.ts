/** Simplified Chinese words of the address map. */
import type { Translation } from '../catalogue.ts';
import type { addressMap as english } from '../en/address-map.ts';
import { countsIn } from '../numbers.ts';

const number = countsIn('zh-CN');

export const addressMap: Translation<typeof english> = {
  'map.io': 'I/O',
  'map.memory': '内存',
  'map.spaces': '地址空间',
  'map.blocks': ({ space }) => `${space}：各区块，地址由高到低`,
  'map.table': '表格',
  'map.between': ({ size }) => `相距 ${size}`,
  'map.gap': ({ size }) => `空闲 ${size}`,
  'map.above': '4 GiB',
  'map.off': '关闭',
  'map.sizing': '正在探测大小…',
  'map.no-address': '无地址',
  'map.legacy': ({ who }) => `${who} 传统（legacy）地址`,
  'map.latch': 'CONFIG_ADDRESS',
  'map.data': 'CONFIG_DATA',
  'map.kind.io': 'I/O',
  'map.kind.memory': '窗口',
  'map.kind.prefetchable': '可预取',
  'map.more-bars': ({ shown, count }) =>
    `绘出 ${number(count)} 个 BAR 中的 ${number(shown)} 个：所选的、本次访问涉及的，以及最前面的。`,
};
