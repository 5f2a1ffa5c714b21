/** Two languages: live, whole, drawn with glyphs that exist; and a third that nobody speaks, in which nothing is cut off. */
import type { Page } from '@playwright/test';
import { en } from '../src/content/words/en/index.ts';
import { zh } from '../src/content/words/zh/index.ts';
import { meanings } from '../src/content/words/zh/terms.ts';
import { paste } from './journeys/tools.ts';
import { accessible, expect, state, still, test, type, visit } from './page.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

// ── what the page says ───────────────────────────────────────────────────────

/** Texts of the page that are seen or heard, without what is code in every language. */
const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const code =
      'code, kbd, pre, samp, .mono, [dir=ltr], [lang=en], .tip, .add-option-name, .cm-editor, script, style';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement?.closest(code) === null) found.push(node.nodeValue ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder'])
        if (element.closest(code) === null) found.push(element.getAttribute(name) ?? '');
    return [...new Set(found.map((text) => text.trim()))].filter((text) => text !== '');
  });

/** Fixed English texts that Chinese says otherwise. */
const chinese = new Map<string, unknown>(Object.entries(zh));
/** Ids and values in words that a view might show as they are. */
const raw = ['io', 'memory', 'prefetch', 'on', 'off', ...Object.keys(meanings)];
const english = new Set([
  ...raw,
  ...Object.entries(en).flatMap(([id, text]) =>
    typeof text === 'string' && chinese.get(id) !== text ? [text] : [],
  ),
]);

/** Small English words that stay: what one types, models, units, notations. */
const stays = new Set(
  'lspci setpci inl outl outw readl help undo qemu monitor out cfc eax load legacy edu nvme pc piix3 mch store hvisor kvmtool guest advisory root port'.split(
    ' ',
  ),
);
/** Register names that are also words of the page. */
const registers = new Set(['Command']);

/** English words in a Chinese page: a whole text of the catalogue, or a word in small letters that is no name. */
function leftovers(all: readonly string[]): string[] {
  return all.filter((text) => {
    // links, instructions, names of functions in a source
    if (text.includes('#v=1') || /^(?:in|out) [\da-f]{3} [→←] \w+$/.test(text) || /^\w+\(\)/.test(text))
      return false;
    if (english.has(text) && !registers.has(text)) return true;
    const own = text.replaceAll(/（[^）]*）/g, ''); // the English term beside a Chinese one
    const words = own.match(/(?<![\w.:@/$“-])[a-z]{3,}(?![\w.:@/=“-])/g) ?? [];
    return words.some((word) => !stays.has(word));
  });
}

// ── what is cut off ──────────────────────────────────────────────────────────

/** What may be cut off, and why. */
const mayBeCut = [
  '.header-title', // the phone's title ends in an ellipsis
  '.scenario-title', // a person's own may be long
  '.add-option-name', // names of pci.ids are as long as they are
  '.inspector-ids', // left out where there is no room
  '.spec-name', // the English name beside the page's own gives way in a table; its tip has the whole
  '.map-block', // drawn to scale; its label, its tip and the table have the whole name
];

const cut = (page: Page): Promise<string[]> =>
  page.evaluate((allowed) => {
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').trim();
      const own = node.parentElement;
      if (text === '' || own === null || own.closest(`svg, script, style, .visually-hidden, ${allowed}`))
        continue;
      if (!own.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
      if (rects.length === 0) continue;
      const left = Math.min(...rects.map((r) => r.left));
      const right = Math.max(...rects.map((r) => r.right));
      const bottom = Math.max(...rects.map((r) => r.bottom));
      for (let box: Element | null = own; box !== null; box = box.parentElement) {
        const style = getComputedStyle(box);
        const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
        const { clientWidth } = box;
        const edge = box.getBoundingClientRect();
        if (clientWidth <= 2) break; // hidden from those who see
        if (hides(style.overflowX) && (right > edge.right + 1 || left < edge.left - 1))
          found.add(`${box.tagName}.${box.className}: ${text.slice(0, 60)}`);
        if (hides(style.overflowY) && !scrolls && bottom > edge.bottom + 3)
          found.add(`${box.tagName}.${box.className} below: ${text.slice(0, 60)}`);
        if (scrolls || box.tagName === 'DIALOG') break;
        if (style.position === 'fixed') break;
      }
      if (right > innerWidth + 1 && !own.closest('[data-pane], dialog'))
        found.add(`outside: ${text.slice(0, 60)}`);
    }
    return [...found];
  }, mayBeCut.join(', '));

