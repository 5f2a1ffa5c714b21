/** Sharing: a bad link opens what it can; dumps lose what identifies them; files come back. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { accessible, expect, state, still, test, type, visit } from './page.ts';

const fixture = (name: string): string =>
  gunzipSync(readFileSync(new URL(`../fixtures/lspci/${name}.txt.gz`, import.meta.url))).toString();

const paste = (page: Page, text: string) =>
  page.evaluate((t) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', t);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

async function openPasted(page: Page, text: string): Promise<void> {
  await paste(page, text);
  const dialog = page.getByRole('dialog', { name: 'Open a machine' });
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await still(page);
}

async function share(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+Shift+S');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByText(/\d characters$/)).toBeVisible();
  return dialog;
}

const linkIn = (dialog: Locator): Promise<string> =>
  dialog.getByRole('textbox', { name: 'Link' }).inputValue();

/** The address is the page's own again as soon as the link has been read. */
const open = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.waitForFunction(() => window.cf8 !== undefined && !location.hash.includes('s='));
  await still(page);
};

/** A file that the page saves. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

test('a bad link opens what it can and lists the rest; what was open before comes back', async ({ page }) => {
  await type(page, 'outl 0xcf8 0x80001810');
  const mine = await state(page);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('cf8.session')))
    .toContain('outl 0xcf8 0x80001810');
  await open(page, './#v=1&s=nested-bridges&t=3&colour=red&sel=09:00.0&o=z:AAAA');
  const notice = page.getByRole('status').filter({ hasText: 'Opened what could be read' });
  await expect(notice).toContainText('colour means nothing here');
  await expect(notice).toContainText('sel=09:00.0 leads nowhere');
  await expect(notice).toContainText('The story was cut off');
  await expect(page.locator('body')).toContainText('three bridges deep');
  await accessible(page);
  // a reload does not lose it either
  await page.reload();
  await page.waitForFunction(() => window.cf8 !== undefined);
  await page.getByRole('button', { name: 'Back to my session' }).click();
  await still(page);
  expect((await state(page))?.hash).toBe(mine?.hash);
  expect((await state(page))?.head).toBe(mine?.head);
});

test('a link in the address of a page that runs opens too', async ({ page }) => {
  await page.evaluate(() => {
    location.hash = '#v=1&s=nobody';
  });
  await expect.poll(() => state(page)).toMatchObject({ cursor: 1, head: 4 });
});

test('a dump is shared without what identifies it', async ({ page }) => {
  await openPasted(page, fixture('0018-q35-kitchen.lspci'));
  const dialog = await share(page);
  await expect(dialog.getByRole('checkbox', { name: /Remove serial numbers/ })).toBeChecked();
  await dialog.getByText('Review').click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Subsystem ids' }).first()).toBeVisible();
  await accessible(page);
  const link = await linkIn(dialog);
  await dialog.getByText('File', { exact: true }).click();
  const dump = await saved(page, () => dialog.getByRole('button', { name: /lspci dump/ }).click());
  expect(dump.name).toMatch(/\.lspci\.txt$/);
  expect(dump.text).not.toMatch(/^20: (?:[0-9a-f]{2} ){12}f4 1a/m);
  await page.keyboard.press('Escape');
  await open(page, link);
  const again = await share(page);
  await expect(again.getByRole('checkbox', { name: /Remove serial numbers/ })).toHaveCount(0);
});

test('every file: a session comes back, a dump parses, a script writes, a transcript tells', async ({
  page,
}) => {
  await type(page, 'setpci -s 00:03.0 COMMAND=2:2');
  const before = await state(page);
  const session = await saved(page, () => page.keyboard.press('Control+S'));
  expect(session.name).toMatch(/\.cf8\.json$/);
  const dialog = await share(page);
  await dialog.getByText('File', { exact: true }).click();
  const script = await saved(page, () => dialog.getByRole('button', { name: /setpci script/ }).click());
  expect(script.text).toContain('\nsetpci -s 00:03.0 04.w=0002\n');
  const story = await saved(page, () => dialog.getByRole('button', { name: /Transcript/ }).click());
  expect(story.text).toContain('## Branch 1, left at step 37');
  expect(story.text).toContain('| 38 | `setpci -s 00:03.0 COMMAND=2:2` | `outl 0xcf8 0x80001804` |');
  expect(story.text).toMatch(/\| 38 \| {2}\| `inl 0xcfc` \| `0x100e8086` \|.*00:03\.0/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page.getByRole('menuitem', { name: /nobody/ }).click();
  await still(page);
  await openPasted(page, session.text);
  expect((await state(page))?.hash).toBe(before?.hash);
  expect((await state(page))?.cursor).toBe(before?.cursor);
});

test('a link pasted into the page opens, and a QR code is drawn', async ({ page }) => {
  const dialog = await share(page);
  await dialog.getByText('QR code').click();
  await expect(dialog.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  await accessible(page);
  const link = (await linkIn(dialog)).replace('first-visit', 'q35-ports').replace(/t=\d+/, 't=4');
  await page.keyboard.press('Escape');
  await openPasted(page, link);
  expect(await state(page)).toMatchObject({ cursor: 4, head: 23 });
});

test('by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('Control+Shift+S');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByRole('button', { name: 'Copy' }).first()).toBeFocused();
  await expect(dialog.getByText(/\d characters$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#v=1&t=37&.*s=first-visit$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
