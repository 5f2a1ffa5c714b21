/** The page's side of offline use: registers the service worker, knows whether a newer build waits and whether there is a network. */
import { createStore } from 'zustand/vanilla';

export const offlineStore = createStore<{
  /** There is a network, as far as the browser knows. */
  readonly online: boolean;
  /** A newer build is here and waits to be asked for. */
  readonly waiting: ServiceWorker | undefined;
}>(() => ({ online: navigator.onLine, waiting: undefined }));

const { setState: set, getState: state } = offlineStore;

/** How often a page that stays open asks for a newer build. */
const askEveryMs = 3_600_000;

/** What is kept for later is fetched when the page has what it needs now. */
const afterMs = 1000;

let begun = false;

/** Makes the page installable and usable without a network, where it is served as a built site. */
export async function goOffline(): Promise<void> {
  if (begun) return;
  begun = true;
  const heard = (): void => set({ online: navigator.onLine });
  addEventListener('online', heard);
  addEventListener('offline', heard);
  if (!import.meta.env.PROD || !location.protocol.startsWith('http') || !('serviceWorker' in navigator))
    return;
  addManifest();
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  // a private window, or a server that says no: everything else works all the same
  const registration = await navigator.serviceWorker.register('./sw.js').catch(() => undefined);
  if (registration) watch(registration);
}

function addManifest(): void {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = './manifest.webmanifest';
  document.head.append(link);
}

function watch(registration: ServiceWorkerRegistration): void {
  // the first one of all is no newer build
  const look = (): void => {
    if (navigator.serviceWorker.controller) set({ waiting: registration.waiting ?? undefined });
  };
  look();
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  );
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < askEveryMs) return;
    asked = Date.now();
    void registration.update().catch(() => undefined);
  });
}

/** The newer build takes over, and the page is loaded anew: the session is kept. */
export function reloadAnew(): void {
  const { waiting } = state();
  if (!waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  // oxlint-disable-next-line no-restricted-properties -- another worker than the session's
  waiting.postMessage('take over');
}
