/** What memory it takes, and whether it goes on taking. */
import { close, fresh, visit } from './browser.ts';
import { row } from './table.ts';

export async function heap(long: boolean): Promise<void> {
  const page = await fresh();
  await visit(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const used = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find((m) => m.name === 'JSHeapUsedSize')?.value ?? 0) / 1e6;
  };
  const minutes = long ? 10 : 2;
  let seed = 1;
  const random = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const lines = [
    'inl 0xcfc',
    'outl 0xcf8 0x80001810',
    'outl 0xcfc 0xffffffff',
    'setpci -s 3.0 4.w=7',
    'readl 0xfebc0000',
  ];
  const walk = async (ms: number): Promise<number> => {
    const end = performance.now() + ms;
    let acts = 0;
    while (performance.now() < end) {
      const what = random(5);
      if (what === 0) await page.keyboard.press(random(2) === 0 ? '.' : ',');
      else if (what === 1) await page.evaluate((to) => window.cf8?.seek(to), random(60));
      else if (what === 2) await page.locator('[role=gridcell]').nth(random(64)).click({ timeout: 5000 });
      else {
        await page.evaluate(
          (line) => window.cf8?.run(line).catch(() => ''),
          lines[random(lines.length)] ?? '',
        );
        acts++;
      }
    }
    return acts;
  };
  // chunks that are loaded and functions that are compiled once are no growth; without motion more is done in the same time
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await walk(60_000);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await walk(60_000);
  const before = await used();
  const acts = await walk(minutes * 60_000);
  const after = await used();
  row(`heap after ${String(minutes)} minutes of random walk`, after, 'MB', 120);
  row(`its growth per 1,000 acts (${String(acts)} done)`, (1000 * (after - before)) / acts, 'MB', 5);
  await close(page);
}
