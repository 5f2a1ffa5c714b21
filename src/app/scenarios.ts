/** The machines that the scenario menu offers. A stand-in until content/scenarios has its list. */
import type { MenuEntry } from '../views/parts/Menu.tsx';

export const useScenarios = (): readonly MenuEntry[] => [
  { id: 'scenario.pc', title: 'pc · e1000, VGA, bridge', run: () => undefined },
];
