/**
 * The service worker: everything of one build is kept when it is installed, so that the next visit needs no network. A new
 * build waits until nobody shows the old one any more, or until a person asks for it. No other origin is ever asked.
 * vite.config.ts makes it `sw.js` and fills in what there is to keep.
 */

interface Late {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchLate extends Late {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** The part of a service worker's scope that is used here; the DOM's types know a window only. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { matchAll(of: object): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', hear: (event: Late) => void): void;
  addEventListener(name: 'fetch', hear: (event: FetchLate) => void): void;
  addEventListener(name: 'message', hear: (event: { readonly data: unknown }) => void): void;
}
declare const self: Scope;

/** Both are filled in by the build: a hash over all files, and their names with blanks between, `./` being the page itself. */
const version = '__CF8_VERSION__';
const files: readonly string[] = '__CF8_FILES__'.split(' ');

const prefix = 'cf8-';
const own = prefix + version;
const page = new URL('./', self.registration.scope).href;
/** Module scripts are asked for with headers that servers vary by, and the files are the same whatever they say. */
const whatever: CacheQueryOptions = { ignoreSearch: true, ignoreVary: true };

/** A file whose name carries its hash is the same in every build: it is taken from the one before, if that has it. */
async function keep(cache: Cache, file: string): Promise<void> {
  const url = new URL(file, self.registration.scope).href;
  const known = /-[\w-]{8}\.\w+$/.test(file) ? await caches.match(url, whatever) : undefined;
  const response = known ?? (await fetch(url, { cache: 'no-cache' }));
  if (!response.ok) throw new Error(`${file}: ${String(response.status)}`);
  await cache.put(url, response);
}

async function install(): Promise<void> {
  const cache = await caches.open(own);
  await Promise.all(files.map((file) => keep(cache, file)));
}

/** The builds before go. While other windows may still show one, its files stay for them. */
async function tidy(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1) return;
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(own);
  const wanted = request.mode === 'navigate' ? page : request;
  return (await cache.match(wanted, whatever)) ?? (await caches.match(wanted, whatever)) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope))
    event.respondWith(answer(request));
});
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
