/** A teacher presents: big enough for the back row, nothing to scroll, one key there and back. */
import type { Page } from '@playwright/test';
import { accessible, expect, state, still, test, visit } from '../page.ts';
import { press } from './tools.ts';

async function present(page: Page): Promise<void> {
  await page.keyboard.press('Shift+P');
  await expect(page.getByRole('button', { name: /Exit/ })).toBeVisible();
  await still(page);
}

/** Every text on the page that can be seen, with the height of its letters on the screen, and whatever scrolls. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const small: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || element.closest('script, style, .visually-hidden') !== null) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getClientRects().length === 0) continue;
      const matrix = element instanceof SVGGraphicsElement ? element.getCTM() : null;
      const drawn = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
      const zoom = element.currentCSSZoom;
      // where the browser counts the zoom in the drawing's matrix, it is counted once
      const scale = matrix !== null && Math.abs(drawn - zoom) < 0.01 ? zoom : drawn * zoom;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < 17) small.push(`${text}: ${String(size)}`);
    }
    const scrolls = [...document.querySelectorAll('*')]
      .filter((each) => each.checkVisibility())
      .filter((each) => {
        const { overflowX, overflowY } = getComputedStyle(each);
        const can = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
        return (
          (can(overflowY) && each.scrollHeight > each.clientHeight) ||
          (can(overflowX) && each.scrollWidth > each.clientWidth)
        );
      })
      .map((each) => each.className);
    const { documentElement: page } = document;
    const caption = document.querySelector('.present-sentence');
    return {
      small,
      scrolls,
      wide: page.scrollWidth - page.clientWidth,
      high: page.scrollHeight - page.clientHeight,
      caption: caption === null ? 0 : Number.parseFloat(getComputedStyle(caption).fontSize),
    };
  });

async function readable(page: Page): Promise<void> {
  const { caption, ...rest } = await measure(page);
  expect(rest).toEqual({ small: [], scrolls: [], wide: 0, high: 0 });
  expect(caption).toBeGreaterThanOrEqual(24);
}

/** What is drawn, by its colour: marks at least 3 to 1 from the paper, letters 4.5 to 1. Axe does not look into drawings. */
const faint = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string): number => {
      if (!canvas) return 0;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => {
        const c = each / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = luminance(getComputedStyle(document.body).backgroundColor);
    const contrast = (colour: string): number => {
      const mark = luminance(colour);
      return (Math.max(mark, paper) + 0.05) / (Math.min(mark, paper) + 0.05);
    };
    const marks = [
      ['.topology-pip', 'stroke', 3],
      ['.topology-rail', 'stroke', 3],
      ['.topology-wire', 'stroke', 3],
      ['.topology-box', 'stroke', 3],
      ['.present-dots span', 'border-top-color', 3],
      ['.map-block', 'border-top-color', 3],
      ['.map-axis', 'stroke', 3],
      ['.map-bracket', 'stroke', 3],
      ['.topology-bdf', 'fill', 4.5],
    ] as const;
    return marks.flatMap(([selector, property, least]) => {
      const found = [...document.querySelectorAll(`.present ${selector}`)];
      if (found.length === 0) return [`no ${selector}`];
      return found
        .map((each) => getComputedStyle(each).getPropertyValue(property))
        .filter((colour) => contrast(colour) < least)
        .map((colour) => `${selector} ${colour}`);
    });
  });

test('readable from the back row: on two walls, light and dark', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 720 });
  await visit(page);
  await present(page);
  const sides = page.getByRole('group', { name: 'Beside the bus' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [1280, 720],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await sides.getByRole('button', { name: 'Auto' }).click();
      for (const step of [37, 38, 26, 52]) {
        await page.evaluate((to) => window.cf8?.seek(to), step);
        await readable(page);
      }
      // whatever the step is about: both sides
      for (const side of ['Bytes', 'Map'] as const) {
        await sides.getByRole('button', { name: side }).click();
        await still(page);
        await readable(page);
        if (width === 1280) await accessible(page);
      }
    }
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await faint(page)).toEqual([]);
    // the ground is pure white, or the dark theme's
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(15, 19, 24)');
  }
});

