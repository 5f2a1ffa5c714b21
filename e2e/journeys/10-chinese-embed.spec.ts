/** A student reads a Chinese book with cf8 in it, steps there, looks up a term, and goes on in the whole page. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Frame, Page } from '@playwright/test';
import { en } from '../../src/content/words/en/index.ts';
import { zh } from '../../src/content/words/zh/index.ts';
import { accessible, expect, still, test } from '../page.ts';

/** A chapter of a book on a site of its own. */
const book = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://book');
  const source = (searchParams.get('frame') ?? '').replaceAll('&', '&amp;');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><html lang="zh-CN"><title>PCI</title><main><h1>枚举</h1>
    <iframe title="cf8" width="960" height="600" src="${source}"></iframe></main>`);
});
test.beforeAll(async () => {
  await once(book.listen(0, '127.0.0.1'), 'listening');
});
test.afterAll(() => book.close());

/** Opens the book; gives the frame in it. */
async function read(page: Page, link: string): Promise<Frame> {
  const address = book.address();
  const site = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}/`;
  await page.route(`${site}**`, (route) => route.continue());
  await page.goto(`${site}?frame=${encodeURIComponent(link)}`);
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (!frame) throw new Error('no frame');
  await frame.waitForFunction(() => window.cf8 !== undefined);
  await idle(frame);
  return frame;
}

const idle = (frame: Frame): Promise<void> => frame.evaluate(() => window.cf8?.idle());
const moment = (frame: Frame) => frame.evaluate(() => window.cf8?.state());

/** Sentences of the English catalogue that Chinese says otherwise; names of registers are theirs in both. */
const chinese = new Map<string, unknown>(Object.entries(zh));
const english = new Set(
  Object.entries(en).flatMap(([id, text]) =>
    typeof text === 'string' && /[a-z]{3}/.test(text) && chinese.get(id) !== text ? [text] : [],
  ),
);
const registers = new Set(['Command']);

/** What is seen or heard in the frame, English that Chinese has words for. */
async function leftovers(frame: Frame): Promise<string[]> {
  const texts = await frame.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style, code, .mono, .tip, [lang=en]'))
        found.push(node.nodeValue?.trim() ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder'])
        found.push(element.getAttribute(name)?.trim() ?? '');
    return found;
  });
  expect(texts.some((text) => /\p{Script=Han}/u.test(text))).toBe(true);
  return texts.filter((text) => english.has(text) && !registers.has(text));
}

test('in a book on another site: Chinese, a term in both languages, and on in the whole page', async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 1024, height: 760 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const frame = await read(
    page,
    `${baseURL ?? ''}?embed=1#v=1&lang=zh-CN&t=45&sel=00:03.0/cfg/10:4&view=phone-inspector&s=first-visit`,
  );
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await frame.getByRole('button', { name: '下一步' }).click();
  await idle(frame);
  const before = await moment(frame);
  expect(before?.cursor).toBe(46);
  expect(await leftovers(frame)).toEqual([]);
  for (const tab of await frame.locator('.embed-tabs button').all()) {
    await tab.click();
    await idle(frame);
    expect(await leftovers(frame)).toEqual([]);
  }
  await frame.locator('.embed-tabs button').first().click();

  // a term: one hover, or one focus
  const term = frame.locator('[data-pane=story] .term').first();
  const tip = frame.getByRole('tooltip');
  await term.focus();
  await expect(tip).toContainText(/\p{Script=Han}/u);
  await expect(tip).toContainText(/[a-z]{4}/);
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await term.blur();
  await term.hover();
  await expect(tip).toContainText(/\p{Script=Han}/u);
  await page.mouse.move(2, 2);
  // nothing of the reader's is kept, and nothing scrolls sideways
  expect(await frame.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(
    await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);

  // the whole page: the same step, the same selection, the same language
  const opening = context.waitForEvent('page');
  await frame.getByRole('link', { name: '在 cf8 中打开' }).click();
  const whole = await opening;
  await whole.waitForFunction(() => window.cf8 !== undefined && !location.hash.includes('s='));
  await still(whole);
  expect(whole.url()).not.toContain('embed');
  await expect(whole.locator('html')).toHaveAttribute('lang', 'zh-CN');
  const { cursor, hash, sentence } = before ?? {};
  const there = await moment(whole.mainFrame());
  expect(there).toMatchObject({ cursor, hash, sentence });
  expect(there).toHaveProperty('selection', { fn: expect.any(Number), offset: 0x10, bytes: 4 });

  // another language changes nothing else
  await whole.getByRole('button', { name: /中 \/ EN/ }).click();
  await expect(whole.locator('html')).toHaveAttribute('lang', 'en');
  await still(whole);
  const { sentence: said, ...rest } = there ?? { sentence: '' };
  const english = await moment(whole.mainFrame());
  expect(english).toMatchObject(rest);
  expect(english?.sentence).not.toBe(said);
  await whole.close();
});

test('the frame loads little, and everybody can use it', async ({ page }) => {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!/\.(?:js|css|html)$|\/$/.test(pathname)) return;
    const size = response.body().then(async (body) => {
      const stream = new Blob([new Uint8Array(body)]).stream().pipeThrough(new CompressionStream('gzip'));
      return (await new Response(stream).arrayBuffer()).byteLength;
    });
    sizes.set(pathname, size);
  });
  await page.goto('./?embed=1#v=1&lang=zh-CN&t=37&s=first-visit');
  await page.waitForFunction(() => window.cf8 !== undefined);
  await page.locator('.story[data-ready]').waitFor();
  await still(page);
  const total = (await Promise.all(sizes.values())).reduce((sum, each) => sum + each, 0);
  // the bar is 250 (npm run gates): no more than it is
  expect(total).toBeLessThan(320 * 1024);
  await accessible(page);
});
