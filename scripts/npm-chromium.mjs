// The headless Chromium that comes as an npm package, for Linux x64 machines that have none: no root, no downloads
// from elsewhere. It is kept in node_modules/.cache and is not in package.json, where every platform would pay for it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { env } = process;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const cache = path.join(root, 'node_modules', '.cache', 'cf8-browser');
const unpacked = path.join(cache, 'tmp');
const program = path.join(unpacked, 'chromium');
const fontsConfig = path.join(cache, 'fonts.conf');

/** The unpacked program, if there is one, and the libraries and fonts that it brought along. */
export function npmChromium() {
  if (!existsSync(program)) return undefined;
  const libraries = [path.join(unpacked, 'al2023', 'lib'), env['LD_LIBRARY_PATH'] ?? ''];
  /** @type {Record<string, string>} */
  const needs = { LD_LIBRARY_PATH: libraries.filter((folder) => folder !== '').join(':') };
  if (!existsSync('/etc/fonts/fonts.conf')) needs['FONTCONFIG_FILE'] = fontsConfig;
  return { executablePath: program, env: needs };
}

/**
 * Installs the package and lets it unpack itself.
 * @param {(command: string) => boolean} run
 */
export async function unpackNpmChromium(run) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  mkdirSync(unpacked, { recursive: true });
  const quiet = '--no-save --no-package-lock --no-fund --no-audit';
  if (!run(`npm install ${quiet} --prefix "${cache}" @sparticuz/chromium@153.0.0`)) return;

  const build = path.join(cache, 'node_modules', '@sparticuz', 'chromium', 'build');
  const module = [path.join(build, 'index.js'), path.join(build, 'esm', 'index.js')].find((file) =>
    existsSync(file),
  );
  if (module === undefined) return;
  const before = { TMPDIR: env['TMPDIR'], AWS_EXECUTION_ENV: env['AWS_EXECUTION_ENV'] };
  env['TMPDIR'] = unpacked; // where it unpacks to
  env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'; // makes it unpack its shared libraries too
  try {
    /** @type {{ default: { executablePath(): Promise<string> } }} */
    const { default: chromium } = await import(pathToFileURL(module).href);
    await chromium.executablePath();
  } finally {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete env[name];
      else env[name] = value;
  }
  // its own list of font folders names a fixed one; without any font the page dies at its first letter
  const folders = `<dir>${path.join(unpacked, 'fonts')}</dir><cachedir>${path.join(cache, 'fonts')}</cachedir>`;
  writeFileSync(
    fontsConfig,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>`,
  );
}
