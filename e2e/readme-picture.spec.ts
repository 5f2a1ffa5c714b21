/** The picture in the README, and that the page still looks like it. CF8_PICTURE=1 draws docs/picture.png anew. */
import { expect, still, test, visit } from './page.ts';

test('the first visit at the read that tells the size of BAR0', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit(page);
  await page.evaluate(() => window.cf8?.seek(46));
  await expect(page.getByRole('region', { name: 'Story' })).toContainText(
    'CPU reads CFC. 00:03.0 answers 0xfffe0000: BAR0 decodes 128 KiB.',
  );
  await expect(page.locator('.topology-drawing')).toContainText('claims · 0xfffe0000');
  await expect(page.getByRole('region', { name: 'Register' })).toContainText(
    '~FFFE0000 + 1 = 00020000 = 128 KiB',
  );
  await expect(page.getByRole('region', { name: 'Address map' })).toContainText('sizing …');
  await expect(page.getByRole('log')).toContainText('0xfffe0000');
  await page.evaluate(() => document.fonts.ready);
  await still(page);
  if (process.env['CF8_PICTURE'] !== undefined) await page.screenshot({ path: 'docs/picture.png' });
});
