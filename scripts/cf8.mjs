// npm run -s cf8 -- COMMAND …: the terminal program, bundled again first if its sources have changed.
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

await import(pathToFileURL(await bundle('src/cli/main.ts', 'cli')).href);
