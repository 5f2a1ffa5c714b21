/** The same engineer has two dumps, of a good and of a bad boot: dropped together, they are compared. */
import { accessible, expect, still, test, visit } from '../page.ts';
import { blocksOf, countClicks, drop, fixture, pane } from './tools.ts';

test('two dumps dropped together: what was plugged in is one function more, what changed has its name', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const clicks = await countClicks(page);
  const text = fixture('0018-q35-kitchen.lspci');
  const blocks = blocksOf(text);
  const gone = blocks.findLastIndex((block) => !block.startsWith('00:'));
  const [slot = ''] = blocks[gone]?.split(' ') ?? [];
  const other = blocks.findIndex((block) => block.startsWith('00:02.2'));
  const first = blocks
    .map((block, i) => {
      // an interrupt line that firmware chose otherwise
      if (i === other) return block.replace(/^(30:(?: \S\S){12}) \S\S/m, '$1 05');
      // a status bit that came up on the way is not worth telling
      return i === 0 ? block.replace(/^(00: 86 80 \S\S \S\S \S\S \S\S) \S\S \S\S/m, '$1 10 22') : block;
    })
    .filter((_, i) => i !== gone)
    .join('\n\n');
  await drop(page, [first, text]);
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  await expect(dialog.getByRole('combobox', { name: 'Left' })).toContainText('boot-1.txt');
  await expect(dialog).toContainText(`2 of ${String(blocks.length)} functions differ.`);
  await expect(dialog.getByRole('checkbox', { name: 'Leave out status and link' })).toBeChecked();
  const option = dialog.getByRole('listbox', { name: 'Functions that differ' }).getByRole('option');
  await expect(option).toHaveCount(2);
  const added = option.filter({ hasText: 'added' });
  await expect(added).toHaveCount(1);
  await expect(added).toContainText(slot);

  await option.filter({ hasText: '00:02.2' }).click();
  const row = dialog.getByRole('row', { name: /Interrupt Line/ });
  await expect(row.getByRole('cell').first()).toHaveText(/^05/);
  expect(await clicks()).toBeLessThanOrEqual(3);
  await accessible(page);

  // with status bits there is one more
  await dialog.getByRole('checkbox', { name: 'Leave out status and link' }).click();
  await expect(option).toHaveCount(3);
  await row.getByRole('button').click();
  await dialog
    .getByRole('button', { name: 'Open this dump at the hex grid' })
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await still(page);
  await expect(pane(page, 'Configuration')).toContainText('00:02.2');
});
