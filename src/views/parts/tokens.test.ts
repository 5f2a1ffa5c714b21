/** The palette, read from tokens.css as the browser will: contrast (WCAG 2.2), colour blindness, and that it is the only place. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const themes = ['light', 'dark', 'projector'] as const;
type Theme = (typeof themes)[number];
const colours = new Map<string, Readonly<Record<Theme, string>>>();
const from = css.indexOf(':root[data-present]');
const block = css.slice(from, css.indexOf('}', from));
for (const [, name, light, dark] of css
  .slice(0, from)
  .matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)) {
  if (name === undefined || light === undefined || dark === undefined) continue;
  const own = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6})`).exec(block)?.[1];
  colours.set(name, { light, dark, projector: own ?? light });
}

function colour(name: string, theme: Theme): string {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`tokens.css has no light-dark colour --${name}`);
  return found[theme];
}

type Three = readonly [number, number, number];

/** sRGB without its gamma, 0 to 1. */
function linear(text: string): Three {
  const channel = (at: number): number => {
    const c = Number.parseInt(text.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (m: readonly Three[], [x, y, z]: Three): Three => {
  const row = (n: number): number => (m[n]?.[0] ?? 0) * x + (m[n]?.[1] ?? 0) * y + (m[n]?.[2] ?? 0) * z;
  return [row(0), row(1), row(2)];
};

const luminance = (text: string): number => {
  const [r, g, b] = linear(text);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB. */
const visions: Readonly<Record<string, readonly Three[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const toXyz: readonly Three[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

function lab(rgb: Three): Three {
  const clamp = (c: number): number => Math.min(1, Math.max(0, c));
  const xyz = times(toXyz, [clamp(rgb[0]), clamp(rgb[1]), clamp(rgb[2])]);
  const f = (t: number): number => (t > 216 / 24_389 ? Math.cbrt(t) : (t * 24_389) / 27 / 116 + 16 / 116);
  const [x, y, z] = [f(xyz[0] / 0.95047), f(xyz[1]), f(xyz[2] / 1.08883)];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000. */
function difference([l1, a1, b1]: Three, [l2, a2, b2]: Three): number {
  const degrees = 180 / Math.PI;
  const mean7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(mean7 / (mean7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (a: number, b: number): number => (Math.atan2(b, a) * degrees + 360) % 360;
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin(turn / 2 / degrees);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const h = c1 * c2 === 0 ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const cos = (angle: number): number => Math.cos(angle / degrees);
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const twist = 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const rt = -twist * Math.sin((60 * Math.exp(-(((h - 275) / 25) ** 2))) / degrees);
  const [x, y, z] = [(l2 - l1) / sl, (c2 - c1) / sc, dh / sh];
  return Math.sqrt(x * x + y * y + z * z + rt * y * z);
}

const six = ['config', 'io', 'memory', 'prefetch', 'message', 'dma'].map((s) => `space-${s}`);
const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'warn', ...six, 'space-error'];

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

test.each(themes)('%s: every role reaches its contrast', (theme) => {
  const poor = rules.flatMap(([front, back, least]) => {
    const ratio = contrast(colour(front, theme), colour(back, theme));
    return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)} < ${String(least)}`];
  });
  expect(poor).toEqual([]);
});

test.each(themes.flatMap((theme) => Object.keys(visions).map((vision) => [theme, vision] as const)))(
  '%s: spaces are told apart by %s vision',
  (theme, vision) => {
    const seen = six.map((name) => lab(times(visions[vision] ?? [], linear(colour(name, theme)))));
    const near = six.flatMap((one, i) =>
      six.slice(i + 1).flatMap((other, n) => {
        const apart = difference(seen[i] ?? [0, 0, 0], seen[i + 1 + n] ?? [0, 0, 0]);
        return apart >= 12 ? [] : [`${one}, ${other}: ${apart.toFixed(1)}`];
      }),
    );
    expect(near).toEqual([]);
  },
);

test('CIEDE2000 is right (Sharma, Wu and Dalal 2005, pairs 1, 7 and 17)', () => {
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 3);
  expect(difference([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 3);
  expect(difference([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 3);
});

test('every colour has a light and a dark value', () => {
  const roots = css.slice(0, css.indexOf(':root[data-theme'));
  const single = [...roots.matchAll(/--([\w-]+): (#|rgb)/g)].map((m) => m[1]);
  expect(single).toEqual([]);
  expect(colours.size).toBeGreaterThanOrEqual(20);
});

test('the projector has no text below 17 pixels, and a caption of 24 at least', () => {
  const sizes = [...block.matchAll(/--text-(\w+): (\d+)px/g)];
  const named = new Set([...css.slice(0, from).matchAll(/--text-(\w+):/g)].map(([, name]) => name));
  expect(new Set(sizes.map(([, name]) => name))).toEqual(named);
  for (const [, name, value] of sizes)
    expect(Number(value), name).toBeGreaterThanOrEqual(name === 'xl' || name === 'caption' ? 24 : 17);
});

/** What else may say a colour, a size or a duration of its own, and why. */
const allowed: Readonly<Record<string, RegExp>> = {
  // a state that must take part in the transition at all, and be over at once
  'views/topology/topology.css': /opacity 1ms linear/,
  // a scanner wants black on white, whatever the theme
  'views/share/QrCode.tsx': /fill="#(fff|000)"/,
};

const src = new URL('../../', import.meta.url);
const sources = readdirSync(src, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => /\.(css|tsx)$/.test(file) && !/tokens\.css|\.test\./.test(file));

test.each([
  ['colour', /#[0-9a-f]{3,8}\b(?=[;,)'" ])|\b(?:rgba?|hsla?|oklch|oklab|color)\(/gi],
  // relative to where it stands is no size of its own
  [
    'font size',
    /(?:font: *[\w ]*(?= [\d.]+(?:px|rem)) |font-size: *|fontSize=\{?["']?|fontSize: ?["']?)[\d.]+(?:px|rem|pt|\}|["',])[^;]*/g,
  ],
  ['duration', /\b\d*\.?\d+m?s\b/g],
] as const)('nothing but tokens.css says a %s', (what, pattern) => {
  const found = sources.flatMap((file) => {
    const text = readFileSync(new URL(file, src), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    if (what === 'duration' && !file.endsWith('.css')) return [];
    return text
      .split('\n')
      .filter((line) => line.search(pattern) >= 0 && allowed[file]?.test(line) !== true)
      .map((line) => `${file}: ${line.trim()}`);
  });
  expect(found).toEqual([]);
});
