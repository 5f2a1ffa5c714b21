/** The main job: read an id, size a BAR, program it, see it mapped, step back, branch, reload; by keyboard alone. */
import { accessible, accessibleInBoth, expect, reload, state, still, test, type, visit } from './page.ts';

test('by keyboard alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const story = page.getByRole('region', { name: 'Story' });

  await type(page, 'outl cf8 80001800; inl cfc');
  await expect(story).toContainText('00:03.0 answers 0x100e8086');
  await expect(page.getByRole('log')).toContainText('0x100e8086');
  expect((await state(page))?.branches).toBe(1);

  await type(page, 'setpci -s 00:03.0 BASE_ADDRESS_0=ffffffff');
  await expect(story).toContainText('17 bits refused');
  await type(page, 'inl cfc');
  await expect(story).toContainText('128 KiB');
  await accessible(page);

  await type(page, 'setpci -s 00:03.0 BASE_ADDRESS_0=feb80000');
  await expect(story).toContainText('does not let it decode');
  await accessible(page);
  await type(page, 'setpci -s 00:03.0 COMMAND=2:2');
  await expect(story).toContainText('decodes 0xfeb80000 to 0xfeb9ffff');
  await expect(page.getByRole('region', { name: 'Address map' })).toContainText('feb8 0000', {
    ignoreCase: true,
  });
  await accessible(page);
  await type(page, 'readl feb80008');
  await expect(page.getByRole('log')).toContainText('0x80080783');

  const before = await state(page);
  await page.getByRole('region', { name: 'Bus', exact: true }).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press(',');
  await still(page);
  expect((await state(page))?.cursor).toBe((before?.cursor ?? 0) - 5);

  await type(page, 'setpci -s 00:03.0 BASE_ADDRESS_0=fe000000');
  const branched = await state(page);
  expect(branched?.branches).toBe(2);
  await accessibleInBoth(page);

  await reload(page);
  const found = await state(page);
  expect(found).toMatchObject({
    cursor: branched?.cursor,
    head: branched?.head,
    hash: branched?.hash,
    branches: 2,
  });
  await expect(story).toContainText('fe000000');
});

test('a wrong line says what was expected and keeps the line', async ({ page }) => {
  await visit(page);
  await type(page, 'outl 80000000 cf8');
  await expect(page.getByRole('alert')).toContainText('the address comes first');
  const prompt = page.getByRole('combobox', { name: 'Command' });
  await expect(prompt).toHaveValue('outl 80000000 cf8');
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(prompt).toHaveValue('outl cf8 80000000');
});
