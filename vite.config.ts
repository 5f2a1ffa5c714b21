/** How the page is built, served and unit-tested. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
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

const entries = {
  page: path.resolve('src/app/main.tsx'),
  worker: path.resolve('src/session/wall/worker.ts'),
};

/** The files that the worker may import from; filled in before links are written. */
const workerFiles = new Set<string>();

/**
 * The worker is a chunk of the page's own build, not a build beside it: what both of them need is one file, which the browser fetches
 * once and compiles for either.
 */
const sharedWorker: Plugin = {
  name: 'cf8-shared-worker',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /session[\\/]wall[\\/]client\.ts$/ },
    handler(code) {
      const worker = this.emitFile({ type: 'chunk', id: entries.worker, name: 'worker' });
      const linked = code.replace(
        "new URL('./worker.ts', import.meta.url)",
        `import.meta.ROLLUP_FILE_URL_${worker}`,
      );
      if (linked === code) throw new Error('client.ts starts no worker');
      return linked;
    },
  },
  generateBundle: {
    order: 'pre',
    handler(_options, bundle) {
      const visit = (name: string): void => {
        const file = bundle[name];
        if (file?.type !== 'chunk' || workerFiles.has(name)) return;
        workerFiles.add(name);
        file.imports.forEach(visit);
        file.dynamicImports.forEach(visit);
      };
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && file.facadeModuleId === entries.worker) visit(file.fileName);
    },
  },
};

interface ModuleInfo {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}
interface Graph {
  getModuleInfo(id: string): ModuleInfo | null;
}

const atOnce = ({ importedIds }: ModuleInfo): readonly string[] => importedIds;
const sometime = ({ importedIds, dynamicallyImportedIds }: ModuleInfo): readonly string[] => [
  ...importedIds,
  ...dynamicallyImportedIds,
];

/** A module, everything that it imports, what that imports, and so on. */
function withImports(
  graph: Graph,
  id: string,
  importsOf: typeof atOnce,
  found = new Set<string>(),
): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  const info = graph.getModuleInfo(id);
  for (const next of info ? importsOf(info) : []) withImports(graph, next, importsOf, found);
  return found;
}

/**
 * What the first paint needs is two files, not thirty: the machine, which the worker runs too, and the page around it. On a slow line each
 * file more is waiting, and zipped apart they weigh more. The rest splits as it is asked for.
 */
function firstChunk(): (id: string, graph: Graph) => string | null {
  const known: Partial<Record<'page' | 'worker', ReadonlySet<string>>> = {};
  return (id, graph) => {
    known.page ??= withImports(graph, entries.page, atOnce);
    // what the worker loads late must not bring the page along
    known.worker ??= withImports(graph, entries.worker, sometime);
    if (id === entries.page || !known.page.has(id)) return null;
    return known.worker.has(id) ? 'machine' : 'page';
  };
}

export default defineConfig({
  base: './',
  plugins: [sharedWorker, react(), withoutPolicyInDev, serviceWorker],
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: {
      polyfill: false,
      // a worker has no document to put links in: what it imports late brings its own imports along
      resolveDependencies: (_file, files, { hostId }) => (workerFiles.has(hostId) ? [] : files),
    },
    manifest: true, // scripts/budget.mjs reads it
    chunkSizeWarningLimit: 1000, // and it, not this, says what is too heavy
    rolldownOptions: {
      // whoever imports a scale by name from d3 need not load its gestures: they act only where they are imported
      treeshake: { moduleSideEffects: [{ test: /node_modules[\\/]d3(-[a-z]+)?[\\/]/, sideEffects: false }] },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: firstChunk(), debugName: 'first' },
            // what drawings need of d3, without what gestures need
            { name: 'd3-scale', test: /node_modules[\\/]d3-(array|color|format|interpolate|scale)[\\/]/ },
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
});
