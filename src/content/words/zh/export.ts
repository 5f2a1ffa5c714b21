/** Simplified Chinese words of drawings as files and of the page on paper. */
import type { Translation } from '../catalogue.ts';
import type { exported as english } from '../en/export.ts';

export const exported: Translation<typeof english> = {
  'command.export-topology-svg': '将总线图保存为 SVG',
  'command.export-topology-png': '将总线图保存为 PNG',
  'command.export-map-svg': '将地址映射保存为 SVG',
  'command.export-map-png': '将地址映射保存为 PNG',
  'export.export-topology-svg': '总线图，SVG',
  'export.export-topology-svg-about': '当前步的图，可用于论文和幻灯片。',
  'export.export-topology-png': '总线图，PNG',
  'export.export-topology-png-about': '同一幅图的位图，两倍分辨率。',
  'export.export-map-svg': '地址映射，SVG',
  'export.export-map-svg-about': '当前步的内存与 I/O。',
  'export.export-map-png': '地址映射，PNG',
  'export.export-map-png-about': '同一幅图的位图，两倍分辨率。',
  'print.where': ({ scenario, at, of }) => `cf8 · ${scenario} · 第 ${String(at)} 步，共 ${String(of)} 步`,
};
