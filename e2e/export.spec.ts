/** Drawings as files: an SVG that stands for itself, a PNG with ink on it; the page on paper. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { accessible, expect, still, test, visit } from './page.ts';

async function saved(page: Page, name: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name }).click();
  return download;
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

/** What a browser makes of the text, as an XML document. */
const parsed = (page: Page, text: string, what: string) =>
  page.evaluate(
    ([source, attribute]) => {
      const document = new DOMParser().parseFromString(source, 'image/svg+xml');
      const { documentElement: root } = document;
      return {
        wrong: document.querySelector('parsererror')?.textContent ?? '',
        title: root.querySelector('title')?.textContent ?? '',
        words: [...root.querySelectorAll('text')].map((t) => t.textContent),
        found: [...root.querySelectorAll(`[${attribute}]`)].map((e) => e.getAttribute(attribute)),
        // a reference out of the file, or a style that only this page knows
        foreign: /href=|var\(|class=|url\((?!#|&quot;#)/.exec(source)?.[0] ?? '',
        height: Number(root.getAttribute('height')),
        width: Number(root.getAttribute('width')),
      };
    },
    [text, what] as const,
  );

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit(page);
});

test('the bus and the map, as SVG and as PNG', async ({ page }) => {
  const shown = await page.evaluate(() => ({
    bdfs: [...document.querySelectorAll('.topology-drawing .topology-bdf')].map((e) => e.textContent),
    regions: [...document.querySelectorAll<HTMLElement>('.map-column [data-key]')].map(
      (e) => e.dataset['key'],
    ),
  }));
  expect(shown.bdfs.length).toBeGreaterThan(4);
  expect(shown.regions.length).toBeGreaterThan(8);
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await page.getByText('File', { exact: true }).click();
  await accessible(page);

  const requests: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):|\/assets\//.test(request.url())) requests.push(request.url());
  });
  const bus = await saved(page, 'Bus, SVG');
  expect(bus.suggestedFilename()).toBe('pc-e1000-VGA-bridge.bus.svg');
  const busSvg = await parsed(page, (await bytesOf(bus)).toString(), 'data-fn');
  expect(busSvg).toMatchObject({ wrong: '', foreign: '', title: 'pc · e1000, VGA, bridge · Bus' });
  expect(busSvg.words).toEqual(expect.arrayContaining(shown.bdfs));

  const map = await saved(page, 'Address map, SVG');
  const mapSvg = await parsed(page, (await bytesOf(map)).toString(), 'data-region');
  expect(mapSvg).toMatchObject({ wrong: '', foreign: '' });
  expect(mapSvg.found).toEqual(expect.arrayContaining(shown.regions));

  for (const [name, svg] of [
    ['Bus, PNG', busSvg],
    ['Address map, PNG', mapSvg],
  ] as const) {
    const png = await bytesOf(await saved(page, name));
    expect(png.readUInt32BE(16)).toBe(Math.round(svg.width * 2));
    expect(png.readUInt32BE(20)).toBe(Math.round(svg.height * 2));
    const colours = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [255, 255, 255] };
      return {
        corner: Array.from(data.slice(0, 3)),
        many: new Set(
          Array.from({ length: data.length / 4 }, (_, i) => data.slice(i * 4, i * 4 + 3).toString()),
        ).size,
      };
    }, png.toString('base64'));
    // light on white although the page is dark
    expect(colours.corner).toEqual([255, 255, 255]);
    expect(colours.many).toBeGreaterThan(20);
  }
  expect(requests).toEqual([]);
});

test('paper: the sentence, the whole bus, the map, the registers; no control', async ({ page }) => {
  await still(page);
  await page.waitForLoadState('networkidle');
  const sheet = page.locator('.print-sheet');
  await expect(sheet).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(sheet.getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(sheet.locator('section > svg')).toHaveCount(2);
  await expect(sheet.getByRole('rowheader', { name: 'Vendor ID', exact: true })).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet).toHaveCount(0);
});
