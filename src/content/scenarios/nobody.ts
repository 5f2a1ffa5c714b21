/** A read of a slot where nobody is: master abort, and a value that no device made. */
import type { Opening } from './opening.ts';
import { chapter, inl, name } from './lines.ts';

export const nobody: Opening = {
  id: 'nobody',
  scenario: {
    title: 'pc · a slot with nobody in it',
    machine: 'pc',
    ram: 128,
    authentic: 'spec',
    parts: [
      { model: 'VGA', addr: '2' },
      { model: 'e1000', addr: '3' },
    ],
  },
  entries: chapter('phase.nobody', [name(0, 5, 0), inl(0xcfc), name(0, 0, 4), inl(0xcfc)]),
  cursor: 1,
};
