/** Makes every program known, and a person's own script: a story has them from the first that it starts. */
import '../pci/caps/all.ts';
import { programs } from '../programs/index.ts';
import { script } from './script.ts';
import { addSoftware } from './software.ts';

addSoftware((cpu, { program, text, target }, environment) => {
  if (program === 'script') return script(cpu, text ?? '');
  const spec = programs.find(({ id }) => id === program);
  return spec ? spec.run(cpu, { ...environment, target: target ?? 0 }) : [].values();
});
