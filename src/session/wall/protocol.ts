/** What crosses the wall between the page and the worker. Nothing else does. */
import type { Scenario } from '../../scenario/scenario.ts';
import type { Entry } from '../command.ts';
import type { Frame } from '../frame.ts';
import type { StoredBranch } from '../stored.ts';

export type ToWorker =
  | {
      readonly kind: 'open';
      /** Which opening this is; the frames of a former one are stale. */
      readonly opening: number;
      readonly scenario: Scenario;
      readonly entries: readonly Entry[];
      readonly branches: readonly StoredBranch[];
      readonly story: number;
    }
  /** `row` is where the person was: before the end it starts a branch. Without one: at the end, wherever that is by then. */
  | { readonly kind: 'act'; readonly entry: Entry; readonly row: number | undefined }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'switch'; readonly story: number }
  /** A program that runs is to stop at the sentence that it has come to. */
  | { readonly kind: 'stop' }
  /** The last frame has been taken in; the next may come. */
  | { readonly kind: 'ready'; readonly opening: number }
  /** For tests of the crash dialog only. */
  | { readonly kind: 'crash' };

export type FromWorker =
  /** `taken`: how many of the page's messages this worker has done or begun, all but `ready` and `stop`. */
  | { readonly kind: 'frame'; readonly opening: number; readonly taken: number; readonly frame: Frame }
  | { readonly kind: 'crashed'; readonly error: string };
