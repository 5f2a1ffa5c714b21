/** Whether the page only shows: one may look and step, and nothing else. */

/** On a page that only shows: says that something was refused. */
let refuse: (() => void) | undefined;

/** From now on one may look and step, and nothing else; `refused` is called for everything else. */
export function lockSession(refused: () => void): void {
  refuse = refused;
}

/** Whether what would change the machine must not be; whoever asks is about to, so it is said, too. */
export function isRefused(): boolean {
  refuse?.();
  return refuse !== undefined;
}
