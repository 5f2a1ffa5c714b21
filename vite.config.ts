/** How the page is built, served and unit-tested. */
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The dev server's hot reload needs an inline script, which the page's Content-Security-Policy forbids. */
const withoutPolicyInDev: Plugin = {
  name: 'cf8-without-policy-in-dev',
  apply: (_config, { command, isPreview }) => command === 'serve' && isPreview !== true,
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  base: './',
  plugins: [react(), withoutPolicyInDev],
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
