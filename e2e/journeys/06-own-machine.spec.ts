/** A firmware engineer pastes what lspci printed of a machine: it opens whole, what is wrong with it is listed, and it comes out again. */
import { accessible, expect, still, test, visit } from '../page.ts';
import { blocksOf, fixture, pane, paste, saved, share } from './tools.ts';

/** What `lspci -vvnnxxxx` prints: what it says of a function, then its bytes. */
function verbose(dump: string, words: string): string[] {
  const said = blocksOf(words);
  return blocksOf(dump).map((block, i) => {
    const [, ...rows] = block.trim().split('\n');
    return `${(said[i] ?? '').trimEnd()}\n${rows.join('\n')}`;
  });
}

const bytesOf = (block: string): number[] =>
  block
    .split('\n')
    .flatMap((line) => (/^[0-9a-f]{2,3}: ([0-9a-f ]+)$/.exec(line)?.[1] ?? '').split(' '))
    .filter((byte) => byte !== '')
    .map((byte) => Number.parseInt(byte, 16));

const slotOf = (block: string): string => block.trim().split(' ')[0] ?? '';
const rowsOf = (block: string): string => block.match(/^[0-9a-f]{2,3}: .*$/gm)?.join('\n') ?? '';

/** The order of `lspci -t`: a bridge, then what is behind it. */
function treeOrder(blocks: readonly string[], bus = 0): string[] {
  return blocks
    .filter((block) => Number.parseInt(slotOf(block), 16) === bus)
    .flatMap((block) => {
      const bytes = bytesOf(block);
      const isBridge = ((bytes[0x0e] ?? 0) & 0x7f) === 1;
      return [slotOf(block), ...(isBridge ? treeOrder(blocks, bytes[0x19]) : [])];
    });
}

/** Thirty-four functions, and nineteen more in free slots: copies that decode what the first does, one far out, one that is silent. */
function machine(): string[] {
  const blocks = verbose(fixture('0018-q35-kitchen.lspci'), fixture('0018-q35-kitchen.lspci-vvv'));
  const taken = new Set(blocks.map((block) => slotOf(block).slice(0, 5)));
  const found = blocks.find((block) => slotOf(block).startsWith('00:') && block.includes('[0200]')) ?? '';
  // whoever asks the running machine is told sizes, too
  const card = found.replace(/^(\s+Region 0: Memory at .*)$/m, '$1 [size=128K]');
  const free = Array.from({ length: 32 }, (_, n) => `00:${n.toString(16).padStart(2, '0')}`).filter(
    (slot) => !taken.has(slot),
  );
  const copies = Array.from({ length: 19 }, (_, i) => {
    const slot = free[Math.floor(i / 8)] ?? '';
    const copy = card.replace(slotOf(card), `${slot}.${String(i % 8)}`);
    // the first function of a slot says that there are more
    const many = copy.replace(/^(00:(?: \S\S){14}) 00/m, '$1 80');
    return i === 18 ? copy.replace(/^[0-9a-f]{2,3}: .*$/gm, (row) => row.replace(/ \S\S/g, ' ff')) : many;
  });
  // one lies where the bridges above it pass nothing down
  const lost = blocks.findIndex(
    (block) => !slotOf(block).startsWith('00:') && /^\s+Region 0: Memory/m.test(block) && /Mem\+/.test(block),
  );
  const away = (blocks[lost] ?? '')
    .replace(/^(\s+Region 0: Memory at .*)$/m, '$1 [size=4K]')
    .replace(/^(10: \S\S \S\S \S\S) \S\S/m, '$1 d0');
  return [...blocks.with(lost, away), ...copies].toSorted((a, b) => (slotOf(a) < slotOf(b) ? -1 : 1));
}

test('fifty-three functions: all in the tree, nothing unexplained, faults listed, the same bytes come out', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const blocks = machine();
  expect(blocks).toHaveLength(53);
  const dump = blocks.join('\n\n');
  const silent = slotOf(blocks.find((block) => /^00:(?: ff){16}$/m.test(block)) ?? '');
  expect(dump.length).toBeGreaterThan(284 * 1024);
  await paste(page, `${dump}\n`);
  const dialog = page.getByRole('dialog', { name: 'Open a machine' });
  await expect(dialog).toContainText('53 functions');
  await expect(dialog).not.toContainText('✕');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog).toBeHidden();
  await still(page);

  await page.getByRole('tab', { name: 'Outline' }).click();
  const tree = page.getByRole('treeitem');
  await expect(tree.first()).toBeVisible();
  expect(await tree.locator('.topology-row-bdf').allTextContents()).toEqual(treeOrder(blocks));

  // a function in the middle, byte by byte; what a dump cannot tell stays unknown
  const config = pane(page, 'Configuration');
  await tree.filter({ hasText: '00:02.2' }).first().click();
  await config.getByRole('tab', { name: 'Hex' }).click();
  const cells = await config.getByRole('gridcell').allTextContents();
  const middle = blocks.find((block) => slotOf(block) === '00:02.2') ?? '';
  expect(cells.slice(0, 256).map((c) => Number.parseInt(c, 16))).toEqual(bytesOf(middle).slice(0, 256));
  await config.getByRole('tab', { name: 'BARs' }).click();
  await expect(config.getByRole('row', { name: /BAR0/ })).toContainText('unknown');
  await expect(config.getByRole('row', { name: /BAR0/ })).toContainText('fea00000');

  await page
    .getByRole('banner')
    .getByRole('button', { name: /warning/ })
    .click();
  const problems = page.getByRole('dialog', { name: 'Problems' });
  await expect(problems).toContainText(/00:0\S+ BAR0 and 00:0\S+ BAR0 both answer/);
  await expect(problems).toContainText(/01:00\.3 BAR0 is at 0xd0600000.*, outside the windows of 00:18\.0/);
  await expect(problems).toContainText(`All of ${silent} reads as ones`);
  await accessible(page);
  await page.keyboard.press('Escape');

  // names, classes and ids are what lspci prints
  const ids = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => /^(\S+:\S+) .*?(\[[0-9a-f]{4}\]).*(\[[0-9a-f]{4}:[0-9a-f]{4}\])/.exec(line))
      .filter((found) => found !== null)
      .map((found) => found.slice(1).join(' '));
  const printed = (await page.evaluate(() => window.cf8?.run('lspci -nn'))) ?? '';
  expect(ids(printed).filter((line) => !line.includes('ffff'))).toEqual(
    ids(dump).filter((line) => !line.startsWith(silent)),
  );

  const sharing = await share(page);
  await sharing.getByRole('checkbox', { name: /Remove serial numbers/ }).uncheck();
  await sharing.getByText('File', { exact: true }).click();
  const out = blocksOf(await saved(page, () => sharing.getByRole('button', { name: /lspci dump/ }).click()));
  expect(out.map(slotOf)).toEqual(blocks.map(slotOf));
  expect(out.map(rowsOf)).toEqual(blocks.map(rowsOf));
});
