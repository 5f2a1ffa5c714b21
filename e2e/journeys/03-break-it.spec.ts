/** A student breaks it and understands: a slot with nobody in it, the abort bit, back, another way, side by side. */
import { accessible, expect, state, test, type, visit } from '../page.ts';
import { countClicks, pane, press, seen } from './tools.ts';

test('nobody claims 00:1f.7; five steps back an edit makes a branch; both are compared in one click', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  await page.getByRole('button', { name: 'Try to break it' }).click();
  await expect(page.locator('body')).toContainText('a slot with nobody in it');
  const clicks = await countClicks(page);
  const config = pane(page, 'Configuration');
  const story = pane(page, 'Story');

  await type(page, 'outl cf8 8000ff00');
  await type(page, 'inl cfc');
  await expect(story).toContainText('Nobody claimed 00:1f.7');
  await expect(page.locator('.topology-drawing')).toContainText('nobody');
  await expect(config).toContainText('Nothing answered at 00:1f.7');
  await expect(config).toContainText('FFFFFFFF because nobody claimed the cycle');
  await expect(page.getByRole('log')).toContainText('0xffffffff');
  await seen(config.getByRole('button', { name: 'Show me' }));
  await accessible(page);

  // the bridge that gave up keeps a bit of it
  await type(page, 'outl cf8 80000004');
  await type(page, 'inl cfc');
  await config.getByRole('tab', { name: 'Fields' }).click();
  const abort = config.getByRole('row', { name: /Received Master Abort/ });
  await abort.scrollIntoViewIfNeeded();
  await seen(abort);
  await expect(abort).toContainText('1');
  await accessible(page);

  const before = await state(page);
  await pane(page, 'Bus').focus();
  await press(page, ',', ',', ',', ',', ',');
  expect((await state(page))?.cursor).toBe((before?.cursor ?? 0) - 5);
  await type(page, 'outl cf8 80001800');
  expect((await state(page))?.branches).toBe((before?.branches ?? 0) + 1);
  const branches = page.getByRole('group', { name: 'Branches' });
  await seen(page.getByRole('slider', { name: 'Place in the story' }));
  await seen(branches.getByText('branch 2').first());
  const done = await clicks();
  await branches.getByRole('button', { name: 'Compare branch 2 with this story' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare' })).toBeVisible();
  expect(await clicks()).toBe(done + 1);
});
