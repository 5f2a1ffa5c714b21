/** How often what a run does is shown: a page that showed every piece would do nothing else. */

const showEveryMs = 100;

/** When the next is shown. */
let showAt = 0;

export const isTimeToShow = (): boolean => performance.now() >= showAt;

/** Called when something is shown; how long that takes is known when the page has come to rest. Two thirds of the time it listens. */
export function paceShowing(): void {
  const begun = performance.now();
  showAt = begun + showEveryMs;
  setTimeout(() => {
    const end = performance.now();
    showAt = end + Math.max(showEveryMs, 2 * (end - begun));
  });
}
