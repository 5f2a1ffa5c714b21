/** What `npm run qemu:compare` found once, shrunk: the accesses with QEMU 7.2's answers to the last one. */
import { expect, test } from 'vitest';
import { Machine } from '../engine/machine.ts';
import { answer } from './qtest-answers.ts';
import { plug } from './qtest.ts';

const cases: readonly { name: string; args: string; commands: string; last: string }[] = [
  {
    name: 'virtio-net: a driver that takes every feature, the forbidden one included, gets the MAC address only',
    args: '-device virtio-net-pci,addr=6.0',
    commands:
      'outl 0xcf8 0x80003010; outl 0xcfc 0x2000; outl 0xcf8 0x80003004; outw 0xcfc 7; outl 0x2004 0xffffffff; inl 0x2004',
    last: 'OK 0x0020',
  },
  {
    name: 'virtio-net: a write to the configuration takes along what was last read of it',
    args: '-device virtio-net-pci,addr=4.0',
    commands:
      'outl 0xcf8 0x80002010; outl 0xcfc 0x2020; outl 0xcf8 0x80002004; outw 0xcfc 7; outl 0x2038 0xef43d2ae; inl 0x2034',
    last: 'OK 0x0000',
  },
  {
    name: 'SMBus: block data goes through the buffer',
    args: '-machine q35',
    commands:
      'outl 0xcf8 0x8000fb20; outl 0xcfc 0x2040; outl 0xcf8 0x8000fb04; outw 0xcfc 0xffff; outl 0x2044 0x3933ae4; ' +
      'outl 0x204c 0x6fe2fa06; outl 0xcf8 0x8000fb20; outl 0xcfc 0x2000; inl 0x2004',
    last: 'OK 0x933ae4',
  },
];

test.for(cases)('$name', ({ args, commands, last }) => {
  const machine = new Machine(plug(['-nodefaults', ...args.split(' ')]).board);
  const answers = commands.split('; ').map((command) => answer(machine, command));
  expect(answers.at(-1)).toBe(last);
});
