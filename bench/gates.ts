/**
 * npm run gates [-- --long] [-- WORD …]: every bar that the page is held to, measured, as one table. WORDs choose the groups: sizes, paint,
 * input, frames, engine, import, heap, lighthouse, states, links. The build in dist/ (or CF8_DIST) is looked at as a static host would serve it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { Machine } from '../src/engine/machine.ts';
import { catalogue } from '../src/models/catalogue.ts';
import { build } from '../src/scenario/build.ts';
import type * as Finder from '../scripts/find-browser.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const long = process.argv.includes('--long');
const wanted = (group: string): boolean => words.length === 0 || words.includes(group);
const dist = process.env['CF8_DIST'] ?? 'dist';

// ── the table ────────────────────────────────────────────────────────────────

let failed = 0;

/** A row; `slower`: by how much this machine is slower than the one that the gates were set on, where that counts. */
function row(what: string, figure: number, unit: string, gate: number, slower = 1): void {
  const ok = figure <= gate * slower;
  if (!ok) failed++;
  const text = `${figure.toFixed(unit === '' ? 3 : 1)} ${unit}`.trim();
  const verdict = ok ? (figure <= gate ? 'ok' : `ok ×${slower.toFixed(1)}`) : 'FAILS';
  console.log(`${what.padEnd(58)} ${text.padStart(12)} ${`≤ ${String(gate)}`.padStart(9)}  ${verdict}`);
}
/** At least, not at most. */
function least(what: string, figure: number, unit: string, gate: number): void {
  const ok = figure >= gate;
  if (!ok) failed++;
  console.log(
    `${what.padEnd(58)} ${`${figure.toFixed(1)} ${unit}`.padStart(12)} ${`≥ ${String(gate)}`.padStart(9)}  ${ok ? 'ok' : 'FAILS'}`,
  );
}
function passed(what: string, good: number, bad: number): void {
  if (bad > 0 || good === 0) failed++;
  console.log(
    `${what.padEnd(58)} ${`${String(good)} pass`.padStart(12)} ${'all'.padStart(9)}  ${bad === 0 && good > 0 ? 'ok' : `FAILS ${String(bad)}`}`,
  );
}
const skipped = (what: string, why: string): void => console.log(`${what.padEnd(58)} skipped: ${why}`);

const sorted = (list: readonly number[]): number[] => list.toSorted((a, b) => a - b);
const percentile = (list: readonly number[], p: number): number =>
  sorted(list)[Math.max(0, Math.ceil(list.length * p) - 1)] ?? 0;
const median = (list: readonly number[]): number => percentile(list, 0.5);

// ── a static host, and a browser ─────────────────────────────────────────────

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const zipped = new Map<string, Buffer>();
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const file = path.join(dist, pathname === '/' ? 'index.html' : pathname);
  if (!existsSync(file)) return void response.writeHead(404).end();
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  const zips = /text|json|svg/.test(type);
  const body = zipped.get(file) ?? (zips ? gzipSync(readFileSync(file), { level: 9 }) : readFileSync(file));
  zipped.set(file, body);
  response.writeHead(200, {
    'content-type': type,
    'content-length': body.length,
    ...(zips ? { 'content-encoding': 'gzip' } : {}),
    'cache-control': pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  });
  return void response.end(body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const at = server.address();
const address = `http://127.0.0.1:${String(typeof at === 'object' ? at?.port : 0)}/`;

// not bundled with this file: it finds its neighbours by where it lies
const finder = pathToFileURL(path.resolve('scripts/find-browser.mjs')).href;
const { findBrowser }: typeof Finder = await import(/* @vite-ignore */ finder);
const found = await findBrowser();
const env = { ...process.env, ...found.env, CF8_BROWSER_EXE: found.executablePath ?? '' };
const browser = await chromium.launch({
  ...(found.executablePath === undefined ? {} : { executablePath: found.executablePath }),
  env,
  chromiumSandbox: false,
  args: ['--disable-gpu', '--no-first-run', '--disable-background-networking'],
});

/** What of the page's life is counted, from its first moment. */
function watch(): void {
  const seen = {
    largest: 0,
    shifts: 0,
    inputs: new Map<number, number>(),
    long: [] as number[],
    frames: [] as number[],
  };
  const each = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  each('largest-contentful-paint', (e) => (seen.largest = e.startTime));
  each('layout-shift', (e) => {
    if (Reflect.get(e, 'hadRecentInput') === false) seen.shifts += Number(Reflect.get(e, 'value'));
  });
  each(
    'event',
    (e) => {
      const id = Number(Reflect.get(e, 'interactionId'));
      if (id > 0) seen.inputs.set(id, Math.max(seen.inputs.get(id) ?? 0, e.duration));
    },
    { durationThreshold: 16 },
  );
  each('longtask', (e) => seen.long.push(e.duration));
  const shown = ['.story-sentence, .sentence', '.topology', '[role="grid"]'];
  let last = 0;
  const tick = (now: number): void => {
    if (last > 0) seen.frames.push(now - last);
    last = now;
    if (
      performance.getEntriesByName('cf8:meaningful').length === 0 &&
      shown.every((s) => document.querySelector(s))
    )
      requestAnimationFrame(() => performance.mark('cf8:meaningful'));
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  Object.assign(window, {
    seen: () => ({
      largest: seen.largest,
      shifts: seen.shifts,
      inputs: [...seen.inputs.values()],
      long: seen.long,
      frames: seen.frames.splice(0),
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      meaningful: performance.getEntriesByName('cf8:meaningful')[0]?.startTime ?? 0,
    }),
  });
}

interface Seen {
  readonly largest: number;
  readonly shifts: number;
  readonly inputs: number[];
  readonly long: number[];
  readonly frames: number[];
  readonly first: number;
  readonly meaningful: number;
}
const seen = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const read: () => Seen = Reflect.get(window, 'seen');
    return read();
  });

