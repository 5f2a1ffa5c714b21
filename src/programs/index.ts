/** Every program that a person can run on a machine; order is the menu's. */
import type { MessageId } from '../base/problem.ts';
import type { Cpu, Environment, Program } from './program.ts';
import { findCapabilities } from './find-capabilities.ts';
import { flr } from './flr.ts';
import { hvisorProbe } from './hvisor-probe.ts';
import { linux } from './linux/linux.ts';
import { kvmtool } from './kvmtool.ts';
import { probe } from './probe.ts';
import { seabios } from './seabios/seabios.ts';
import { sizeBars } from './size-bars.ts';
import { textbook } from './textbook.ts';

export interface ProgramSpec {
  readonly id: string;
  readonly title: MessageId;
  /** One sentence: whose software this is, and what it is for. */
  readonly about: MessageId;
  /** It is about one function, `Environment.target`. */
  readonly one?: true;
  run(cpu: Cpu, environment: Environment): Program<unknown>;
}

export const programs: readonly ProgramSpec[] = [
  { id: 'textbook', title: 'program.textbook', about: 'program.textbook-about', run: textbook },
  { id: 'seabios', title: 'program.seabios', about: 'program.seabios-about', run: seabios },
  { id: 'linux', title: 'program.linux', about: 'program.linux-about', run: linux },
  { id: 'kvmtool', title: 'program.kvmtool', about: 'program.kvmtool-about', run: kvmtool },
  {
    id: 'hvisor-probe',
    title: 'program.hvisor-probe',
    about: 'program.hvisor-probe-about',
    run: hvisorProbe,
  },
  { id: 'probe', title: 'program.probe', about: 'program.probe-about', run: probe },
  { id: 'size-bars', title: 'program.size-bars', about: 'program.size-bars-about', one: true, run: sizeBars },
  {
    id: 'find-capabilities',
    title: 'program.find-capabilities',
    about: 'program.find-capabilities-about',
    one: true,
    run: findCapabilities,
  },
  { id: 'flr', title: 'program.flr', about: 'program.flr-about', one: true, run: flr },
];
