/** English sentences of the story: what an access does, beat by beat, and what it came to. */
import type { Messages } from '../../../base/messages.ts';
import { said, strong, term, value, type Sentences } from '../pieces.ts';

type StoryId = Extract<keyof Messages, `say.${string}` | `phase.${string}`>;

export const story = {
  'say.power-on': ({ machine }) =>
    said`${strong(machine)} has just been powered on. Nothing has been asked of it yet.`,
  'say.dump-open': ({ functions }) =>
    said`This machine is known from a dump: ${strong(`${String(functions)} functions`)}. Nothing has been asked of it yet.`,
  'say.latch-write': ({ value: v }) => said`CPU writes ${value(v)} to CF8.`,
  'say.latch-read': ({ port }) => said`CPU reads ${value(port)}, the CONFIG_ADDRESS register.`,
  'say.latch-narrow': ({ bytes }) =>
    said`${strong(`Only ${String(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}:`)} CF8 takes aligned dwords only, so CONFIG_ADDRESS stays as it was.`,
  'say.latch': ({ bus, device, function: f, register }) =>
    said`${term('config-address', 'CONFIG_ADDRESS')} takes it apart: enable, bus ${value(bus)}, device ${value(device)}, function ${value(f)}, register ${value(register)}.`,
  'say.latch-off': ({ value: v }) =>
    said`CONFIG_ADDRESS is now ${value(v)}: enable is ${strong('off')}, so CFC leads nowhere.`,
  'say.latched': ({ who, register, value: v }) =>
    said`CF8 = ${value(v)}: CFC now leads to ${strong(register)} of ${strong(who)}.`,
  'say.data-write': ({ value: v, via }) =>
    said`CPU writes ${value(v)} to ${via}; the ${term('host-bridge', 'host bridge')} must make a ${term('configuration-cycle', 'configuration cycle')}.`,
  'say.data-read': ({ via }) =>
    said`CPU reads ${via}; the ${term('host-bridge', 'host bridge')} must make a ${term('configuration-cycle', 'configuration cycle')}.`,
  'say.disabled': said`The enable bit of CONFIG_ADDRESS is off: no ${term('configuration-cycle', 'configuration cycle')} is made.`,
  'say.type0': ({ device }) =>
    said`Bus 0 is the host bridge's own: ${term('type-0', 'Type 0')} cycle, ${term('idsel', 'IDSEL')} of device ${value(device)}.`,
  'say.type1': ({ bus }) =>
    said`Bus ${value(bus)} is not bus 0: the host bridge sends a ${term('type-1', 'Type 1')} cycle.`,
  'say.forward': ({ bridge, bus, secondary, subordinate }) =>
    said`${strong(bridge)}: ${value(secondary)} ≤ ${value(bus)} ≤ ${value(subordinate)}, so it passes the ${term('type-1', 'Type 1')} cycle on.`,
  'say.convert': ({ bridge, bus, device }) =>
    said`${strong(bridge)}: bus ${value(bus)} is its ${term('secondary-bus', 'secondary bus')}. Type 1 becomes Type 0, IDSEL of device ${value(device)}.`,
  'say.claim-read': ({ who, register, value: v }) =>
    said`${strong(who)} ${term('claim', 'claims')} and answers ${register} = ${value(v)}.`,
  'say.claim-write': ({ who, register, value: v }) =>
    said`${strong(who)} ${term('claim', 'claims')}: ${register} gets ${value(v)}.`,
  'say.config-read': ({ who, register, value: v }) =>
    said`CPU reads CFC. ${strong(who)} answers ${value(v)}: ${register}.`,
  'say.absent': ({ who, value: v }) => said`Nobody claimed ${strong(who)}, so the CPU reads ${value(v)}.`,
  'say.abort': ({ who }) => said`Nobody claims ${strong(who)}: ${term('master-abort', 'master abort')}.`,
  'say.ones': ({ value: v }) =>
    said`No device made this value: the ${term('host-bridge', 'host bridge')} answers ${value(v)} in its place.`,
  'say.return': ({ value: v }) => said`CPU receives ${value(v)}.`,
  'say.mask': ({ who, register, now, refused }) =>
    refused === 0
      ? said`${strong(who)}: ${register} is now ${value(now)}.`
      : said`${strong(who)}: ${register} keeps ${value(now)}; ${strong(`${String(refused)} ${refused === 1 ? 'bit' : 'bits'}`)} refused.`,
  'say.size-flags': ({ value: v, bare }) =>
    said`Leave out the type bits: ${value(v)} becomes ${value(bare)}.`,
  'say.size-invert': ({ bare, inverted }) => said`Turn every bit over: ~${value(bare)} = ${value(inverted)}.`,
  'say.size': ({ who, bar, value: v, bytes }) =>
    said`CPU reads CFC. ${strong(who)} answers ${value(v)}: ${bar} ${term('decode', 'decodes')} ${strong(bytes)}.`,
  'say.map': ({ who, bar, address, last, bytes }) =>
    said`${strong(who)} ${bar} decodes ${value(address)} to ${value(last)}: ${strong(bytes)} in the address map.`,
  'say.unmap': ({ who, bar, address }) => said`${strong(who)} ${bar} no longer decodes at ${value(address)}.`,
  'say.outline': ({ who, bar, address }) =>
    said`${strong(who)} ${bar} is programmed to ${value(address)}, but Command does not let it ${term('decode', 'decode')} yet.`,
  'say.io-read': ({ address }) => said`CPU reads I/O port ${value(address)}.`,
  'say.io-write': ({ address, value: v }) => said`CPU writes ${value(v)} to I/O port ${value(address)}.`,
  'say.memory-read': ({ address }) => said`CPU reads memory at ${value(address)}.`,
  'say.memory-write': ({ address, value: v }) => said`CPU writes ${value(v)} to memory at ${value(address)}.`,
  'say.platform': ({ what, value: v }) => said`${strong(what)} takes it before PCI is asked: ${value(v)}.`,
  'say.to-pci': ({ address }) =>
    said`${value(address)} is neither RAM nor the chipset's own: the ${term('host-bridge', 'host bridge')} puts it on bus 0.`,
  'say.expander': ({ expander, address }) =>
    said`${strong(expander)} brings another root bus: that hears ${value(address)} as bus 0 does, without a window.`,
  'say.window': ({ bridge, address, from, to }) =>
    said`${strong(bridge)}: ${value(address)} lies in its ${term('window', 'window')} ${value(from)} to ${value(to)}, so it passes it on.`,
  'say.claim-address-read': ({ who, place, value: v }) =>
    place === ''
      ? said`${strong(who)} claims and answers ${value(v)}.`
      : said`${strong(who)} ${place} claims and answers ${value(v)}.`,
  'say.claim-address-write': ({ who, place, value: v }) =>
    place === ''
      ? said`${strong(who)} claims ${value(v)}.`
      : said`${strong(who)} ${place} claims ${value(v)}.`,
  'say.abort-address': ({ address }) => said`Nobody claims ${value(address)}: no BAR and no window holds it.`,
  'say.abort-disabled': ({ address, who }) =>
    said`Nobody claims ${value(address)}: ${strong(who)} is programmed there, but its ${term('decode', 'decode')} is off.`,
  'say.made-up': ({ value: v }) => said`No device made this value: unclaimed, it reads ${value(v)}.`,
  'say.dma-read': ({ who, address, value: v }) =>
    said`${strong(who)}, as ${term('bus-master', 'bus master')}, reads ${value(v)} from ${value(address)}.`,
  'say.dma-write': ({ who, address, value: v }) =>
    said`${strong(who)}, as ${term('bus-master', 'bus master')}, writes ${value(v)} to ${value(address)}.`,
  'say.dma-blocked': ({ who }) => said`${strong(who)} wants the bus, but its Bus Master Enable is off.`,
  'say.message': ({ who, address, value: v }) =>
    said`${strong(who)} interrupts by ${term('msi', 'message')}: ${value(v)} to ${value(address)}.`,
  'say.reset': 'The machine is reset.',
  'say.plug': ({ part, model, bus }) =>
    said`${strong(part)} (${model}) is plugged into bus ${strong(bus)}, as it is at power-on.`,
  'say.error': ({ who, error }) =>
    said`${strong(who)} sees an error, ${value(error)}, and records it; a mask or an enable on the way keeps the message from the root port.`,
  'say.error-heard': ({ who, error }) =>
    said`${strong(who)} sees an error, ${value(error)}, records it and reports it: the root port above takes the message.`,
  'say.unplug': ({ part, model, bus }) =>
    said`${strong(part)} (${model}) is pulled out of bus ${strong(bus)}.`,
  'say.clock': ({ ns }) => said`${value(ns / 1e6)} ms of virtual time pass.`,

  'phase.capabilities': 'Capabilities',
  'phase.reset': 'Reset',
  'phase.bus-numbers': 'Bus numbers',
  'phase.devices': 'List of devices',
  'phase.sizing': 'Sizes',
  'phase.survey': 'What the firmware gave',
  'phase.placing': 'Addresses',
  'phase.enable': 'Enable',
  'phase.number': 'Number the buses',
  'phase.map-others': 'Map the other cards',
  'phase.meet': 'Meet 00:03.0',
  'phase.size': 'Size BAR0',
  'phase.map': 'Map BAR0',
  'phase.yours': 'Your own steps',
  'phase.deep': 'Reach bus 3',
  'phase.nobody': 'Ask an empty slot',
  'phase.ecam': 'Open the ECAM window',
  'phase.nvme': 'Map the NVMe controller',
} satisfies Sentences<Pick<Messages, StoryId>>;