/** 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

async function fresh(cpu = 1, network = false): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    locale: 'en-US',
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const cdp = await context.newCDPSession(page);
  // the window has bars of its own: what they push out of it is never drawn, and a key typed there is answered by nothing
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { width: 1600, height: 1100 } });
  await cdp.send('Network.enable');
  if (network) await cdp.send('Network.emulateNetworkConditions', slow4g);
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return page;
}
async function visit(page: Page): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => window.cf8 !== undefined);
  await page.evaluate(() => window.cf8?.idle());
}
const close = (page: Page): Promise<void> => page.context().close();

/** How much of a simple sum this machine does in 200 ms, against the machine of the gates when it has nothing else to do. */
function calibrate(): number {
  const end = performance.now() + 200;
  let rounds = 0;
  let sum = 0;
  while (performance.now() < end) {
    for (let i = 0; i < 10_000; i++) sum += Math.sqrt(i);
    rounds++;
  }
  return sum > 0 ? rounds : 0;
}
const referenceRounds = 1700;
let slower = 1;

/** Whether a group is wanted; measures anew how slow the machine is now. */
function begin(group: string): boolean {
  if (!wanted(group)) return false;
  slower = Math.max(
    1,
    referenceRounds / median([calibrate(), calibrate(), calibrate(), calibrate(), calibrate()]),
  );
  console.log(`── ${group} ── this machine takes ×${slower.toFixed(2)} now: gates of time are scaled by it`);
  return true;
}

console.log(`${'what'.padEnd(58)} ${'figure'.padStart(12)} ${'gate'.padStart(9)}  verdict`);

// ── sizes ────────────────────────────────────────────────────────────────────

/** Bytes as they travel, of everything but fonts until the page stands still; and where else it asked. */
async function transfer(hash: string): Promise<{ kb: number; foreign: number }> {
  const page = await fresh();
  let bytes = 0;
  let foreign = 0;
  page.context().on('response', (response) => {
    const url = response.url();
    if (!url.startsWith(address)) foreign += /^(data|blob):/.test(url) ? 0 : 1;
    else if (!url.endsWith('.woff2')) bytes += Number(response.headers()['content-length'] ?? 0);
  });
  await page.goto(address + hash);
  await page.waitForFunction(() => window.cf8 !== undefined);
  await page.evaluate(() => window.cf8?.idle());
  await page.waitForTimeout(1500);
  await close(page);
  return { kb: bytes / 1000, foreign };
}

if (begin('sizes')) {
  const { stdout } = spawnSync(process.execPath, ['scripts/budget.mjs'], { encoding: 'utf8' });
  const weight = (name: string): number =>
    (Number(new RegExp(`^${name} +([\\d.]+)`, 'm').exec(stdout)?.[1] ?? Number.NaN) * 1024) / 1000;
  row('initial JavaScript, gz', weight('page, JavaScript'), 'kB', 180);
  const first = await transfer('');
  row('first-visit transfer without fonts, worker included, gz', first.kb, 'kB', 350);
  const embedded = await transfer('#v=1&embed=1');
  row('embed transfer without fonts, worker included, gz', embedded.kb, 'kB', 250);
  row('worker engine chunk, gz', weight('worker'), 'kB', 120);
  row('requests to other origins', first.foreign + embedded.foreign, '', 0);
}

