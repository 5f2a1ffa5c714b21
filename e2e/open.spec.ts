/** Other people's machines: a QEMU command line and an lspci dump, pasted anywhere. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { accessible, expect, still, test, visit } from './page.ts';

const fixture = (name: string): string =>
  gunzipSync(readFileSync(new URL(`../fixtures/lspci/${name}.txt.gz`, import.meta.url))).toString();

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

interface Dumped {
  readonly bdf: string;
  readonly bytes: readonly number[];
}

function parse(dump: string): Dumped[] {
  return dump
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [head = '', ...rows] = block.trim().split('\n');
      const bytes = rows.flatMap((row) => (/^[0-9a-f]+: ([0-9a-f ]+)$/.exec(row)?.[1] ?? '').split(' '));
      return { bdf: head.split(' ')[0] ?? '', bytes: bytes.map((b) => Number.parseInt(b, 16)) };
    });
}

/** The order of `lspci -t`: a bridge, then what is behind it. */
function treeOrder(all: readonly Dumped[], bus = 0): string[] {
  return all
    .filter(({ bdf }) => Number.parseInt(bdf, 16) === bus)
    .flatMap(({ bdf, bytes }) => {
      const isBridge = ((bytes[0x0e] ?? 0) & 0x7f) === 1;
      return [bdf, ...(isBridge ? treeOrder(all, bytes[0x19]) : [])];
    });
}

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

test('an lspci dump: every function in the order of lspci -t, its bytes, and what it does not tell', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const dump = fixture('0018-q35-kitchen.lspci');
  const functions = parse(dump);
  await paste(page, dump);
  await expect(page.getByRole('dialog')).toContainText(`${String(functions.length)} functions`);
  await openPasted(page);
  expect(await outline(page)).toEqual(treeOrder(functions));
  await accessible(page);

  const config = page.getByRole('region', { name: 'Configuration', exact: true });
  for (const { bdf, bytes } of functions.filter((f) => ['00:02.2', '0c:08.0'].includes(f.bdf))) {
    await page
      .getByRole('treeitem', { name: new RegExp(bdf.replace('.', '\\.')) })
      .first()
      .click();
    await config.getByRole('tab', { name: 'Hex' }).click();
    const cells = await config.getByRole('gridcell').allTextContents();
    expect(cells.slice(0, 256).map((c) => Number.parseInt(c, 16))).toEqual(bytes.slice(0, 256));
  }
  await page.getByRole('treeitem', { name: /00:02\.2/ }).click();
  await config.getByRole('tab', { name: 'BARs' }).click();
  await expect(config.getByRole('row', { name: /BAR0/ })).toContainText('unknown');
  await expect(config.getByRole('row', { name: /BAR0/ })).toContainText('fea00000');
  await accessible(page);

  const ids = (text: string): string[] =>
    text
      .split('\n')
      .filter((line) => /^[0-9a-f]{2}:/.test(line))
      .map((line) => {
        const [, bdf = '', type = '', id = ''] =
          /^(\S+).*?\[([0-9a-f]{4})\].*\[([0-9a-f]{4}:[0-9a-f]{4})\]/.exec(line) ?? [];
        return `${bdf} ${type} ${id}`;
      });
  const printed = await page.evaluate(() => window.cf8?.run('lspci -nn'));
  expect(ids(printed ?? '')).toEqual(ids(fixture('0018-q35-kitchen.lspci-vvv')));
});
