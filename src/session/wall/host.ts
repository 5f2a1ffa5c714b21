/** The worker's side of the wall, on any port: runs the session, sends frames, never more than one in flight. */
import { modelsFor } from '../../models/index.ts';
import { Cutter } from '../frame.ts';
import { Session } from '../session.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The part of MessagePort and of a worker's global scope that is used here. */
export interface Port {
  postMessage(message: FromWorker): void;
}

/** Gives the function that takes messages from the page; each waits for the one before (opening may load models). */
export function host(port: Port): (message: ToWorker) => void {
  let session: Session | undefined;
  let cutter: Cutter | undefined;
  let inFlight = false;
  let waiting = false;
  let opening = 0;
  let last = Promise.resolve();

  const send = (): void => {
    if (!cutter) return;
    if (inFlight) {
      waiting = true;
      return;
    }
    inFlight = true;
    waiting = false;
    port.postMessage({ kind: 'frame', opening, frame: cutter.cut() });
  };

  const take = async (message: ToWorker): Promise<void> => {
    switch (message.kind) {
      case 'open':
        session = new Session(
          message.scenario,
          message.entries,
          message.branches,
          message.story,
          await modelsFor(message.scenario.parts),
        );
        opening = message.opening;
        cutter = new Cutter(session);
        inFlight = false;
        return send();
      case 'act':
        session?.act(message.entry, message.row);
        return send();
      case 'undo':
        session?.undo();
        return send();
      case 'redo':
        session?.redo();
        return send();
      case 'switch':
        session?.switchTo(message.story);
        return send();
      case 'ready':
        inFlight = false;
        if (waiting) send();
        return;
      case 'crash':
        throw new Error('asked to crash');
    }
  };

  const crashed = (error: unknown): void =>
    port.postMessage({
      kind: 'crashed',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });

  return (message) => {
    last = last.then(() => take(message)).catch(crashed);
  };
}
