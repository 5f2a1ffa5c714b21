// node scripts/make-icons.mjs: the icons of the installed page, drawn from public/icon.svg.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';

const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
  chromiumSandbox: false,
});
const svg = `data:image/svg+xml;base64,${readFileSync('public/icon.svg').toString('base64')}`;

/** A maskable icon may be cut to a circle of four fifths; the drawing stays inside of it. */
for (const [file, size, share] of [
  ['icon-192.png', 192, 0.84],
  ['icon-512.png', 512, 0.84],
  ['icon-maskable-512.png', 512, 0.56],
]) {
  const page = await browser.newPage({
    viewport: { width: Number(size), height: Number(size) },
    colorScheme: 'light',
  });
  const width = String(Math.round(Number(size) * Number(share)));
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:#fff"><img width="${width}" src="${svg}">`,
  );
  await page
    .locator('img')
    .evaluate((image) => (image instanceof HTMLImageElement ? image.decode() : undefined));
  await page.screenshot({ path: `public/${String(file)}` });
  await page.close();
}
await browser.close();
