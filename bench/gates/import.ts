/** How fast somebody’s dump is read and opened. */
import { close, fresh, visit } from './browser.ts';
import { skipped, timed } from './table.ts';

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

export async function importing(): Promise<void> {
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
  else timed(`import of 53 functions, ${size}: preview`, previewed, 'ms', 1000);
  const start = performance.now();
  await page.locator('dialog[open] button[data-kind=accent]').last().click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.evaluate(() => window.cf8?.idle());
  timed('import: opened', performance.now() - start, 'ms', 1000);
  await close(page);
  skipped('import of a trace of 10,000 lines', 'there is no importer of traces yet');
}
