/** The page tests: against the build, in the browser that scripts/e2e.mjs found, on the port that it chose. */
import { defineConfig } from '@playwright/test';

const browser = process.env['CF8_BROWSER_EXE'];
const port = process.env['CF8_PORT'] ?? '4319';
/** Another folder than `dist`, to test two builds side by side. */
const folder = process.env['CF8_DIST'] ?? 'dist';
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'e2e',
  // axe on every state takes its time on a slow machine
  timeout: 120_000,
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/screenshots/{arg}{ext}',
  expect: {
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide', scale: 'css' },
  },
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    locale: 'en-US',
    timezoneId: 'UTC',
    // specs stay independent of each other's builds; offline.spec.ts allows them
    serviceWorkers: 'block',
    // what a test failed with says enough; pictures of every step cost a fifth of the time
    trace: process.env['CF8_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    // a page that finds what it loads in the browser's caches starts in half the time; what it keeps is taken away between tests
    reuseContext: true,
    launchOptions: {
      ...(browser === undefined || browser === '' ? {} : { executablePath: browser }),
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // the same pixels from every Chromium
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
        '--disable-lcd-text',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --outDir ${folder} --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    timeout: 60_000,
  },
});
