/** A `pc` with given cards on its root bus, for the tests of models. */
import { BoardBuilder } from '../engine/board.ts';
import { Machine } from '../engine/machine.ts';
import type { Context, Model } from './model.ts';
import { pc } from './chipset/pc.ts';

export interface Plug {
  readonly model: Model;
  /** device << 3 | function. */
  readonly devfn: number;
  readonly properties?: Readonly<Record<string, string>>;
}

const megabyte = 0x10_0000;

/** 256 MiB unless told; network cards are numbered in the order given. */
export function pcWith(plugs: readonly Plug[] = [], ram = 256): Machine {
  const builder = new BoardBuilder(pc.rootBus, pc.express);
  for (const { model, devfn, shape } of pc.builtIn(ram * megabyte)) {
    builder.plug({ path: model, model, shape, wire: 0, devfn, builtIn: true });
  }
  const before: Context['before'][number][] = [];
  for (const { model, devfn, properties = {} } of plugs) {
    const text = (name: string): string =>
      properties[name] ?? model.properties.find((p) => p.name === name)?.initial ?? '1';
    const context: Context = {
      express: false,
      root: true,
      multifunction: false,
      before: [...before],
      flag: (name) => text(name) === 'on',
      number: (name) => Number(text(name)),
      text,
    };
    before.push({ model: model.id, id: undefined, kind: model.kind, context });
    const shape = model.shape(context);
    builder.plug({ path: `${model.id}@${String(devfn)}`, model: model.id, shape, wire: 0, devfn });
  }
  return new Machine(builder.done(pc.platform(ram * megabyte), ram * megabyte, 'qemu'));
}

/** Writes a config register of a function on bus 0; narrower ones too. */
export function setConfig(m: Machine, devfn: number, at: number, value: number, bytes = 4): void {
  m.out(0xcf8, 0x8000_0000 + devfn * 256 + (at & ~3), 4);
  m.out(0xcfc + (at & 3), value, bytes);
}

/** A config dword of a function on bus 0. */
export function config(m: Machine, devfn: number, at: number, bytes = 4): number {
  m.out(0xcf8, 0x8000_0000 + devfn * 256 + at, 4);
  return m.in(0xcfc, bytes);
}
