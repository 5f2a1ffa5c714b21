/** What a person can open, in the order of the menu. */
import { fullBoard } from './big-board.ts';
import { firstVisit } from './first-visit.ts';
import { nestedBridges } from './nested-bridges.ts';
import { nobody } from './nobody.ts';
import type { Opening } from './opening.ts';
import { q35Ports } from './q35-ports.ts';

export const scenarios: readonly Opening[] = [firstVisit, nestedBridges, nobody, q35Ports, fullBoard];
