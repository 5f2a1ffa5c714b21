/** Work that must be done soon, in turns between which the page answers. */

/** Less than a frame at 60 a second. */
const turnMs = 12;

/** Until the page has done what else there was: an answer to a person, a frame that is due. */
export const breath = (): Promise<void> =>
  'scheduler' in globalThis && 'postTask' in scheduler
    ? scheduler.postTask(() => {})
    : new Promise((resolve) => {
        setTimeout(resolve);
      });

/** Works at once, and on until it is done or not wanted any more; `done` is called in the last turn. */
export function inTurns<T>(
  work: Iterator<void, T>,
  isWanted: () => boolean,
  done: (result: T) => void,
): void {
  const end = performance.now() + turnMs;
  do {
    const step = work.next();
    if (step.done === true) return done(step.value);
  } while (performance.now() < end);
  void breath().then(() => {
    if (isWanted()) inTurns(work, isWanted, done);
  });
}