// ── paint ────────────────────────────────────────────────────────────────────

if (begin('paint')) {
  const load = async (cpu: number, network: boolean, runs: number): Promise<Seen[]> => {
    const all: Seen[] = [];
    for (let run = 0; run < runs; run++) {
      const page = await fresh(cpu, network);
      await visit(page);
      await page.waitForTimeout(300);
      all.push(await seen(page));
      await close(page);
    }
    return all;
  };
  const plain = await load(1, false, 5);
  row('first contentful paint, median of 5', median(plain.map((s) => s.first)), 'ms', 1500, slower);
  row('largest contentful paint', median(plain.map((s) => s.largest)), 'ms', 1500, slower);
  row('first meaningful paint', median(plain.map((s) => s.meaningful)), 'ms', 1500, slower);
  row('layout shift while loading, worst of 5', Math.max(...plain.map((s) => s.shifts)), '', 0.05);
  const slow = await load(4, true, 5);
  row('first contentful paint, CPU ÷ 4, slow 4G', median(slow.map((s) => s.first)), 'ms', 2800, slower);
  row('largest contentful paint, CPU ÷ 4, slow 4G', median(slow.map((s) => s.largest)), 'ms', 2800, slower);
}

// ── input ────────────────────────────────────────────────────────────────────

/** Steps, scrubs, selects, types, opens the palette, as a person does in the first five minutes. */
async function journey(page: Page): Promise<void> {
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('.');
    await page.waitForTimeout(120);
  }
  const strip = await page.locator('[data-pane=timeline] [role=slider]').first().boundingBox();
  if (strip) {
    await page.mouse.move(strip.x + strip.width * 0.7, strip.y + strip.height / 2);
    await page.mouse.down();
    for (let i = 0; i <= 20; i++)
      await page.mouse.move(strip.x + strip.width * (0.7 - i * 0.02), strip.y + strip.height / 2);
    await page.mouse.up();
  }
  for (const cell of [2, 20, 60]) {
    await page.locator('[role=gridcell]').nth(cell).click();
    await page.waitForTimeout(80);
  }
  await page.locator('[data-pane=console] [role=combobox]').click();
  await page.keyboard.type('inl 0xcfc', { delay: 40 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.evaluate(() => window.cf8?.idle());
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(400);
  await page.keyboard.type('bar', { delay: 60 });
  await page.keyboard.press('Escape');
  await page.waitForTimeout(400);
}

if (begin('input')) {
  for (const [cpu, gate] of [
    [1, 150],
    [4, 250],
  ] as const) {
    const page = await fresh(cpu);
    await visit(page);
    await journey(page);
    const { inputs, shifts } = await seen(page);
    const name = cpu === 1 ? '' : ', CPU ÷ 4';
    row(
      `interaction to next paint, p98 (${String(inputs.length)} over 16 ms)${name}`,
      percentile(inputs, 0.98),
      'ms',
      gate,
      slower,
    );
    if (cpu === 1) row('layout shift over the journey', shifts, '', 0.05);
    await close(page);
  }
}

// ── frames ───────────────────────────────────────────────────────────────────

if (begin('frames')) {
  const p95: number[] = [];
  const dropped: number[] = [];
  const held: number[] = [];
  for (let run = 0; run < 3; run++) {
    const page = await fresh();
    await visit(page);
    await page.evaluate(() => window.cf8?.seek(30));
    const before = await seen(page);
    await page.keyboard.press('Space');
    await page.waitForTimeout(12_000);
    await page.keyboard.press('Space');
    const after = await seen(page);
    const cursor = await page.evaluate(() => window.cf8?.state().cursor ?? 0);
    p95.push(percentile(after.frames, 0.95));
    dropped.push((100 * after.frames.filter((ms) => ms > 25).length) / after.frames.length);
    held.push(
      (100 * after.long.slice(before.long.length).filter((ms) => ms > 50).length) / Math.max(1, cursor - 30),
    );
    await close(page);
  }
  row('long tasks while playing, per 100 accesses', median(held), 'tasks', 2, slower);
  row('frame interval while playing, p95, median of 3', median(p95), 'ms', 25, slower);
  row('frames dropped while playing (target 2)', median(dropped), '%', 5, slower);

  const page = await fresh();
  await visit(page);
  const strip = (await page.locator('[data-pane=timeline] [role=slider]').first().boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 1,
    height: 1,
  };
  await page.evaluate(() => {
    let last = -1;
    let count = 0;
    const look = (): void => {
      const { cursor } = window.cf8?.state() ?? { cursor: 0 };
      if (cursor !== last) count++;
      last = cursor;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { places: () => count });
  });
  await page.mouse.move(strip.x + 4, strip.y + strip.height / 2);
  await page.mouse.down();
  const start = performance.now();
  const moves = 150;
  for (let i = 0; i < moves; i++) {
    const share = Math.abs(((i * 3) % 200) - 100) / 100;
    await page.mouse.move(strip.x + 4 + (strip.width - 8) * share, strip.y + strip.height / 2);
  }
  const seconds = (performance.now() - start) / 1000;
  await page.mouse.up();
  const places = await page.evaluate(() => {
    const read: () => number = Reflect.get(window, 'places');
    return read();
  });
  least('scrubbing, places shown a second', places / seconds, '/s', 20);
  await close(page);
}

// ── engine ───────────────────────────────────────────────────────────────────

if (begin('engine')) {
  const parts = [
    { model: 'pci-bridge', id: 'b', addr: '5', properties: { chassis_nr: '1' } },
    { model: 'edu', bus: 'b', fill: true as const },
  ];
  const scenario = { title: '', machine: 'pc', ram: 256, authentic: 'qemu', parts } as const;
  const machine = new Machine(build(scenario, catalogue).board);
  const times: number[] = [];
  let functions = 0;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    functions = 0;
    const outl = (port: number, value: number): void => machine.out(port, value, 4);
    outl(0xcf8, 0x8000_2818);
    outl(0xcfc, 0x0001_0100);
    for (let bdf = 0; bdf < 512; bdf++) {
      outl(0xcf8, 0x8000_0000 + bdf * 256);
      if (machine.in(0xcfc, 4) >>> 0 === 0xffff_ffff) continue;
      functions++;
      for (let bar = 0x10; bar < 0x18; bar += 4) {
        outl(0xcf8, 0x8000_0000 + bdf * 256 + bar);
        outl(0xcfc, 0xffff_ffff);
        machine.in(0xcfc, 4);
      }
    }
    times.push(performance.now() - start);
  }
  row(`engine: finds ${String(functions)} functions and sizes their BARs`, median(times), 'ms', 300, slower);
}

