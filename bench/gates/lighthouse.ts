/** What Lighthouse says. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { env, found } from './browser.ts';
import { address } from './host.ts';
import { least, median, skipped } from './table.ts';

/** Not installed with the project: it is heavy, and only this asks for it. 13 wants a newer Node. */
const lighthouse = 'lighthouse@12.8.2';

/** What a program prints, while the host above goes on serving. */
function output(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, {
    env: { ...env, CHROME_PATH: found.executablePath ?? chromium.executablePath() },
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const pieces: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  return new Promise((resolve) => {
    child.on('close', () => resolve(pieces.join('')));
    child.on('error', () => resolve(''));
  });
}

export async function lighthouseScores(): Promise<void> {
  const scores: Record<string, number[]> = { performance: [], accessibility: [], 'best-practices': [] };
  for (let run = 0; run < 3; run++) {
    const stdout = await output('npx', [
      '--yes',
      lighthouse,
      address,
      '--preset=desktop',
      '--output=json',
      '--quiet',
      `--only-categories=${Object.keys(scores).join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ]);
    if (!stdout.startsWith('{')) break;
    const report: { categories: Record<string, { score: number }> } = JSON.parse(stdout);
    for (const [name, list] of Object.entries(scores)) list.push((report.categories[name]?.score ?? 0) * 100);
  }
  const gates: Record<string, number> = { performance: 90, accessibility: 100, 'best-practices': 95 };
  for (const [name, list] of Object.entries(scores))
    if (list.length < 3) skipped(`Lighthouse, desktop: ${name}`, `${lighthouse} could not be run`);
    else least(`Lighthouse, desktop: ${name}, median of 3`, median(list), '', gates[name] ?? 100);
}
