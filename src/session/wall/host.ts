/**
 * The worker's side of the wall, on any port: runs the session, sends frames, never more than one in flight. A long run goes
 * in slices, a long story is sent in pieces and told again in slices, so that the page can always answer and what it says is heard.
 */
import { modelsFor } from '../../scenario/load.ts';
import { Cutter } from '../frame.ts';
import { Session } from '../session.ts';
import { softwareFor } from '../software.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The part of MessagePort and of a worker's global scope that is used here. */
export interface Port {
  postMessage(message: FromWorker): void;
}

/** How long a program runs before what it did is sent. */
const sliceMs = 60;
/** Rows that the page takes in without being held up. */
const pieceRows = 0x8_0000;

const slice = (): (() => boolean) => {
  const end = performance.now() + sliceMs;
  return () => performance.now() < end;
};

/** Gives the function that takes messages from the page; each waits for the one before (opening may load models). */
export function host(port: Port): (message: ToWorker) => void {
  let session: Session | undefined;
  let cutter: Cutter | undefined;
  let opening = 0;
  /** The last opening that was asked for: nobody waits for what comes of the ones before. */
  let wanted = 0;
  /** Messages that are being answered or wait for it. */
  let asked = 0;
  /** Messages that have been answered, or are being answered. */
  let begun = 0;
  let last = Promise.resolve();
  let inFlight = false;
  let ready = (): void => {};
  let arrived = Promise.resolve();

  const post = (frame: ReturnType<Cutter['cut']>): void => {
    inFlight = true;
    arrived = new Promise((resolve) => {
      ready = () => {
        inFlight = false;
        resolve();
      };
    });
    port.postMessage({ kind: 'frame', opening, taken: begun, frame });
  };

  /** Sends all that there is to tell, and carries the run on meanwhile. */
  const deliver = async (): Promise<void> => {
    let more: string | undefined;
    do {
      // what was asked next is told along with this
      if (inFlight && more === undefined && asked > 1 && !session?.isUnfinished) return;
      if (inFlight) await arrived;
      if (!session || !cutter || opening !== wanted) return;
      const frame = cutter.cut(false, pieceRows);
      more = frame.more;
      post(frame);
      if (more === 'run') session.goOn(slice());
    } while (more !== undefined);
  };

  /** Shows how far a long story has been told again, slice by slice; false when nobody waits for it any more. */
  const tellOn = async (slices: Generator<void, unknown>): Promise<boolean> => {
    while (slices.next().done !== true) {
      if (inFlight) await arrived;
      if (!cutter || opening !== wanted) return false;
      post(cutter.cut(false, pieceRows, true));
    }
    return true;
  };

  const take = async (message: ToWorker): Promise<void> => {
    begun++;
    switch (message.kind) {
      case 'open':
        if (message.opening !== wanted) return undefined;
        await softwareFor([...message.entries, ...message.branches.flatMap((branch) => branch.entries)]);
        session = new Session(message.scenario, [], [], message.story, await modelsFor(message.scenario));
        opening = message.opening;
        cutter = new Cutter(session);
        inFlight = false;
        await tellOn(session.restore(message.entries, message.branches, slice));
        return deliver();
      case 'act':
        await softwareFor([message.entry]);
        session?.act(message.entry, message.row, slice());
        return deliver();
      case 'undo':
        session?.undo();
        return deliver();
      case 'redo':
        session?.redo(slice());
        return deliver();
      case 'switch':
        if (session) await tellOn(session.switching(message.story, slice));
        return deliver();
      case 'crash':
        throw new Error('asked to crash');
      case 'ready':
      case 'stop':
        return undefined;
    }
  };

  const crashed = (error: unknown): void =>
    port.postMessage({
      kind: 'crashed',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });

  return (message) => {
    if (message.kind === 'ready') return message.opening === opening ? ready() : undefined;
    if (message.kind === 'stop') return session?.stop();
    if (message.kind === 'open') {
      wanted = message.opening;
      session?.stop();
      ready();
    }
    asked++;
    const answer = (): Promise<void> => take(message).finally(() => asked--);
    last = last.then(answer).catch(crashed);
    return undefined;
  };
}
