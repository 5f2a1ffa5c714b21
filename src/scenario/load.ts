/** What a scenario needs before it can be built, loaded when first asked for. */
import { allModels, common } from '../models/index.ts';
import type { Model } from '../models/model.ts';
import type { Scenario } from './scenario.ts';

/** The models to build a scenario with: `common` if that is enough, else all. */
export async function modelsFor({ machine, parts, overrides }: Scenario): Promise<readonly Model[]> {
  if (machine === 'dump' || overrides) await import('./rare.ts');
  const isCommon = machine === 'pc' && parts.every(({ model }) => common.some(({ id }) => id === model));
  return isCommon ? common : allModels();
}