// ── import ───────────────────────────────────────────────────────────────────

/** 53 functions, 12 of them with all 4096 bytes. */
function dump(): string {
  const byte = (n: number): string => n.toString(16).padStart(2, '0');
  const head = [0x86, 0x80, 0x0e, 0x10, 0x07, 0, 0, 0, 0x03, 0, 0, 2, 0, 0, 0x80, 0];
  return Array.from({ length: 53 }, (_, n) => {
    const rows = n < 12 ? 256 : 16;
    const body = Array.from({ length: rows }, (_, r) => {
      const bytes = Array.from({ length: 16 }, (_, i) =>
        r === 0 ? (head[i] ?? 0) : (r * 16 + i * n) & 0xff,
      );
      return `${(r * 16).toString(16).padStart(rows > 16 ? 3 : 2, '0')}: ${bytes.map(byte).join(' ')}`;
    });
    return [
      `${byte(0)}:${byte(n >> 3)}.${String(n & 7)} Ethernet controller: Intel 82540EM (rev 03)`,
      ...body,
      '',
    ].join('\n');
  }).join('\n');
}

if (begin('import')) {
  const page = await fresh();
  await visit(page);
  const text = dump();
  const previewed = await page.evaluate(async (given) => {
    const start = performance.now();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    while (!/\b53\b/.test(document.querySelector('dialog[open]')?.textContent ?? '')) {
      if (performance.now() - start > 20_000) return -1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now() - start;
  }, text);
  const size = `${String(Math.round(text.length / 1000))} kB`;
  if (previewed < 0) skipped(`import of 53 functions, ${size}`, 'the preview did not say 53');
  else row(`import of 53 functions, ${size}: preview`, previewed, 'ms', 1000, slower);
  const start = performance.now();
  await page.locator('dialog[open] button[data-kind=accent]').last().click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.evaluate(() => window.cf8?.idle());
  row('import: opened', performance.now() - start, 'ms', 1000, slower);
  await close(page);
  skipped('import of a trace of 10,000 lines', 'there is no importer of traces yet');
}

// ── heap ─────────────────────────────────────────────────────────────────────

if (begin('heap')) {
  const page = await fresh();
  await visit(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const heap = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find((m) => m.name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
  };
  const before = await heap();
  const minutes = long ? 10 : 2;
  const end = performance.now() + minutes * 60_000;
  let seed = 1;
  const random = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const lines = [
    'inl 0xcfc',
    'outl 0xcf8 0x80001810',
    'outl 0xcfc 0xffffffff',
    'setpci -s 3.0 4.w=7',
    'readl 0xfebc0000',
  ];
  let acts = 0;
  while (performance.now() < end) {
    const what = random(5);
    if (what === 0) await page.keyboard.press(random(2) === 0 ? '.' : ',');
    else if (what === 1) await page.evaluate((to) => window.cf8?.seek(to), random(60));
    else if (what === 2) await page.locator('[role=gridcell]').nth(random(64)).click({ timeout: 5000 });
    else {
      await page.evaluate((line) => window.cf8?.run(line).catch(() => ''), lines[random(lines.length)] ?? '');
      acts++;
    }
  }
  const after = await heap();
  row(`heap after ${String(minutes)} minutes of random walk`, after, 'MB', 120);
  row(`its growth per 1,000 acts (${String(acts)} done)`, (1000 * (after - before)) / acts, 'MB', 5);
  await close(page);
}

// ── lighthouse ───────────────────────────────────────────────────────────────

/** Not installed with the project: it is heavy, and only this asks for it. 13 wants a newer Node. */
const lighthouse = 'lighthouse@12.8.2';

/** What a program prints, while the host above goes on serving. */
function output(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, {
    env: { ...env, CHROME_PATH: found.executablePath ?? chromium.executablePath() },
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const pieces: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  return new Promise((resolve) => {
    child.on('close', () => resolve(pieces.join('')));
    child.on('error', () => resolve(''));
  });
}

if (begin('lighthouse')) {
  const scores: Record<string, number[]> = { performance: [], accessibility: [], 'best-practices': [] };
  for (let run = 0; run < 3; run++) {
    const stdout = await output('npx', [
      '--yes',
      lighthouse,
      address,
      '--preset=desktop',
      '--output=json',
      '--quiet',
      `--only-categories=${Object.keys(scores).join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ]);
    if (!stdout.startsWith('{')) break;
    const report: { categories: Record<string, { score: number }> } = JSON.parse(stdout);
    for (const [name, list] of Object.entries(scores)) list.push((report.categories[name]?.score ?? 0) * 100);
  }
  const gates: Record<string, number> = { performance: 90, accessibility: 100, 'best-practices': 95 };
  for (const [name, list] of Object.entries(scores))
    if (list.length < 3) skipped(`Lighthouse, desktop: ${name}`, `${lighthouse} could not be run`);
    else least(`Lighthouse, desktop: ${name}, median of 3`, median(list), '', gates[name] ?? 100);
}

await browser.close();
server.close();
server.closeAllConnections();

// ── states and links: the tests that hold them, counted ──────────────────────

interface Spec {
  readonly title: string;
  readonly ok: boolean;
}
interface Suite {
  readonly specs?: readonly Spec[];
  readonly suites?: readonly Suite[];
}
const specsOf = (suite: Suite): readonly Spec[] => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];

if (begin('states')) {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', 'gates', 'offline', 'keys', '--reporter=json'],
    { encoding: 'utf8', env: { ...env, CF8_GATES: 'all', CF8_PORT: '4393' }, maxBuffer: 1e9 },
  );
  const report: Suite = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const specs = specsOf(report);
  const count = (what: string, of: RegExp): void => {
    const own = specs.filter(({ title }) => of.test(title));
    passed(what, own.filter(({ ok }) => ok).length, own.filter(({ ok }) => !ok).length);
    for (const { title } of own.filter(({ ok }) => !ok)) console.log(`  ${title}`);
  };
  count('axe: states × light, dark × en, zh-CN', /^axe: (?!projector)/);
  count('axe: projector, 13 moments × light, dark × en, zh-CN', /^axe: projector/);
  count('reflow at 320 pixels, 200 % and 400 %', /^reflows/);
  count('reduced motion: nothing moves', /reduced motion/);
  count('offline: second visit, install, newer build', /network|installed|newer build/);
}

if (begin('links')) {
  const unit = (what: string, ...files: string[]): void => {
    const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
      stdio: 'ignore',
    });
    passed(what, status === 0 ? 1 : 0, status === 0 ? 0 : 1);
  };
  unit('contrast, colour blindness, one place for tokens', 'src/views/parts/tokens.test.ts');
  unit('every link that was ever given opens', 'src/store/sharing/links.test.ts');
}

console.log(failed === 0 ? 'All bars are held.' : `${String(failed)} bars are missed.`);
process.exitCode = failed === 0 ? 0 : 1;
