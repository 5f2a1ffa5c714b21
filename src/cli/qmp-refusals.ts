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

/** Why a part was not taken. */
export function refusalOf(message: Message, { model }: PartSpec): Refusal {
  switch (message.id) {
    case 'problem.unknown': {
      const { what, given } = message.with;
      if (what === 'model') return generic(`'${given}' is not a valid device model name`);
      if (what === 'bus') return generic(`Bus '${given}' not found`);
      return generic(`Property '${model}.${given}' not found`);
    }
    case 'problem.id-taken':
      return generic(`Duplicate device ID '${message.with.id}'`);
    case 'problem.slot-taken':
      return generic(
        `PCI: slot ${message.with.given} not available for ${model}, in use by ${message.with.other}`,
      );
    case 'problem.zero-there':
      return generic(
        `PCI: slot function 0 already occupied by ${message.with.other}, new func ${model} cannot be exposed to guest.`,
      );
    case 'problem.bus-full':
      return generic(`PCI: no slot/function available for ${model}, all in use or reserved`);
    case 'problem.single-function':
      return generic(
        `PCI: ${message.with.given} is not a function of a multifunction device (${message.with.other})`,
      );
    case 'problem.bus-not-hot':
      return generic(`Bus '${message.with.bus}' does not support hotplugging`);
    case 'problem.model-not-hot':
      return generic(`Device '${message.with.model}' does not support hotplugging`);
    case 'problem.required':
      return generic(`Parameter '${message.with.property}' is missing`);
    default:
      return generic(
        `Device '${model}' could not be initialized: ${Object.values(message.with).map(String).join(' ')}`,
      );
  }
}