// ── states to look at ────────────────────────────────────────────────────────

const press = async (page: Page, key: string): Promise<void> => {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press(key);
  await still(page);
};

const run = (page: Page, line: string) => page.evaluate((l) => window.cf8?.run(l).catch(() => ''), line);

async function inDialog(page: Page, key: string, look: (name: string) => Promise<void>): Promise<void> {
  await press(page, key);
  await expect(page.locator('dialog[open]')).toBeVisible();
  await page.waitForTimeout(200); // lists arrive a moment later
  await look(`dialog of ${key}`);
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
}

/** Walks through the page by places and keys, which are the same in every language. */
async function walk(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const compact = (page.viewportSize()?.width ?? 0) < 700;
  await look('start');
  const panes = compact ? await page.locator('.tab-bar-item').count() : 1;
  for (let i = 0; i < panes; i++) {
    if (compact) await page.locator('.tab-bar-item').nth(i).click();
    await page.waitForTimeout(compact ? 400 : 0); // panels arrive a moment later
    await still(page);
    const tabs = page.locator('[role=tab]:visible');
    for (let k = 0; k < (await tabs.count()); k++) {
      await tabs.nth(k).click({ timeout: 5000 });
      await still(page);
      await page.waitForTimeout(100);
      await look(`panel ${String(i)} tab ${String(k)}`);
    }
  }
  await page.mouse.move(1, 1);
  for (const key of ['?', 'n', 'c', 'Control+k', 'Control+o', 'Control+Shift+S', 'Control+,'])
    await inDialog(page, key, look);
  await page.evaluate(() => window.cf8?.seek(46));
  await look('a size');
  await run(page, 'readl 0xdead0000');
  await look('nobody');
  await run(page, 'help');
  await run(page, 'setpci -s 3.0 4.w=2');
  await look('console');
}

