/** Firmware watched by keyboard alone: run, back, half-numbered buses, breakpoints, a BAR changed under its feet, on to the end. */
import type { Locator, Page } from '@playwright/test';
import { accessible, expect, state, still, test, type, visit } from './page.ts';

const press = async (page: Page, key: string) => {
  await page.keyboard.press(key);
  await still(page);
};

/** Goes on with the Tab key until the focus is there. */
async function tabTo(page: Page, there: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(there).toBeFocused();
}

async function startTextbook(page: Page): Promise<Locator> {
  await tabTo(page, page.getByRole('button', { name: 'Run…' }));
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Run a program' });
  await expect(dialog.getByRole('button', { name: /^Textbook enumeration/ })).toBeFocused();
  await accessible(page);
  await press(page, 'Enter');
  const pane = page.getByRole('region', { name: 'Program', exact: true });
  await expect(pane).toContainText('First every bus gets a number');
  return pane;
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

test('the textbook: to the end, back, stopped, disturbed, on to the end', async ({ page }) => {
  test.slow();
  const pane = await startTextbook(page);
  const now = pane.locator('.program-sentence[aria-current]');
  const source = pane.getByRole('region', { name: 'Source, textbook.ts' });
  const begun = await state(page);
  expect(begun?.cursor).toBe(begun?.head);
  await expect(source.locator('[data-next]')).toContainText("say('textbook.number'");

  // sentence by sentence, then to the end
  await press(page, 'F10');
  await press(page, 'F10');
  await expect(now).toContainText('Asks every slot of bus 00');
  await expect(source.locator('[aria-current]')).toContainText("say('textbook.look'");
  await accessible(page);
  await press(page, 'F8');
  await expect(pane).toContainText('The program has come to its end.');
  const whole = await state(page);

  // back to where the bridge is open to every bus
  await page.getByRole('region', { name: 'Bus', exact: true }).focus();
  for (let i = 0; i < 80 && !(await now.innerText()).includes('is a bridge'); i++) await press(page, 'F9');
  await expect(now).toContainText('00:04.0 is a bridge');
  await expect(page.getByRole('region', { name: 'Bus', exact: true })).toContainText('0 ▸ 1–ff');
  await expect(page.getByRole('region', { name: 'Story' })).toContainText(
    'Textbook enumeration · 00:04.0 is a bridge',
  );
  await expect(pane.locator('.program-slots')).toContainText('Secondary');
  expect((await state(page))?.head).toBe(whole?.head);
  await accessible(page);

  // a breakpoint in the gutter: where the bridge is closed again
  const gutter = source.getByRole('button', { name: /^Breakpoint at line/ });
  await press(page, '7');
  await tabTo(page, source);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(gutter.and(page.locator('[aria-pressed=true]'))).toBeFocused();
  await press(page, 'F8');
  await expect(pane).toContainText('Stopped: textbook.ts, line');
  await expect(source.locator('[data-next]')).toContainText("say('textbook.reach'");
  await page.keyboard.press('Space');
  await expect(source.locator('[aria-pressed=true]')).toHaveCount(0);

  // one on BAR0 of the e1000
  await press(page, '3');
  await tabTo(page, page.getByRole('tab', { name: 'Map' }));
  await press(page, 'ArrowRight'); // the outline
  const tree = page.getByRole('tree');
  await tabTo(page, tree.getByRole('treeitem').and(page.locator('[tabindex="0"]')));
  const card = tree.getByRole('treeitem', { name: /^00:03\.0/ });
  await page.keyboard.press('Home');
  for (let i = 0; i < 12 && !(await card.evaluate((e) => e === document.activeElement)); i++)
    await page.keyboard.press('ArrowDown');
  await press(page, 'Enter');
  await press(page, '7');
  await tabTo(page, pane.getByRole('button', { name: 'Back', exact: true }));
  await page.keyboard.press('End'); // the last of the toolbar: breakpoints
  await page.keyboard.press('Enter');
  const points = page.getByRole('dialog', { name: 'Breakpoints' });
  await expect(points).toContainText('Registers of 00:03.0');
  await tabTo(page, points.getByRole('button', { name: 'Add: Registers of 00:03.0' }));
  await press(page, 'Enter');
  await expect(points).toContainText('BAR0 of 00:03.0 is read or written');
  await accessible(page);
  await press(page, 'Escape');
  await press(page, 'F8');
  await expect(pane).toContainText('Stopped: BAR0 of 00:03.0 is read or written');
  await expect(now).toContainText('How large is BAR0 of 00:03.0?');

  // changed under its feet: the old future is kept, the program goes on with what it finds
  const before = await state(page);
  await type(page, 'setpci -s 00:03.0 BASE_ADDRESS_0=fe000000 INTERRUPT_LINE=5');
  expect((await state(page))?.branches).toBe((before?.branches ?? 0) + 1);
  await page.getByRole('region', { name: 'Bus', exact: true }).focus();
  for (let i = 0; i < 20 && !(await pane.innerText()).includes('come to its end'); i++)
    await press(page, 'F8');
  await expect(pane).toContainText('The program has come to its end.');
  expect((await state(page))?.hash).not.toBe(whole?.hash);
  await accessible(page);

  // what came of it, beside the story as it was: the line that was noted in the middle is all that is left
  await press(page, 'c');
  const compare = page.getByRole('dialog', { name: 'Compare' });
  const differ = compare.getByRole('listbox', { name: 'Functions that differ' });
  await tabTo(page, differ);
  await expect(differ.getByRole('option', { name: /00:03\.0.*e1000/ })).toBeVisible();
  await expect(compare.getByRole('row', { name: /Interrupt Line/ })).toBeVisible();
  await accessible(page);
  await press(page, 'Escape');
  await expect(compare).toBeHidden();
});

test('a period makes the next access; a program for one function says what it needs', async ({ page }) => {
  await startTextbook(page);
  const before = await state(page);
  await press(page, '.');
  await press(page, '.');
  await press(page, '.');
  expect((await state(page))?.cursor).toBe((before?.cursor ?? 0) + 2); // the first sentence makes none
  await tabTo(page, page.getByRole('button', { name: 'Run…' }));
  await press(page, 'Enter');
  const flr = page.getByRole('button', { name: /^Function Level Reset/ });
  await expect(flr).toHaveAttribute('aria-disabled', 'true');
  await expect(flr).toContainText('Choose a function on the bus first.');
});

test('on a phone it is a tab', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Run…' }).click();
  await page.getByRole('button', { name: /^SeaBIOS/ }).click();
  const pane = page.getByRole('region', { name: 'Program', exact: true });
  await expect(pane).toContainText('Is there a PCI host bridge at all?');
  await pane.getByRole('button', { name: 'Next', exact: true }).click();
  await pane.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(pane.getByRole('region', { name: 'Source, seabios/bus-numbers.ts' })).toBeVisible();
  await accessible(page);
});
