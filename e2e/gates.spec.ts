/**
 * The bars that do not depend on the machine's speed (the others: npm run gates). Axe in every state; here each state in one of
 * the themes and languages, with CF8_GATES=all in every one of them.
 */
import process from 'node:process';
import type { Page } from '@playwright/test';
import { accessible, expect, focusIsSeen, still, test, visit } from './page.ts';

const all = process.env['CF8_GATES'] === 'all';

const themes = ['light', 'dark'] as const;
const languages = ['en', 'zh-CN'] as const;
const looks = themes.flatMap((theme) => languages.map((language) => ({ theme, language })));
type Look = (typeof looks)[number];

/** As a person who chose so before. Names differ by language: states are reached by keys and places. */
async function come(page: Page, { theme, language }: Look): Promise<void> {
  await page.addInitScript(
    (kept) => {
      localStorage.clear();
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(`cf8.${key}`, value);
    },
    { theme, language },
  );
  await visit(page);
}

const seek = (page: Page, moment: string): Promise<void> =>
  page.evaluate((to) => window.cf8?.seek(to), moment);
const run = (page: Page, line: string): Promise<unknown> => page.evaluate((to) => window.cf8?.run(to), line);
const tab = (page: Page, pane: string, n: number): Promise<void> =>
  page.locator(`[data-pane=${pane}] [role=tab]`).nth(n).click();
async function press(page: Page, keys: string): Promise<void> {
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press(keys);
}
async function dialog(page: Page, keys: string): Promise<void> {
  await press(page, keys);
  await page.locator('dialog[open], [role=dialog]').first().waitFor();
}

const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'first visit': () => Promise.resolve(),
  'in the middle of an access': (page) => seek(page, '38.3'),
  'the end of the story': (page) => seek(page, '52'),
  'nobody answers, in a branch': async (page) => {
    await run(page, 'outl 0xcf8 0x8000ff00');
    await run(page, 'inl 0xcfc');
  },
  fields: (page) => tab(page, 'inspector', 0),
  BARs: (page) => tab(page, 'inspector', 2),
  capabilities: (page) => tab(page, 'inspector', 3),
  outline: (page) => tab(page, 'topology', 1),
  'map of ports': (page) => tab(page, 'address-map', 0),
  'search in the story': (page) => press(page, '/'),
  palette: (page) => dialog(page, 'Control+k'),
  keys: (page) => dialog(page, '?'),
  settings: (page) => dialog(page, 'Control+,'),
  open: (page) => dialog(page, 'Control+o'),
  share: (page) => dialog(page, 'Control+Shift+S'),
  'add a device': (page) => dialog(page, 'n'),
  compare: (page) => dialog(page, 'c'),
  phone: (page) => page.setViewportSize({ width: 390, height: 844 }),
};

/** Closes what is open, one after the other. */
async function close(page: Page): Promise<void> {
  const open = page.locator('dialog[open], [role=dialog]:popover-open, .timeline-find');
  for (let i = 0; i < 3 && (await open.count()) > 0; i++) {
    await page.keyboard.press('Escape');
    await still(page);
  }
  await expect(open).toHaveCount(0);
}

looks.forEach((look, n) => {
  test(`axe: every state, ${look.theme}, ${look.language}`, async ({ page }) => {
    test.slow();
    await come(page, look);
    for (const [i, [name, reach]] of Object.entries(states).entries()) {
      if (!all && i % looks.length !== n) continue;
      await test.step(name, async () => {
        await reach(page);
        await accessible(page);
        await close(page);
      });
    }
  });
});

/** What the projector has to show: before, in and after accesses that are answered, sized, mapped. */
const shown = ['0', '1', '8', '37', '38.1', '38.2', '38.3', '38.5', '43', '45', '47.2', '50', '52'];

for (const look of all ? looks : looks.slice(0, 1)) {
  test(`axe: projector, ${look.theme}, ${look.language}`, async ({ page }) => {
    await come(page, look);
    await press(page, 'Shift+P');
    await page.locator('.present').waitFor();
    for (const moment of all ? shown : ['37', '38.3', '52']) {
      await seek(page, moment);
      await accessible(page);
    }
  });
}

/** What scrolls sideways although it is neither bytes nor a drawing nor a row of its own that may. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('main *, dialog[open] *')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
      .filter(
        (box) => /auto|scroll/.test(getComputedStyle(box).overflowX) || box === document.documentElement,
      )
      .filter((box) => !box.closest('.hex, .hex-scroll, .topology-viewport, .map-scroll, pre, svg, textarea'))
      .map((box) => `${box.tagName} ${box.className}`),
  );

// 320 pixels; and a window of 1280 pixels enlarged twice and four times
for (const [width, height, deviceScaleFactor] of [
  [320, 640, 1],
  [640, 512, 2],
  [320, 256, 4],
] as const) {
  test.describe(`${String(width)}×${String(height)}`, () => {
    test.use({ viewport: { width, height }, deviceScaleFactor });
    test(`reflows at ${String(width)}×${String(height)}, ${String(deviceScaleFactor * 100)} %`, async ({
      page,
    }) => {
      await visit(page);
      expect(await sideways(page), 'first visit').toEqual([]);
      for (const pane of await page.locator('.tab-bar-item').all()) {
        await pane.click();
        await still(page);
        expect(await sideways(page), await pane.innerText()).toEqual([]);
      }
      for (const keys of ['?', 'Control+o', 'Control+Shift+S', 'Control+k']) {
        await dialog(page, keys);
        await still(page);
        expect(await sideways(page), keys).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });
  });
}

test('with reduced motion nothing moves, whatever happens', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => {
    const moved = new Set<string>();
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const effect = animation.effect;
        if (!(effect instanceof KeyframeEffect) || Number(effect.getComputedTiming().duration) === 0)
          continue;
        const what = effect
          .getKeyframes()
          .flatMap((frame) => Object.keys(frame))
          .filter((key) => !['offset', 'computedOffset', 'easing', 'composite', 'opacity'].includes(key));
        if (what.length > 0) moved.add(`${effect.target?.className.toString() ?? ''}: ${what.join(' ')}`);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { moved });
  });
  await visit(page);
  await seek(page, '0');
  await page.keyboard.press('Space');
  await expect.poll(() => page.evaluate(() => window.cf8?.state().cursor)).toBeGreaterThan(2);
  await page.keyboard.press('Space');
  for (const moment of ['38', '43', '47', '50', '52']) {
    await seek(page, moment);
    await page.keyboard.press(',');
    await page.keyboard.press('.');
    await still(page);
  }
  await dialog(page, '?');
  await page.keyboard.press('Escape');
  const moved = await page.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'moved');
    return seen instanceof Set ? [...seen].map(String) : ['nobody looked'];
  });
  expect(moved).toEqual([]);
});

test('by Tab from one end of the page to the other: the focus is always seen', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const marked = (): Promise<boolean> =>
    page.evaluate(() => {
      const { activeElement: now } = document;
      if (!(now instanceof HTMLElement) || now === document.body || 'tabbed' in now.dataset) return false;
      now.dataset['tabbed'] = '';
      return true;
    });
  let count = 0;
  for (; count < 200; count++) {
    await page.keyboard.press('Tab');
    if (!(await marked())) break;
    await focusIsSeen(page);
  }
  expect(count).toBeGreaterThan(30);
  expect(count).toBeLessThan(200);
});
