/** The page opens and says nothing bad. */
import { expect, test } from '@playwright/test';

test('the page opens without a word on the console', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('requestfailed', (request) => said.push(`${request.url()} failed`));
  await page.goto('./');
  await expect(page).toHaveTitle(/^cf8\b/);
  await expect(page.locator('#root')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  expect(said).toEqual([]);
});
