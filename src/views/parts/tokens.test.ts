/** The palette, read from tokens.css as the browser will, against WCAG 2.2 contrast. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Pair = { light: string; dark: string };
const colours = new Map<string, Pair>();
for (const [, name, light, dark] of css.matchAll(
  /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
)) {
  if (name !== undefined && light !== undefined && dark !== undefined) colours.set(name, { light, dark });
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function pair(name: string): Pair {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`tokens.css has no light-dark colour --${name}`);
  return found;
}

const themes = ['light', 'dark'] as const;
const spaces = ['config', 'io', 'memory', 'prefetch', 'message', 'dma', 'error'].map((s) => `space-${s}`);
const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'warn', ...spaces];

/** [foreground, background, least ratio]. */
const rules: (readonly [string, string, number])[] = [
  ...texts.flatMap((text) => [[text, 'base', 4.5] as const, [text, 'panel', 4.5] as const]),
  ...['ink', 'ink-2'].flatMap((text) =>
    ['selected', 'changed', 'raised'].map((on) => [text, on, 4.5] as const),
  ),
  ['on-accent', 'accent', 4.5],
  ['base', 'ink', 4.5],
  ...['rule', 'focus'].flatMap((line) => [[line, 'base', 3] as const, [line, 'panel', 3] as const]),
];

for (const theme of themes) {
  for (const [front, back, least] of rules) {
    test(`${theme}: ${front} on ${back} reaches ${String(least)} to 1`, () => {
      expect(contrast(pair(front)[theme], pair(back)[theme])).toBeGreaterThanOrEqual(least);
    });
  }
}

test('every colour has a light and a dark value', () => {
  const roots = css.slice(0, css.indexOf('@media'));
  const single = [...roots.matchAll(/--([\w-]+): (#|rgb)/g)].map((m) => m[1]);
  expect(single).toEqual([]);
  expect(colours.size).toBeGreaterThanOrEqual(20);
});
