/** A person's own program: written with an error, mended, stopped at a breakpoint, stepped to its end. */
import type { Page } from '@playwright/test';
import { accessible, expect, state, still, test, type, visit } from './page.ts';

const pane = (page: Page) => page.getByRole('region', { name: 'Program', exact: true });
const editor = (page: Page) => page.getByRole('textbox', { name: 'Program: a console line in each line' });
const tool = (page: Page, name: string) => pane(page).getByRole('button', { name, exact: true });

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run…' }).click();
  await page
    .getByRole('dialog', { name: 'Run a program' })
    .getByRole('button', { name: /^Your own program…/ })
    .click();
  await expect(editor(page)).toBeVisible();
}

/** Types lines; no list of completions takes an Enter. */
async function write(page: Page, ...lines: readonly string[]): Promise<void> {
  await editor(page).focus();
  for (const [i, line] of lines.entries()) {
    if (i > 0) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
    }
    await page.keyboard.insertText(line);
  }
  await page.keyboard.press('Escape');
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

test('an error stands on its line; mended, it runs to a breakpoint, a line on, to its end', async ({
  page,
}) => {
  await open(page);
  await accessible(page);
  await write(
    page,
    'setpci -s 3.0 COMMAND=0:3',
    'setpci -s 3.0 BASE_ADDRESS_0=febc000g',
    'setpci -s 3.0 COMMAND=2:2',
  );
  const lines = editor(page).locator('.cm-line');
  await expect(editor(page).locator('.script-wrong')).toHaveText('febc000g');
  await expect(editor(page).locator('.cm-line:has(.script-wrong) + .script-told')).toContainText('febc000g');
  await expect(tool(page, 'Run')).toHaveAttribute('aria-disabled', 'true');
  await expect(pane(page).getByRole('status')).toContainText('Line 2 has to be mended first.');
  const before = await state(page);
  await expect(page.getByRole('region', { name: 'Address map' })).not.toContainText('FEBC 0000');
  await editor(page).press('Control+Enter');
  await still(page);
  expect((await state(page))?.head).toBe(before?.head);
  await accessible(page);

  // mend it: the last character of the second line
  await editor(page).press('ArrowUp');
  await editor(page).press('End');
  await editor(page).press('Backspace');
  await page.keyboard.type('0');
  await page.keyboard.press('Escape');
  await expect(editor(page).locator('.script-wrong')).toHaveCount(0);

  // a breakpoint on it, by key
  await editor(page).press('Control+b');
  await expect(pane(page).locator('.script-dot[data-look=on]')).toHaveCount(1);
  await editor(page).press('Control+Enter');
  await still(page);
  await expect(lines.nth(1)).toHaveAttribute('data-next', '');
  await expect(lines.nth(0)).toHaveAttribute('aria-current', 'step');
  await expect(pane(page).getByRole('status')).toHaveText('Stands before line 2.');
  await accessible(page);

  await tool(page, 'Step a line').click();
  await still(page);
  await expect(lines.nth(1)).toHaveAttribute('aria-current', 'step');
  await tool(page, 'Run').click();
  await still(page);
  await expect(pane(page).getByRole('status')).toHaveText('The program has come to its end.');
  await expect(page.getByRole('region', { name: 'Address map' })).toContainText('FEBC 0000');
  await accessible(page);

  // it is there again after a reload, and runs from its start
  const end = await state(page);
  await tool(page, 'To its start').click();
  await still(page);
  expect((await state(page))?.cursor).toBe(before?.cursor);
  await expect(lines.nth(0)).toHaveAttribute('data-next', '');
  await editor(page).press('Control+Enter');
  await still(page);
  await editor(page).press('Control+Enter');
  await still(page);
  expect((await state(page))?.hash).toBe(end?.hash);
});

test('what the machine refuses ends it at that line; Escape and Tab leave the editor', async ({ page }) => {
  await open(page);
  await write(page, 'setpci -s 3.0 CAP_EXP+8.W', 'inl cfc');
  await tool(page, 'Run').click();
  await still(page);
  await expect(editor(page).locator('.cm-line:has(.script-wrong) + .script-told')).toHaveCount(1);
  await expect(pane(page).getByRole('status')).toContainText('CAP_EXP+8.W');
  await editor(page).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
});

test('an example, on a phone; kept over a reload', async ({ page }) => {
  await type(page, 'goto end');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Run…' }).click();
  await page.getByRole('button', { name: /^Your own program…/ }).click();
  await tool(page, 'Examples').click();
  await page.getByRole('menuitem', { name: 'Size a BAR' }).click();
  await tool(page, 'Run').click();
  await still(page);
  await expect(pane(page).getByRole('status')).toHaveText('The program has come to its end.');
  await accessible(page);
  // to a file and from one
  const saved = page.waitForEvent('download');
  await tool(page, 'Save').click();
  expect((await saved).suggestedFilename()).toBe('program.cf8');
  await pane(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'my.cf8', mimeType: 'text/plain', buffer: Buffer.from('# mine\ninl cfc\n') });
  await expect(editor(page)).toContainText('# mine');
  await page.reload();
  await page.waitForFunction(() => window.cf8 !== undefined);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Run…' }).click();
  await page.getByRole('button', { name: /^Your own program…/ }).click();
  await expect(editor(page)).toContainText('# mine');
});
