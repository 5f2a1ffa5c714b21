// Finds a Chromium that Playwright can drive, or gets one. A candidate counts only once it has drawn a page:
// that a file exists says nothing about its libraries and fonts.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { npmChromium, unpackNpmChromium } from './npm-chromium.mjs';

const { platform, env } = process;

/**
 * Where it comes from, its program (none: the one that Playwright itself installs), what it needs in its environment.
 * @typedef {{ from: string, executablePath?: string, env?: Record<string, string> }} Browser
 */

/** @param {string} file */
function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string[]} names */
function onPath(names) {
  const extension = platform === 'win32' ? '.exe' : '';
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => names.map((name) => path.join(folder, name + extension)))
    .filter((file) => runnable(file));
}

/** The fixed places of browsers that are installed without being on the path. */
function usualPlaces() {
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => env[name] ?? [])
      .flatMap((folder) =>
        [
          'Google\\Chrome\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
          'Chromium\\Application\\chrome.exe',
        ].map((file) => path.join(folder, file)),
      );
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** @returns {Generator<Browser>} */
function* candidates() {
  const chosen = env['CF8_BROWSER'];
  if (chosen !== undefined && chosen !== '') yield { from: 'CF8_BROWSER', executablePath: chosen };
  yield { from: 'Playwright' };
  const system = [...onPath(names).slice(0, 2), ...usualPlaces().filter((file) => runnable(file))];
  for (const file of new Set(system)) yield { from: 'system', executablePath: file };
  const unpacked = npmChromium();
  if (unpacked !== undefined) yield { from: 'npm', ...unpacked };
}

/**
 * Starts it and lets it draw a page; gives what went wrong, if anything did.
 * @param {Browser} browser
 */
async function trouble({ executablePath, env: extra }) {
  try {
    const running = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      env: { ...definedEnvironment(), ...extra },
      chromiumSandbox: false,
      timeout: 30_000,
    });
    try {
      const page = await running.newPage();
      await page.setContent('<p>ok</p>');
      await page.screenshot();
      return undefined;
    } finally {
      await running.close();
    }
  } catch (error) {
    return String(error).split('\n')[0];
  }
}

/** @returns {Record<string, string>} */
function definedEnvironment() {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** @param {string} command */
function run(command) {
  console.log(`> ${command}`);
  return spawnSync(command, { stdio: 'inherit', shell: true }).status === 0;
}

/** Ways to get a browser, the lightest first; each does nothing where it does not apply. */
const installers = [
  () => unpackNpmChromium(run),
  async () => {
    if (run('npx playwright install chromium') && platform === 'linux')
      run('npx playwright install-deps chromium');
  },
  async () => {
    const root = platform === 'linux' && process.getuid?.() === 0;
    if (root && onPath(['apt-get']).length > 0 && run('apt-get update')) {
      run('apt-get install -y --no-install-recommends chromium');
      run('apt-get install -y --no-install-recommends fonts-noto-cjk');
    }
  },
];

/**
 * @returns {Promise<Browser>}
 * @throws an Error whose message says what was tried and what to install
 */
export async function findBrowser() {
  /** @type {Map<string, string>} */
  const tried = new Map();

  async function firstThatWorks() {
    for (const browser of candidates()) {
      const name = `${browser.from} ${browser.executablePath ?? ''}`.trim();
      const wrong = await trouble(browser);
      if (wrong === undefined) return browser;
      tried.set(name, wrong);
      if (browser.from === 'CF8_BROWSER') break; // the person said which: do not quietly take another
    }
    return undefined;
  }

  const found = await firstThatWorks();
  if (found !== undefined) return found;
  if (env['CF8_BROWSER'] === undefined || env['CF8_BROWSER'] === '')
    for (const install of installers) {
      try {
        await install();
      } catch (error) {
        tried.set('install', String(error).split('\n')[0] ?? '');
      }
      const got = await firstThatWorks();
      if (got !== undefined) return got;
    }
  const list = [...tried].map(([name, wrong]) => `  ${name}: ${wrong}`).join('\n');
  throw new Error(
    `No Chromium here can draw a page:\n${list}\n` +
      'Install Chromium, Chrome or Edge, or set CF8_BROWSER to the path of one, and run this again.',
  );
}
