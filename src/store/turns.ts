/** Work that must be done soon, in turns between which the page answers. */

/** Less than a frame at 60 a second. */
const turnMs = 12;

/** Until the page has done what else there was. */
function breath(): Promise<void> {
  if ('scheduler' in globalThis) {
    const scheduler: unknown = Reflect.get(globalThis, 'scheduler');
    if (scheduler instanceof Object && 'yield' in scheduler && typeof scheduler.yield === 'function')
      return Promise.resolve(scheduler.yield());
  }
  return new Promise((resolve) => {
    // a timer waits longer, and much longer in a page that nobody sees
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/** Works at once, and on until it is done or not wanted any more; `done` is called in the last turn. */
export function inTurns(work: Iterator<void, void>, isWanted: () => boolean, done: () => void): void {
  const end = performance.now() + turnMs;
  do if (work.next().done === true) return done();
  while (performance.now() < end);
  void breath().then(() => {
    if (isWanted()) inTurns(work, isWanted, done);
  });
}