for (const size of sizes)
  test(`nothing is cut off in longer words, ${String(size.width)}×${String(size.height)}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await visit(page);
    await page.evaluate(() => window.cf8?.pseudo());
    await expect(page.locator('[data-pane]').first()).toContainText('~');
    const wrong = new Map<string, string>();
    await walk(page, async (name) => {
      for (const text of await cut(page)) if (!wrong.has(text)) wrong.set(text, name);
    });
    expect([...wrong]).toEqual([]);
  });

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  for (const size of sizes)
    test(`no English is left, ${String(size.width)}×${String(size.height)}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await visit(page);
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      await expect(page).toHaveTitle('cf8 · 交互式 PCI 总线');
      const wrong = new Map<string, string>();
      await walk(page, async (name) => {
        for (const text of leftovers(await texts(page))) if (!wrong.has(text)) wrong.set(text, name);
        for (const text of await cut(page)) if (!wrong.has(text)) wrong.set(text, `cut, ${name}`);
      });
      expect([...wrong]).toEqual([]);
    });

  test('registers, values, problems and programs are Chinese too', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const wrong = new Map<string, string>();
    const look = async (name: string): Promise<void> => {
      await still(page);
      for (const text of leftovers(await texts(page))) if (!wrong.has(text)) wrong.set(text, name);
    };
    await page.goto('./#v=1&s=q35-ports');
    await page.waitForFunction(() => window.cf8 !== undefined);
    const config = page.locator('[data-pane=inspector]');
    await page.evaluate(() => window.cf8?.seek(9999));
    await page.locator('[data-fn]', { hasText: 'nvme' }).first().click();
    for (const tab of ['域', '能力']) {
      await config.getByRole('tab', { name: tab }).click();
      const names = config.locator('.fields-name');
      await expect(names.first()).toContainText(/\p{Script=Han}/u);
      const english = (await names.allTextContents()).filter((name) => !/\p{Script=Han}/u.test(name));
      expect(english.filter((name) => /[a-z]{3}/.test(name))).toEqual([]);
      await look(tab);
    }
    await config.getByRole('tab', { name: '域' }).click();
    const enable = config.getByRole('row', { name: /内存空间使能 Memory Space Enable/ });
    await expect(enable.locator('[lang=en]')).toHaveText('Memory Space Enable');

    await page.getByRole('button', { name: '运行…' }).first().click();
    await page
      .locator('dialog[open]')
      .getByRole('button', { name: /^SeaBIOS/ })
      .click();
    for (const [i, key] of ['F10', 'F10', 'F10', 'F10', 'F8', 'F9', 'F9', 'F9', 'F9', 'F9', 'F9'].entries()) {
      await press(page, key);
      await look(`SeaBIOS ${String(i)}`);
    }

    const rows = ['00', '10', '20', '30'].map((at) => `${at}:${' ff'.repeat(16)}`).join('\n');
    await paste(page, `00:1c.0 PCI bridge: 1234 (rev ff)\n${rows}\n`);
    await page.locator('dialog[open]').getByRole('button', { name: '打开', exact: true }).click();
    await expect(page.locator('dialog[open]')).toHaveCount(0);
    await page.locator('[data-fn]').first().click();
    await look('all ones');
    await page.locator('header').getByRole('button', { name: /警告/ }).click({ timeout: 5000 });
    await expect(page.getByRole('dialog', { name: '问题' })).toBeVisible();
    await look('problems');
    expect([...wrong]).toEqual([]);
  });

  test('the first paint is Chinese already', async ({ page }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const text = document.getElementById('root')?.textContent ?? '';
        if (text !== '' && seen.at(-1) !== text) seen.push(text);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await visit(page);
    const seen = await page.evaluate(() => Reflect.get(window, 'seen') as string[]);
    expect(seen.length).toBeGreaterThan(0);
    for (const text of seen) expect(text).not.toContain('Skip to the machine');
  });

  test('every character has a glyph', async ({ page }) => {
    await visit(page);
    const drawn = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 48;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      const family = getComputedStyle(document.body).fontFamily;
      const draw = (character: string): string => {
        if (pen === null) return '';
        pen.clearRect(0, 0, 48, 48);
        pen.font = `32px ${family}`;
        pen.fillText(character, 4, 36);
        return pen.getImageData(0, 0, 48, 48).data.join('');
      };
      const all = [...new Set(document.body.innerText)].filter((c) => /\p{Script=Han}/u.test(c));
      const missing = draw('\u{10FFFE}');
      return {
        count: all.length,
        different: new Set(all.map(draw)).size,
        missing: all.filter((c) => draw(c) === missing),
      };
    });
    expect(drawn.count).toBeGreaterThan(50);
    test.skip(drawn.different < 10, 'this machine has no Chinese font; fonts-noto-cjk is one');
    expect(drawn.missing).toEqual([]);
    expect(drawn.different).toBe(drawn.count);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`everybody can use it, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await visit(page);
      await accessible(page);
      await page.evaluate(() => window.cf8?.seek(46));
      await page.locator('[data-pane=story] .term').first().focus({ timeout: 5000 });
      await expect(page.getByRole('tooltip')).toBeVisible();
      await accessible(page);
      await press(page, '?');
      await accessible(page);
    });

  test('a term shows both languages on focus, and Escape hides it', async ({ page }) => {
    await visit(page);
    await page.evaluate(() => window.cf8?.seek(46));
    const term = page.locator('[data-pane=story] .term').first();
    await term.focus();
    const tip = page.getByRole('tooltip');
    await expect(tip).toContainText(/\p{Script=Han}/u);
    await expect(tip).toContainText(/[a-z]{4}/);
    await page.keyboard.press('Escape');
    await expect(tip).toHaveCount(0);
    await expect(term).toBeFocused();
  });
});

test('the language changes live and nothing else does', async ({ page }) => {
  await visit(page);
  await type(page, 'outl cf8 80001810');
  await type(page, 'inl 999999');
  await page.evaluate(() => window.cf8?.seek('45.1'));
  await page.locator('[data-pane=inspector] [role=tab]').nth(2).click();
  await page.locator('[data-pane=inspector] [role=tab]').nth(1).click();
  await page.getByRole('gridcell').nth(20).click();
  await page.getByRole('combobox', { name: 'Command' }).fill('setpci -s 3.0 10.l=');
  await still(page);
  const before = await state(page);

  await page.getByRole('button', { name: /^中 \/ EN/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('combobox', { name: '命令' })).toHaveValue('setpci -s 3.0 10.l=');
  const { sentence: _, ...after } = (await state(page)) ?? { sentence: '' };
  expect(before).toMatchObject(after);
  expect(leftovers(await texts(page))).toEqual([]);

  await page.reload();
  await page.waitForFunction(() => window.cf8 !== undefined);
  await still(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');

  // with a dialog open and something typed in it, from within the palette of keys: the command has no key, so by handle of the page
  await press(page, '?');
  const filter = page.locator('dialog[open] input').first();
  await filter.fill('qemu');
  await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>('.language');
    button?.click();
  });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await expect(filter).toHaveValue('qemu');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
