/** What the tests of the stores share: the wall without threads. */
import { host } from '../session/wall/host.ts';
import type { Connect } from './session-store.ts';

/** Messages go as copies, one after the other. */
export const connect: Connect = (hear) => {
  const take = host({ postMessage: (message) => queueMicrotask(() => hear(structuredClone(message))) });
  return {
    send: (message) => queueMicrotask(() => take(structuredClone(message))),
    close: () => {},
  };
};
