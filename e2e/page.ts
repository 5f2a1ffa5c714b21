/** What every spec needs: an opened page, guarded against errors and foreign requests, and axe. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** What playwright.config.ts asks for. */
const blocked = 'Service Worker registration blocked by Playwright';

export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const wrong: string[] = [];
    page.on('console', (m) => {
      if (m.text() === blocked) return;
      if (m.type() === 'error' || m.type() === 'warning') wrong.push(m.text());
    });
    page.on('pageerror', (e) => wrong.push(e.message));
    await page.route('**', async (route) => {
      const { origin } = new URL(route.request().url());
      if (baseURL !== undefined && origin === new URL(baseURL).origin) return route.continue();
      wrong.push(`request to ${origin}`);
      return route.abort();
    });
    await use(page);
    // the context is the next test's, too
    await page.context().setOffline(false);
    expect(wrong).toEqual([]);
  },
});
export { expect };

/** Opens the page and waits until it stands still. */
export async function visit(page: Page): Promise<void> {
  await page.goto('./');
  await page.waitForFunction(() => window.cf8 !== undefined);
  await still(page);
}

export const still = (page: Page): Promise<void> => page.evaluate(() => window.cf8?.idle());

export const state = (page: Page) => page.evaluate(() => window.cf8?.state());

/**
 * Axe finds nothing. Animations are over: colours in between are nobody's. The page has no frames ("legacy" is without
 * them), and nobody reads what passed: that makes it four times as fast.
 */
export async function accessible(page: Page): Promise<void> {
  await still(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // 24 pixels for what is pressed: WCAG 2.2, which axe leaves out unless it is asked
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze();
  // what is half under the edge of what scrolls is not small
  const isSmall = (target: unknown): Promise<boolean> =>
    page
      .locator(String(target))
      .first()
      .evaluate((element) => {
        const { width, height } = element.getBoundingClientRect();
        return Math.min(width, height) < 24;
      });
  const found: { readonly rule: string; readonly nodes: readonly string[] }[] = [];
  for (const { id, nodes } of violations) {
    const wrong: string[] = [];
    for (const { html, target } of nodes)
      if (id !== 'target-size' || (await isSmall(target[0]))) wrong.push(html);
    if (wrong.length > 0) found.push({ rule: id, nodes: wrong });
  }
  expect(found).toEqual([]);
}

/** Axe finds nothing in either theme. */
export async function accessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await accessible(page);
  }
}

/** The element with the focus can be seen to have it. */
export async function focusIsSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing has the focus';
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return `no size: ${element.outerHTML.slice(0, 120)}`;
    return ring || boxShadow !== 'none' ? '' : `no ring: ${element.outerHTML.slice(0, 120)}`;
  });
  expect(seen).toBe('');
}

/** Goes and comes back at once: what was done last is kept as the page goes. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => window.cf8 !== undefined);
  await still(page);
}

/** Types a console line and waits for what it does. */
export async function type(page: Page, line: string): Promise<void> {
  const prompt = page.getByRole('combobox', { name: 'Command' });
  await prompt.focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Escape'); // the list of completions, if one is open
  await page.keyboard.press('Enter');
  // a line that is done goes, one that is wrong stays and says so
  const told = page.getByRole('alert');
  await expect.poll(async () => (await prompt.inputValue()) === '' || (await told.count()) > 0).toBe(true);
  await still(page);
}

declare global {
  interface Window {
    cf8?: {
      run(line: string): Promise<string>;
      idle(): Promise<void>;
      seek(moment: number | string, progress?: number): Promise<void>;
      state(): {
        cursor: number;
        head: number;
        beat: number;
        hash: number;
        sentence: string;
        branches: number;
        story: number;
      };
      pseudo(): Promise<void>;
      crash(): void;
    };
  }
}

export const paletteOf = (page: Page) => page.getByRole('dialog', { name: 'Find', exact: true });

/** Finds something in the palette by these words, and does it. */
export async function byPalette(page: Page, text: string): Promise<void> {
  const palette = paletteOf(page);
  await page.keyboard.press('F1');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await still(page);
}
