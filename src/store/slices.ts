/** Long work on the page's own thread, cut into slices so that it always answers. */

const sliceMs = 8;

/** Does the work, told after each slice how far it is (what the generator gave last); the function that is given back stops it. */
export function inSlices<T>(
  work: Generator<T, void>,
  told: (last: T | undefined, isDone: boolean) => void,
  around: (slice: () => void) => void = (slice) => slice(),
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (): void => {
    const slice: { last?: T; isDone: boolean } = { isDone: false };
    around(() => {
      const end = performance.now() + sliceMs;
      do {
        const step = work.next();
        if (step.done === true) slice.isDone = true;
        else slice.last = step.value;
      } while (!slice.isDone && performance.now() < end);
    });
    timer = slice.isDone ? undefined : setTimeout(go);
    told(slice.last, slice.isDone);
  };
  timer = setTimeout(go);
  return () => clearTimeout(timer);
}
