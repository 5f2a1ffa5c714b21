/** Companion controllers: a UHCI or OHCI named a bus (`masterbus`), whose EHCI hands it the full-speed devices of some ports (qemu: hw/usb/bus.c). */
import { nearest } from '../../base/nearest.ts';
import { say, type Message } from '../../base/problem.ts';
import type { Device } from '../../engine/device.ts';
import type { Behaviour } from '../../engine/shape.ts';
import type { Context, PropertySpec } from '../model.ts';

export const companionProperties: readonly PropertySpec[] = [
  { name: 'masterbus', kind: 'text', initial: '' },
  { name: 'firstport', kind: 'number', initial: '0' },
];

export const masterPorts = 6;
const masters = new Set(['ich9-usb-ehci1', 'ich9-usb-ehci2']);

interface Companion {
  readonly master: string;
  readonly first: number;
  readonly ports: number;
}
type CompanionBehaviour = Behaviour & { readonly companion: Companion };

/** The behaviour that says whose companion this is; an independent controller has none. */
export function companionOf({ text, number }: Context, ports: number): Behaviour {
  const master = text('masterbus');
  const behaviour: CompanionBehaviour = { companion: { master, first: number('firstport'), ports } };
  return master === '' ? {} : behaviour;
}

const isCompanion = (behaviour: Behaviour): behaviour is CompanionBehaviour => 'companion' in behaviour;

const usbClass = 0x0c03;
const uhciPorts = 2;

/** Only OHCI lets one choose. */
const portsOf = ({ text, number }: Context): number =>
  text('num-ports') === '' ? uhciPorts : number('num-ports');

const overlaps = (a: Companion, b: Companion): boolean =>
  a.master === b.master && a.first < b.first + b.ports && b.first < a.first + a.ports;

/** What QEMU refuses: a bus that is none of an EHCI with companions, ports that it has not or gave away. */
export function checkCompanion(context: Context): Message | undefined {
  const given = context.text('masterbus');
  if (given === '') return undefined;
  const own = { master: given, first: context.number('firstport'), ports: portsOf(context) };
  const buses: string[] = [];
  let unnamed = 0;
  for (const { model, id, kind, context: other } of context.before) {
    if (kind !== 'usb') continue;
    const master = other.text('masterbus');
    if (master !== '') {
      const taken = { master, first: other.number('firstport'), ports: portsOf(other) };
      if (overlaps(own, taken))
        return say('problem.conflict', {
          one: `firstport=${String(own.first)}`,
          other: `firstport=${String(taken.first)}`,
        });
    } else {
      const name = id === undefined ? `usb-bus.${String(unnamed++)}` : `${id}.0`;
      if (masters.has(model)) buses.push(name);
    }
  }
  if (!buses.includes(given))
    return say('problem.unknown', { what: 'bus', given, nearest: nearest(given, buses) });
  const last = masterPorts - own.ports;
  if (own.first <= last) return undefined;
  return say('problem.expected', { expected: `firstport=0–${String(last)}`, given: String(own.first) });
}

/** The companions of an EHCI, in order. Its bus is called after its id, or counted with those of others that have none. */
export function companionsFor(device: Device): readonly Companion[] {
  const { parts } = device.machine.board;
  const isUnnamed = (fn: number): boolean => parts[fn]?.path.includes('@') === true;
  let name = `${parts[device.fn]?.path ?? ''}.0`;
  if (isUnnamed(device.fn)) {
    const before = parts.filter(
      ({ shape }, fn) =>
        fn < device.fn &&
        isUnnamed(fn) &&
        (shape.reset[2] ?? 0) >>> 16 === usbClass &&
        !isCompanion(shape.behave),
    );
    name = `usb-bus.${String(before.length)}`;
  }
  const found: Companion[] = [];
  for (const { shape } of parts)
    if (isCompanion(shape.behave) && shape.behave.companion.master === name)
      found.push(shape.behave.companion);
  return found;
}
