/** Registers and their fields as a list under the names of who owns them. */
import type { Description, PlacedField, PlacedRegister } from '../../pci/describe.ts';

export interface RegisterRow {
  readonly register: PlacedRegister;
  /** Empty when the register is one field of its own name. */
  readonly fields: readonly PlacedField[];
  /** The field that is the whole register, if one is. */
  readonly whole: PlacedField | undefined;
}

export interface Group {
  readonly owner: string;
  /** Where it starts. */
  readonly at: number;
  readonly rows: readonly RegisterRow[];
}

/** Reserved fields are left out: there is nothing to read in them. */
export function groupsOf({ registers, fields }: Description): Group[] {
  const groups = new Map<string, { owner: string; at: number; rows: RegisterRow[] }>();
  for (const register of registers) {
    const key = `${register.owner}@${String(register.capability?.at ?? 0)}`;
    const group = groups.get(key) ?? { owner: register.owner, at: register.capability?.at ?? 0, rows: [] };
    groups.set(key, group);
    const own = fields.filter((f) => f.register === register);
    const told = own.filter((f) => f.access !== 'rsvdp' && f.access !== 'rsvdz');
    if (told.length === 0) continue;
    const [first] = own;
    const whole =
      own.length === 1 && first?.lo === 0 && first.hi === register.bytes * 8 - 1 ? first : undefined;
    group.rows.push({ register, fields: whole === undefined ? told : [], whole });
  }
  return [...groups.values()];
}