test('one key there and back to the identical layout; ten presses, ten steps; every beat is shown', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await visit(page);
  // a layout of one's own: a tab, a selection, another width, a folded console, a scrolled drawing
  await page.getByRole('tab', { name: 'Fields' }).click();
  await page.getByRole('tab', { name: 'I/O' }).click();
  await page.locator('.console-fold button').click();
  const divider = page.getByRole('separator').first();
  await divider.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.evaluate(() => document.querySelector('.topology-viewport')?.scrollTo(0, 60));
  await still(page);
  const look = () =>
    page.evaluate(() => ({
      panes: [...document.querySelectorAll<HTMLElement>('[data-pane]')].map((pane) => {
        const { x, y, width, height } = pane.getBoundingClientRect();
        return [pane.dataset['pane'], x, y, width, height];
      }),
      tabs: [...document.querySelectorAll('[role=tab][aria-selected=true]')].map((tab) => tab.textContent),
      scroll: document.querySelector('.topology-viewport')?.scrollTop,
      focus: document.activeElement?.getAttribute('aria-label'),
      selection: JSON.stringify(window.cf8?.state()),
    }));
  const before = await look();
  await present(page);
  await page.keyboard.press('Shift+P');
  await still(page);
  expect(await look()).toEqual(before);

  await present(page);
  const from = (await state(page))?.cursor ?? 0;
  for (let i = 1; i <= 10; i++) {
    await page.keyboard.press('.');
    await expect.poll(async () => (await state(page))?.cursor).toBe(from + i);
  }

  // every beat of a step is shown, one after the other
  await page.evaluate(() => window.cf8?.seek(37));
  await page.evaluate(() => {
    const beats: string[] = [];
    const drawing = document.querySelector('.present .topology-drawing');
    const look = (): void => {
      const beat = drawing?.getAttribute('data-beat') ?? '';
      if (beat.startsWith('38.') && beats.at(-1) !== beat) beats.push(beat);
    };
    if (drawing) new MutationObserver(look).observe(drawing, { attributeFilter: ['data-beat'] });
    Object.assign(window, { beats });
  });
  await page.keyboard.press('.');
  const shown = () => page.evaluate(() => Reflect.get(window, 'beats') as string[]);
  await expect.poll(shown, { timeout: 20_000 }).toEqual(['38.1', '38.2', '38.3', '38.4']);

  // with reduced motion they are shown still
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await press(page, '.');
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .flatMap((each) =>
        each instanceof CSSTransition && each.playState === 'running' && each.transitionProperty !== 'opacity'
          ? [each.transitionProperty]
          : [],
      ),
  );
  expect(moving).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner').getByText('cf8')).toBeVisible();
  expect((await look()).panes).toEqual(before.panes);
});

test('a link that presents; keys that are pressed show for a second, unless that is off', async ({
  page,
}) => {
  await page.goto('./#v=1&t=26&s=first-visit&present=1');
  await expect(page.getByRole('button', { name: /Exit/ })).toBeVisible();
  await still(page);
  expect((await state(page))?.cursor).toBe(26);
  const keys = page.locator('.present-keys');
  await page.keyboard.press('.');
  await expect(keys).toHaveText('.');
  await expect(keys).toHaveCount(0);
  await page.mouse.move(300, 300);
  await expect(page.locator('.present-halo[data-on]')).toBeVisible();
  await page.keyboard.press('Control+,');
  await page.getByRole('checkbox', { name: /pressed keys/ }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Exit/ })).toBeVisible();
  await press(page, '.');
  await expect(keys).toHaveCount(0);
  await press(page, 'Shift+P');
  await expect(page.getByRole('banner').getByText('cf8')).toBeVisible();
  expect(page.url()).not.toContain('present');
});
