/** Address ranges: what holds what, where there is room. The kernel's tree of resources, as small as PCI needs it. */

export interface Kind {
  readonly io: boolean;
  readonly prefetch: boolean;
  /** 64 bits wide. */
  readonly wide: boolean;
}

/** A BAR, a ROM, or a window, of a bridge or of the host. */
export class Resource implements Kind {
  /** 0–5 a BAR, 6 the ROM, 7–9 a bridge's windows; -1 the host's. */
  readonly index: number;
  readonly io: boolean;
  readonly prefetch: boolean;
  readonly wide: boolean;
  /** Where it is, or was when it was read; 0: nowhere yet. */
  start = 0;
  bytes = 0;
  align = 0;
  /** What a bridge would like to have besides `bytes`, for cards to come. */
  extra = 0;
  /** It is in use at all: a window may be closed, a BAR given up. */
  open = true;
  /** A ROM that the firmware left enabled. */
  romOn = false;
  /** Its address cannot be changed. */
  readonly fixed: boolean;
  parent: Resource | undefined = undefined;
  readonly children: Resource[] = [];

  constructor(index: number, kind: Kind, start = 0, bytes = 0, fixed = false) {
    this.index = index;
    this.io = kind.io;
    this.prefetch = kind.prefetch;
    this.wide = kind.wide;
    this.start = start;
    this.bytes = bytes;
    this.align = bytes;
    this.fixed = fixed;
  }

  get end(): number {
    return this.start + this.bytes - 1;
  }

  contains(other: Resource): boolean {
    return this.open && this.io === other.io && this.start <= other.start && other.end <= this.end;
  }

  /** Takes its place inside `parent`; false when somebody is there. */
  settle(parent: Resource): boolean {
    if (parent.children.some((each) => each.start <= this.end && this.start <= each.end)) return false;
    parent.children.push(this);
    parent.children.sort((a, b) => a.start - b.start);
    this.parent = parent;
    return true;
  }

  leave(): void {
    const siblings = this.parent?.children;
    siblings?.splice(siblings.indexOf(this), 1);
    this.parent = undefined;
  }
}

/** Keeps the address that a resource has, when a window of its bus holds it and nobody else does. */
export function claim(resource: Resource, windows: readonly Resource[]): boolean {
  const window = windows.find((each) => each.contains(resource));
  if (window === undefined || (window.prefetch && !resource.prefetch)) return false;
  return resource.settle(window);
}

const fourGigabytes = 0x1_0000_0000;
const leastPort = 0x1000;
const leastMemory = 0x10_0000;

/**
 * Finds room, lowest address first: in a window that matches exactly, then in one that is merely 32 bits wide, then in any.
 * What is 64 bits wide goes above 4 GiB when it can. What is not prefetchable never goes into a prefetchable window.
 */
export function allocate(resource: Resource, bytes: number, windows: readonly Resource[]): boolean {
  const { io, prefetch, wide } = resource;
  const spaces = wide ? [fourGigabytes, 0] : [0];
  const fits: ((window: Resource) => boolean)[] = [
    (window) => window.prefetch === prefetch && window.wide === wide,
    (window) => prefetch && wide && window.prefetch,
    () => prefetch || wide,
  ];
  for (const fit of fits) {
    for (const from of spaces) {
      for (const window of windows) {
        if (!window.open || window.io !== io || (window.prefetch && !prefetch) || !fit(window)) continue;
        const start = room(window, resource, bytes, from, wide ? Infinity : fourGigabytes);
        if (start === undefined) continue;
        resource.start = start;
        resource.bytes = bytes;
        return resource.settle(window);
      }
    }
  }
  return false;
}

export const up = (n: number, align: number): number => Math.ceil(n / align) * align;

function room(
  window: Resource,
  { io, align }: Resource,
  bytes: number,
  from: number,
  below: number,
): number | undefined {
  const limit = Math.min(window.end, below - 1);
  const least = window.start === 0 ? (io ? leastPort : leastMemory) : window.start;
  let at = Math.max(least, from);
  for (const next of [...window.children, undefined]) {
    const start = aside(up(at, align), io);
    const end = Math.min(limit, (next?.start ?? Infinity) - 1);
    if (start + bytes - 1 <= end) return start;
    if (next !== undefined) at = Math.max(at, next.end + 1);
  }
  return undefined;
}

/** Ports whose bits 8 and 9 are set might be images of ISA cards; memory below 1 MiB is theirs. */
function aside(start: number, io: boolean): number {
  if (io) return (start & 0x300) === 0 ? start : up(start, 0x400);
  return Math.max(start, leastMemory);
}
