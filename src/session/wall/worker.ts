/** The worker: the engine behind a port. Only this file and client.ts know that there is a wall. */
import { buffersOf } from '../frame.ts';
import { host } from './host.ts';
import type { ToWorker } from './protocol.ts';

const take = host({
  postMessage: (message) =>
    self.postMessage(message, { transfer: message.kind === 'frame' ? buffersOf(message.frame) : [] }),
});
self.addEventListener('message', (event: MessageEvent<ToWorker>) => take(event.data));
