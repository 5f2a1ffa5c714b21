// node tools/run.mjs NAME ARGUMENTS: bundles tools/NAME.ts again if its sources have changed, and runs it.
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { bundle } from '../scripts/bundle.mjs';

const [name = ''] = process.argv.splice(2, 1);
await import(pathToFileURL(await bundle(`tools/${name}.ts`, `tool-${name}`)).href);
