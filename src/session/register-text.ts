/** The register that an access touches, by the name the specification gives it. */
import { hex0x } from '../base/hex.ts';
import type { Machine } from '../engine/machine.ts';
import type { Shape } from '../engine/shape.ts';
import { describe, type Description } from '../pci/describe.ts';

/** Where registers lie follows from the reset values, which a shape's functions share. */
const described = new WeakMap<Shape, Description>();

function descriptionOf(shape: Shape): Description {
  const known = described.get(shape);
  if (known) return known;
  const made = describe({ bytes: shape.words > 64 ? 4096 : 256, word: (n) => shape.reset[n] });
  described.set(shape, made);
  return made;
}

/** Names of the registers in bytes `offset` to `offset + bytes - 1`: "Vendor ID, Device ID"; BARs by number. */
export function registerText(m: Machine, fn: number, offset: number, bytes: number): string {
  const shape = m.shape(fn);
  const bar = shape.bars.find((b) => offset >= b.at && offset < b.at + (b.kind === 'mem64' ? 8 : 4));
  if (bar) return bar.index === 6 ? 'Expansion ROM BAR' : `BAR${String(bar.index)}`;
  const { registerAt } = descriptionOf(shape);
  const names = new Set<string>();
  for (let i = offset; i < offset + bytes; i++) {
    const register = registerAt(i);
    if (register) names.add(register.name);
  }
  return names.size === 0 ? hex0x(offset, 2) : [...names].join(', ');
}
