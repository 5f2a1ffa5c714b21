/** Work that must be done soon, in turns between which the page answers. */

/** Less than a frame at 60 a second. */
const turnMs = 12;

/** Until the page has done what else there was; a browser without `scheduler.yield` waits a little longer. */
export const breath = (): Promise<void> =>
  'scheduler' in globalThis && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => {
        setTimeout(resolve);
      });

/** Works at once, and on until it is done or not wanted any more; `done` is called in the last turn. */
export function inTurns(work: Iterator<void, void>, isWanted: () => boolean, done: () => void): void {
  const end = performance.now() + turnMs;
  do if (work.next().done === true) return done();
  while (performance.now() < end);
  void breath().then(() => {
    if (isWanted()) inTurns(work, isWanted, done);
  });
}
