/** A teacher prepares a class: a bridge and an NVMe more, three bookmarks, and a link that brings all of it to others. */
import { expect, state, still, test, type, visit } from '../page.ts';
import { countClicks, press, seen, share } from './tools.ts';

test('two devices in ten clicks, three bookmarks, a short link; elsewhere it is the same, and nobody is asked for it', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
  const clicks = await countClicks(page);
  const dialog = page.getByRole('dialog', { name: 'Add a device' });
  for (const [model, bus] of [
    ['pci-bridge', 'pci.0'],
    ['nvme', 'pci-bridge-1'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a device…' }).click();
    await dialog.getByRole('combobox', { name: /Find a model/ }).pressSequentially(model);
    await dialog
      .getByRole('option', { name: new RegExp(`^${model}\\b`) })
      .first()
      .click();
    await dialog.getByRole('radio', { name: new RegExp(`^${bus.replace('.', '\\.')}`) }).click();
    await dialog.getByRole('radio', { name: /from power-on/ }).click();
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await expect(dialog).toBeHidden();
    await still(page);
  }
  expect(await clicks()).toBeLessThanOrEqual(10);
  await expect(page.getByRole('region', { name: 'Bus', exact: true })).toContainText('nvme');

  // what the class is to see
  await type(page, 'setpci -s 00:03.0 COMMAND=2:2');
  await type(page, 'setpci -s 00:03.0 10.l=fe000000');
  for (const [step, name] of [
    [9, 'the bridge'],
    [30, 'its window'],
    [38, 'who answers'],
  ] as const) {
    await page.evaluate((to) => window.cf8?.seek(to), step);
    await page.getByRole('region', { name: 'Bus', exact: true }).focus();
    await press(page, 'b');
    await expect(page.getByRole('textbox', { name: /Name of the bookmark/ })).toBeFocused();
    await page.keyboard.type(name);
    await press(page, 'Enter');
  }
  await page.getByRole('tab', { name: 'Fields' }).click();
  await page.getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('treeitem', { name: /00:02\.0/ }).click();
  await still(page);
  const before = await state(page);
  const sharing = await share(page);
  expect(await state(page)).toEqual(before);
  await sharing.getByRole('radio', { name: /whole session with 1 branch/ }).check();
  await expect(sharing.getByText(/\d characters$/)).toBeVisible();
  const link = await sharing.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link.length).toBeLessThanOrEqual(1200);
  await expect(sharing).toContainText('Works everywhere.');
  await sharing.getByText('QR code').click();
  await seen(sharing.getByRole('img', { name: 'The link as a QR code' }));

  const elsewhere = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  const other = await elsewhere.newPage();
  await other.setViewportSize({ width: 1440, height: 900 });
  const foreign: string[] = [];
  other.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const isOurs = origin === new URL(baseURL ?? '').origin && request.method() === 'GET';
    const isAsset = /^\/(?:$|assets\/|icon\.svg$|pci-ids\.txt\.gz$|sw\.js$|manifest|.*\.webmanifest$)/.test(
      pathname,
    );
    if (!isOurs || !isAsset) foreign.push(request.url());
  });
  await other.goto(link);
  await other.waitForFunction(() => window.cf8 !== undefined && !location.hash.includes('s='));
  await still(other);
  const same = (s: Awaited<ReturnType<typeof state>>) => ({ ...s, generation: 0 });
  await expect.poll(async () => same(await state(other))).toEqual(same(before));
  for (const name of ['Outline', 'Fields'])
    await expect(other.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  for (const name of ['the bridge, step 9', 'its window, step 30', 'who answers, step 38'])
    await expect(other.getByRole('button', { name: `Bookmark ${name}` })).toBeVisible();
  expect(foreign).toEqual([]);
  // the address is the page's again, and a reload goes on from where one is
  expect(new URL(other.url()).hash).toBe('');
  await type(other, 'inb 0x61');
  const went = await state(other);
  await other.reload();
  await other.waitForFunction(() => window.cf8?.state().head !== 0);
  await still(other);
  expect((await state(other))?.hash).toBe(went?.hash);
  await elsewhere.close();
});
