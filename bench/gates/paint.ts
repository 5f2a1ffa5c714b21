/** When the page is there. */
import { close, fresh, seen, visit, type Seen } from './browser.ts';
import { median, row, timed } from './table.ts';

export async function paint(): Promise<void> {
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
  timed('first contentful paint, median of 5', median(plain.map((s) => s.first)), 'ms', 1500);
  timed('largest contentful paint', median(plain.map((s) => s.largest)), 'ms', 1500);
  timed('first meaningful paint', median(plain.map((s) => s.meaningful)), 'ms', 1500);
  row('layout shift while loading, worst of 5', Math.max(...plain.map((s) => s.shifts)), '', 0.05);
  const slow = await load(4, true, 5);
  timed('first contentful paint, CPU ÷ 4, slow 4G', median(slow.map((s) => s.first)), 'ms', 2800);
  timed('largest contentful paint, CPU ÷ 4, slow 4G', median(slow.map((s) => s.largest)), 'ms', 2800);
}
