/** Errors as QMP words them: QEMU's classes, and what QEMU says where cf8 has a message of its own. */
import type { Message } from '../base/problem.ts';
import type { PartSpec } from '../scenario/scenario.ts';

export interface Refusal {
  readonly class: 'CommandNotFound' | 'DeviceNotFound' | 'GenericError';
  readonly desc: string;
}

export const generic = (desc: string): Refusal => ({ class: 'GenericError', desc });

export const deviceNotFound = (id: string): Refusal => ({
  class: 'DeviceNotFound',
  desc: `Device '${id}' not found`,
});

export const commandNotFound = (desc: string): Refusal => ({ class: 'CommandNotFound', desc });

/** "5.1" in QEMU's words. */
const slotOf = (addr: string): string => {
  const [device = '', fn = '0'] = addr.split('.');
  return `slot ${String(Number.parseInt(device, 16))} function ${fn}`;
};

/** Why a part was not taken; `modelAt` gives the model of a part by its name on the board. */
export function refusalOf(
  message: Message,
  { model, addr }: PartSpec,
  modelAt: (path: string) => string,
): Refusal {
  const nameOf = (path: string, withId = true): string =>
    withId ? `${modelAt(path)},id=${path}` : modelAt(path);
  switch (message.id) {
    case 'problem.unknown': {
      const { what, given } = message.with;
      if (what === 'model') return generic(`'${given}' is not a valid device model name`);
      if (what === 'bus') return generic(`Bus '${given}' not found`);
      return generic(`Property '${model}.${given}' not found`);
    }
    case 'problem.id-taken':
      return generic(`Duplicate device ID '${message.with.id}'`);
    case 'problem.slot-taken': {
      const { given, other } = message.with;
      return generic(`PCI: ${slotOf(given)} not available for ${model}, in use by ${nameOf(other)}`);
    }
    // function 0 is there, alone or not: what is plugged in beside it would not be seen
    case 'problem.single-function':
    case 'problem.zero-there': {
      const { other } = message.with;
      const slot = `slot ${String(Number.parseInt(addr ?? '', 16))} function 0`;
      return generic(
        `PCI: ${slot} already occupied by ${nameOf(other, false)}, new func ${model} cannot be exposed to guest.`,
      );
    }
    case 'problem.bus-full':
      return generic(`PCI: no slot/function available for ${model}, all in use or reserved`);
    case 'problem.bus-not-hot':
      return generic(`Bus '${message.with.bus}' does not support hotplugging`);
    case 'problem.model-not-hot':
      return generic(`Device '${message.with.model}' does not support hotplugging`);
    case 'problem.required':
      return generic(`Parameter '${message.with.property}' is missing`);
    case 'problem.expected': {
      const [property = ''] = message.with.expected.split('=');
      return generic(`Property '${model}.${property}' doesn't take value '${message.with.given}'`);
    }
    default:
      return generic(
        `Device '${model}' could not be initialized: ${Object.values(message.with).map(String).join(' ')}`,
      );
  }
}
