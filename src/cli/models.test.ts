/** The page of models says what the catalogue holds, and every model can be plugged in somewhere. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../models/catalogue.ts';
import { example, modelsPage } from './models.ts';

const functions = catalogue.filter(({ bus }) => bus !== 'none');

test.for(functions.map((model) => [model.id, model] as const))('%s can be plugged in', ([, model]) => {
  expect(example(model, 'pc') ?? example(model, 'q35')).toBeDefined();
});

test('docs/models.md is what `cf8 models` prints', () => {
  const page = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');
  expect(page, 'run `npm run -s cf8 -- models > docs/models.md`').toBe(modelsPage());
});
