/** What stands in the way says why and how out of it, and where it can be mended at a press, it is. */
import { accessible, expect, still, test, type, visit } from './page.ts';

const asked =
  'qemu-system-x86_64 -machin pc -nodefaults -device e1000,addr=3 -device edu,addr=3 -device VGA,colr=1';

test('a command line that is refused: what is misspelt is put right in the text, a card in its slot', async ({
  page,
}) => {
  await visit(page);
  await page.keyboard.press('Control+o');
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('textbox').fill(asked);
  await dialog.getByText('There is no QEMU option -machin.').click();
  await expect(dialog).toContainText('QEMU for x86 has no option of that name.');
  await dialog.getByRole('button', { name: 'Write -machine' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue(asked.replace('-machin ', '-machine '));
  await expect(dialog).not.toContainText('-machin.');
  await dialog.getByText('Slot 3 of pci.0 is taken').click();
  await expect(dialog).toContainText('Leave addr= out for the lowest free slot');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toHaveCount(0);

  const badge = page.locator('header').getByRole('button', { name: /problem/ });
  await expect(badge).toContainText('2 problems');
  await badge.click();
  const list = page.getByRole('dialog', { name: 'Problems' });
  await list.getByText('Slot 3 of pci.0 is taken').click();
  await expect(list).toContainText('-device edu');
  await accessible(page);
  await list.getByRole('button', { name: 'Mend it' }).click();
  await expect(badge).toContainText('1 problem');
  await list.getByText('There is no property colr.').click();
  await list.getByRole('button', { name: 'Mend it' }).click();
  await expect(list).not.toContainText('colr');
  await expect(page.locator('[data-fn]', { hasText: 'edu' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(badge).toContainText('1 problem');
});

test('a wrong line at the console says why', async ({ page }) => {
  await visit(page);
  await type(page, 'inl 12345');
  await expect(page.getByRole('alert')).toContainText('An access of that width carries 16 bits.');
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('a sentence names a register in Chinese, with the English beside it', async ({ page }) => {
    await visit(page);
    await page.evaluate(() => window.cf8?.run('setpci -s 3.0 0.l'));
    await still(page);
    const sentence = page.locator('.story-sentence');
    await expect(sentence).toContainText('厂商 ID（Vendor ID）、设备 ID（Device ID）');
    await page.evaluate(() => window.cf8?.run('setpci -s 3.0 c.l'));
    await still(page);
    await expect(sentence.getByTitle(/Cache Line Size/)).toHaveText(
      '高速缓存行大小、延迟定时器、头类型、BIST',
    );
  });
});
