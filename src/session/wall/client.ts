/** The page's side of the wall. */
import type { FromWorker, ToWorker } from './protocol.ts';

export interface Client {
  send(message: ToWorker): void;
  close(): void;
}

/** Starts a worker; everything that it says goes to `hear`. A worker that dies says `crashed`. */
export function connect(hear: (message: FromWorker) => void): Client {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => hear(event.data));
  worker.addEventListener('error', (event) => hear({ kind: 'crashed', error: event.message }));
  return { send: (message) => worker.postMessage(message), close: () => worker.terminate() };
}
