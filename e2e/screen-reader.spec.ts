/** What a screen reader gets besides what journey 9 is told: landmarks, the summary of the screen, the map's table. */
import { accessible, byPalette, expect, test, visit } from './page.ts';

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page);
});

test('landmarks and the summary of the screen', async ({ page }) => {
  await expect(page.getByRole('region', { name: 'Console' })).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - heading /cf8/ [level=1]
      - navigation "Machine"
    - region "Story":
      - group "Transport":
        - button "Previous step"
        - button "Play"
        - button "Next step"
      - status
    - region "Timeline":
      - slider "Place in the story"
    - main:
      - heading /7 functions|functions on 2 buses\\. Step 37 of 52.* Press period to step on/ [level=2]
      - region "Bus"
      - region "Configuration"
      - region "Address map"
      - region "Console"
  `);
});

test('the table says what the column draws', async ({ page }) => {
  await byPalette(page, '>map table');
  const table = page.getByRole('table', { name: 'Address map, Memory' });
  await expect(table).toMatchAriaSnapshot(`
    - table:
      - rowgroup:
        - row:
          - columnheader "Region"
          - columnheader "From"
          - columnheader "To"
          - columnheader "Size"
          - columnheader "Owner"
          - columnheader "State"
      - rowgroup:
        - row "firmware FFFC 0000 FFFF FFFF 256 KiB fixed"
        - row /00:02\\.0 BAR2 FEA0 0000 FEA0 0FFF 4 KiB 00:02\\.0 decodes/
        - row /00:04\\.0 memory window FE80 0000 FE9F FFFF 2 MiB 00:04\\.0 open/
  `);
  await accessible(page);
});
