/** Before the page goes to paper, what belongs there is put beside it; afterwards it is gone. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { PrintSheet } from './PrintSheet.tsx';
import '../views/export/still.css';
import './print.css';

let sheet: { readonly host: HTMLElement; readonly root: Root } | undefined;

function put(): void {
  if (sheet) return;
  const host = document.createElement('div');
  host.className = 'print-sheet';
  document.body.append(host);
  sheet = { host, root: createRoot(host) };
  const { root } = sheet;
  flushSync(() => root.render(<PrintSheet />));
}

function takeAway(): void {
  sheet?.root.unmount();
  sheet?.host.remove();
  sheet = undefined;
}

export function preparePrinting(): void {
  addEventListener('beforeprint', put);
  addEventListener('afterprint', takeAway);
  // some browsers, and tests, only say that the medium is paper now
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? put() : takeAway()));
}
