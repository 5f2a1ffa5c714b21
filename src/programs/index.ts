/** Every program that a person can run on a machine; order is the menu's. */
import type { MessageId } from '../base/problem.ts';
import type { Cpu, Environment, Program } from './program.ts';
import { seabios } from './seabios/seabios.ts';
import { textbook } from './textbook.ts';

export interface ProgramSpec {
  readonly id: string;
  readonly title: MessageId;
  /** One sentence: whose software this is, and what it is for. */
  readonly about: MessageId;
  run(cpu: Cpu, environment: Environment): Program<unknown>;
}

export const programs: readonly ProgramSpec[] = [
  { id: 'textbook', title: 'program.textbook', about: 'program.textbook-about', run: textbook },
  { id: 'seabios', title: 'program.seabios', about: 'program.seabios-about', run: seabios },
];
