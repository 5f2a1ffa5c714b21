/** How smoothly it plays and scrubs. */
import { close, fresh, seen, visit } from './browser.ts';
import { least, median, percentile, timed } from './table.ts';

export async function frames(): Promise<void> {
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
  timed('long tasks while playing, per 100 accesses', median(held), 'tasks', 2);
  timed('frame interval while playing, p95, median of 3', median(p95), 'ms', 25);
  timed('frames dropped while playing (target 2)', median(dropped), '%', 5);

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
