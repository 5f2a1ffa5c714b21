/** What journeys share: presses and clicks counted, what can really be seen, other people's text, links. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { expect, still } from '../page.ts';

export const pane = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** In the viewport, and of a size. */
export async function seen(what: Locator): Promise<void> {
  await expect(what).toBeInViewport();
  const box = await what.boundingBox();
  expect(box?.width).toBeGreaterThan(0);
  expect(box?.height).toBeGreaterThan(0);
}

export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
  await still(page);
};

/** Keeps a log of what a person does to the page from here on; gives how often they clicked. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const log: number[] = [];
    addEventListener(
      'click',
      // Enter and Space on a button are clicks without a pointer
      (event) => event.isTrusted && event.detail > 0 && log.push(event.timeStamp),
      true,
    );
    Object.assign(window, { clicks: () => log.length });
  });
  return () =>
    page.evaluate(() => {
      const read: unknown = Reflect.get(window, 'clicks');
      return typeof read === 'function' ? Number(Reflect.apply(read, window, [])) : Number.NaN;
    });
}

export const fixture = (name: string): string =>
  gunzipSync(readFileSync(new URL(`../../fixtures/lspci/${name}.txt.gz`, import.meta.url))).toString();

/** Functions of a dump, as it has them: the line that begins one, and all of its lines. */
export const blocksOf = (dump: string): string[] => dump.split('\n\n').filter((block) => block.trim() !== '');

/** As Ctrl+V does it, without a clipboard. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

/** As dropping files from a file manager does it. */
export const drop = (page: Page, texts: readonly string[]): Promise<void> =>
  page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    all.forEach((text, i) => dataTransfer.items.add(new File([text], `boot-${String(i + 1)}.txt`)));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, texts);

/** The Share dialog, when its link is made. */
export async function share(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+Shift+S');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByText(/\d characters$/)).toBeVisible();
  return dialog;
}

/** A file that the page saves. */
export async function saved(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await download.path(), 'utf8');
}
