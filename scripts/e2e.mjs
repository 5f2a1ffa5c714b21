// npm run e2e [-- ARGUMENTS OF playwright test]: the page tests, in whatever Chromium this machine has or can get.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';
import { findBrowser } from './find-browser.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 4319;
}

const browser = await findBrowser().catch((/** @type {Error} */ error) => error);
if (browser instanceof Error) {
  console.error(browser.message);
  process.exit(1);
}
console.log(`browser: ${browser.from} ${browser.executablePath ?? ''}`);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...browser.env,
      CF8_BROWSER_EXE: browser.executablePath ?? '',
      CF8_PORT: String(await freePort()),
    },
  },
);
process.exitCode = status ?? 1;
