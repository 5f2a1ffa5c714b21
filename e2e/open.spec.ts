/** Other people's machines: a QEMU command line, pasted anywhere. An lspci dump is journey 6. */
import type { Page } from '@playwright/test';
import { accessible, expect, still, test, visit } from './page.ts';

/** As Ctrl+V does it, without a clipboard. */
const paste = (page: Page, text: string) =>
  page.evaluate((t) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', t);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

async function openPasted(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Open a machine' });
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await still(page);
}

const outline = async (page: Page): Promise<string[]> => {
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  return page.getByRole('treeitem').locator('.topology-row-bdf').allTextContents();
};

test('a QEMU command line: what is unknown is said, the rest opens', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await paste(
    page,
    'qemu-system-x86_64 -machine q35 -nodefaults -frobnicate 9 -m 1G -device edu ' +
      '-device pcie-root-port,id=rp1,chassis=1 -device nvme,bus=rp1,serial=1 -device flux-capacitor',
  );
  const dialog = page.getByRole('dialog', { name: 'Open a machine' });
  await expect(dialog).toContainText('-frobnicate');
  await expect(dialog).toContainText('There is no model flux-capacitor');
  await expect(dialog).toContainText('7 functions on 2 buses');
  await accessible(page);
  await openPasted(page);
  await accessible(page);
  expect(await outline(page)).toEqual([
    '00:00.0',
    '00:01.0',
    '00:02.0',
    '?:00.0',
    '00:1f.0',
    '00:1f.2',
    '00:1f.3',
  ]);
  const tree = page.getByRole('tree');
  for (const model of ['edu', 'pcie-root-port', 'nvme']) await expect(tree).toContainText(model);
});
