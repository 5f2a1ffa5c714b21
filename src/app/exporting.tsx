/** Drawings as files: rendered out of sight as they are at this moment, written as SVG or PNG, given to the browser. */
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { fileName, saveBlob } from '../store/sharing/files.ts';
import { sessionStore } from '../store/session-store.ts';
import { render, translator, words } from '../store/words.ts';
import { pngOf, svgFile, type SvgFile } from '../views/export/svg-file.ts';
import { BusStill } from '../views/topology/BusStill.tsx';
import { Maps } from './Maps.tsx';
import '../views/export/still.css';

const pictures = {
  topology: { drawing: <BusStill />, title: 'view.topology', ending: 'bus' },
  map: { drawing: <Maps room={900} />, title: 'view.address-map', ending: 'map' },
} as const;
export type PictureId = keyof typeof pictures;

function drawn(drawing: ReactElement, title: string): SvgFile | undefined {
  const host = document.createElement('div');
  host.className = 'still';
  host.setAttribute('aria-hidden', 'true');
  document.body.append(host);
  const root = createRoot(host);
  flushSync(() => root.render(drawing));
  const svg = host.querySelector('svg');
  const { sentence } = sessionStore.getState();
  const file = svg ? svgFile(svg, title, render(sentence)) : undefined;
  root.unmount();
  host.remove();
  return file;
}

/** Saves a drawing under the scenario's name. */
export async function exportPicture(id: PictureId, kind: 'svg' | 'png'): Promise<void> {
  const { drawing, title, ending } = pictures[id];
  const scenario = sessionStore.getState().scenario.title;
  const t = translator(words());
  const file = drawn(drawing, `${t('name.scenario', { title: scenario })} · ${t(title)}`);
  if (!file) return;
  const blob = kind === 'svg' ? new Blob([file.text], { type: 'image/svg+xml' }) : await pngOf(file);
  if (blob) saveBlob(fileName(scenario, `.${ending}.${kind}`), blob);
}
