/** Somebody who uses the keyboard, and hears the page: no pointer, the focus always seen, every step said once, no way without return. */
import type { Page } from '@playwright/test';
import { accessible, byPalette, expect, focusIsSeen, paletteOf, state, still, test, visit } from '../page.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

test('the outline says what the map draws', async ({ page }) => {
  await byPalette(page, 'bus as an outline');
  await expect(page.getByRole('tree', { name: 'Bus' })).toMatchAriaSnapshot(`
    - tree "Bus":
      - treeitem /00:00\\.0/ [level=1]
      - treeitem /00:01\\.0, piix3/ [level=1]
      - treeitem /00:01\\.1/ [level=1]
      - treeitem /00:01\\.3/ [level=1]
      - treeitem /00:02\\.0, VGA, display, 1234:1111/ [level=1]
      - treeitem /00:03\\.0, e1000, network, 8086:100e/ [level=1]
      - treeitem /bridge 00:04\\.0, pci-bridge, bus 1 to 1, memory window FE800000 to FE9FFFFF, 2 functions behind it/ [expanded] [level=1]
      - treeitem /01:01\\.0, edu/ [level=2]
      - treeitem /01:02\\.0, nvme/ [level=2]
  `);
  await accessible(page);
});

/** Counts what live regions say from now on. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[role=status], [role=alert], [role=log], [aria-live]');
        if (region && region.getAttribute('aria-live') !== 'off') regions.add(region);
      }
      for (const region of regions) if (region.textContent !== '') said.push(region.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const heard = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

test('every step is said once: value and owner', async ({ page }) => {
  await expect(page.getByRole('region', { name: 'Story' }).getByRole('status')).not.toBeEmpty();
  await listen(page);
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('.');
    await still(page);
    // one too many would be among those of the next
    await expect.poll(() => heard(page)).toHaveLength(i + 1);
    const sentence = (await state(page))?.sentence ?? '';
    expect((await heard(page)).at(-1)).toContain(sentence);
    expect(sentence).toMatch(/0x[0-9a-f]+/i);
    expect(sentence).toMatch(/00:03\.0/);
  }
});

test('by keyboard alone: from the load to the size and the value of BAR0 of the e1000', async ({ page }) => {
  // a warning fails the test
  await page.evaluate(() => {
    for (const type of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(type, () => console.warn(`pointer: ${type}`), true);
  });
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses++;
    await page.keyboard.press(key);
    await still(page);
    await focusIsSeen(page);
  };
  const type = async (text: string): Promise<void> => {
    for (const letter of text) await page.keyboard.type(letter);
  };

  // where am I
  await press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the machine' })).toBeFocused();
  await press('Enter');
  // step to where the card is asked for the size of its BAR0
  const story = page.getByRole('region', { name: 'Story' });
  await press('F6');
  for (let i = 0; i < 9; i++) await press('.');
  await expect(story).toContainText('00:03.0');
  // all of it: to the end by palette, then the register by name
  await press('F1');
  await expect(paletteOf(page).getByRole('combobox')).toBeFocused();
  await type(':size bar0');
  await press('Enter');
  await press('F1');
  await expect(paletteOf(page).getByRole('combobox')).toBeFocused();
  await type(':end');
  await press('Enter');
  await press('F1');
  await type('@e1000');
  await press('Enter');
  await expect(page.getByRole('region', { name: 'Configuration', exact: true })).toBeFocused();
  await press('F1');
  await type('#bar0');
  await expect(paletteOf(page).getByRole('option', { selected: true })).toContainText(
    '10 = FEBC0000 · 128 KiB',
  );
  await press('Enter');
  const config = page.getByRole('region', { name: 'Configuration', exact: true });
  await expect(config.getByRole('region', { name: 'Register' })).toContainText('FEBC0000');
  await accessible(page);
  expect(presses).toBeLessThanOrEqual(25);
});

test('nobody is trapped: F6 leaves the bytes, the console and the outline', async ({ page }) => {
  await byPalette(page, 'bus as an outline');
  const seen = new Set<string | null>();
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('F6');
    seen.add(await page.evaluate(() => document.activeElement?.getAttribute('data-pane') ?? null));
    await focusIsSeen(page);
    await page.keyboard.press('Tab');
    await focusIsSeen(page);
  }
  expect(seen.size).toBeGreaterThanOrEqual(6);
});

test.fixme('lesson 1 by keyboard alone in 25 presses besides typing (lessons)', () => {});
