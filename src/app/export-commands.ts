/** Commands that save a drawing. What makes it comes when it is asked for. */
import type { Command, ExportCommandId } from '../views/parts/command.ts';

export const exportIds = [
  'export-topology-svg',
  'export-topology-png',
  'export-map-svg',
  'export-map-png',
] as const satisfies readonly ExportCommandId[];

export function exportRun(id: ExportCommandId): void {
  const picture = id.startsWith('export-map') ? 'map' : 'topology';
  void import('./exporting.tsx').then((m) => m.exportPicture(picture, id.endsWith('png') ? 'png' : 'svg'));
}

export const exportCommands: readonly Command[] = exportIds.map((id) => ({
  id,
  title: `command.${id}`,
  group: 'page',
  run: () => exportRun(id),
}));
