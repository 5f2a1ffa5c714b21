/** How the page is built, served and unit-tested. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The dev server's hot reload needs an inline script, which the page's Content-Security-Policy forbids. */
const withoutPolicyInDev: Plugin = {
  name: 'cf8-without-policy-in-dev',
  apply: (_config, { command, isPreview }) => command === 'serve' && isPreview !== true,
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/**
 * `sw.js`: src/app/service-worker.ts with the names of all files of the build, and a hash over them. Source maps and the manifest
 * of the build are nobody's business.
 */
const serviceWorker: Plugin = {
  name: 'cf8-service-worker',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/app/service-worker.ts', fileName: 'sw.js' });
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const hash = createHash('sha256');
      const files = ['./'];
      const add = (name: string, content: string | Uint8Array): void => {
        hash.update(name).update(content);
        if (name !== 'index.html') files.push(name);
      };
      for (const name of readdirSync('public').toSorted()) add(name, readFileSync(`public/${name}`));
      const made = Object.entries(bundle).toSorted(([a], [b]) => (a < b ? -1 : 1));
      for (const [name, file] of made)
        if (name !== 'sw.js' && !name.startsWith('.vite/'))
          add(name, file.type === 'chunk' ? file.code : file.source);
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('no service worker');
      worker.code = worker.code
        .replace('__CF8_VERSION__', hash.digest('hex').slice(0, 12))
        .replace('__CF8_FILES__', files.join(' '));
    },
  },
};

export default defineConfig({
  base: './',
  plugins: [react(), withoutPolicyInDev, serviceWorker],
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    manifest: true, // scripts/budget.mjs reads it
    chunkSizeWarningLimit: 1000, // and it, not this, says what is too heavy
  },
  worker: {
    format: 'es',
    // a folder of their own, so that scripts/budget.mjs can tell them from the page's chunks
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/worker/[name]-[hash].js',
        chunkFileNames: 'assets/worker/[name]-[hash].js',
      },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
});
