/** nvme: a Non-Volatile Memory Express controller without namespaces, 1b36:0010 (qemu: hw/nvme/ctrl.c). */
import { isPowerOfTwo, join } from '../../base/bits.ts';
import { say } from '../../base/problem.ts';
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Ops, Shape } from '../../engine/shape.ts';
import type { Context, Model } from '../model.ts';
import { addMsix, msixWords, msixWritten } from '../caps/msix.ts';
import { addExpress, addFlr, flrWritten, PortType } from '../caps/pcie-cap.ts';

/** Controller registers (NVM Express 1.4 §3.1). */
const Reg = {
  cap: 0x00,
  version: 0x08,
  maskSet: 0x0c,
  maskClear: 0x10,
  configuration: 0x14,
  status: 0x1c,
  queues: 0x24,
  submission: 0x28,
  completion: 0x30,
  bufferLocation: 0x38,
  bufferSize: 0x3c,
  bufferControl: 0x50,
  bufferStatus: 0x58,
} as const;

/** Registers up to here lie in private words, one each. */
const registerWords = 0x60 / 4;
const registerBytes = 0x1000;

const up = (n: number, to: number): number => Math.ceil(n / to) * to;

function read(device: Device, offset: number, bytes: number): number {
  if (offset > registerBytes - bytes) return 0;
  const word = (n: number): number => (n < registerWords ? device.get(n) : 0);
  const shift = (offset & 3) * 8;
  const low = word(offset >> 2) >>> shift;
  return (offset & 3) + bytes <= 4 || shift === 0 ? low : low | (word((offset >> 2) + 1) << (32 - shift));
}

function write(device: Device, bufferMib: number, offset: number, value: number, bytes: number): void {
  const put = (at: number, data: number): void => device.set(at >> 2, data);
  const hold = (): void =>
    put(offset, bytes === 2 ? (device.get(offset >> 2) & ~0xffff) | (value & 0xffff) : value);
  switch (offset) {
    case Reg.maskSet:
    case Reg.maskClear: {
      const masked = device.get(Reg.maskSet >> 2);
      const now = offset === Reg.maskSet ? masked | value : masked & ~value;
      put(Reg.maskSet, now);
      return put(Reg.maskClear, now);
    }
    case Reg.configuration:
      return configure(device, value);
    case Reg.queues:
    case Reg.submission + 4:
    case Reg.completion + 4:
      return put(offset, value);
    case Reg.submission:
    case Reg.completion:
      return hold();
    case Reg.bufferControl:
      if (bufferMib === 0) return;
      hold();
      put(Reg.bufferLocation, value & 1 ? bufferLocation : 0);
      put(Reg.bufferSize, value & 1 ? bufferSize(bufferMib) : 0);
      if ((value & 3) === 3 && wraps(device, bufferMib)) put(Reg.bufferStatus, 1);
      return;
    case Reg.bufferControl + 4:
      // QEMU takes the upper half whether or not there is a buffer
      put(offset, value);
  }
}

/** The controller's address of its memory buffer is too near the end of the address space. */
const wraps = (device: Device, mib: number): boolean =>
  join(device.get((Reg.bufferControl >> 2) + 1), device.get(Reg.bufferControl >> 2) & ~0xfff) >=
  2 ** 64 - mib * 0x10_0000;

/** Controller Memory Buffer Location: BAR 2, where lists and data, and commands whose lists lie in it, may mix. */
const bufferLocation = 0x62;

/** Controller Memory Buffer Size: in MiB, for submission queues, lists, reads and writes. */
const bufferSize = (mib: number): number => (mib << 12) | 0x21d;

/** Controller Configuration: enabling checks what was set up; disabling resets. */
function configure(device: Device, value: number): void {
  const old = device.get(Reg.configuration >> 2);
  let status = device.get(Reg.status >> 2);
  device.set(Reg.configuration >> 2, value);
  const shutdown = (cc: number): boolean => (cc & 0xc000) !== 0;
  if (shutdown(value) && !shutdown(old)) status = (status & ~0x0c) | 0x08;
  else if (!shutdown(value) && shutdown(old)) status &= ~0x0c;
  if (value & 1 && (old & 1) === 0) status = canStart(device, value) ? 1 : 2;
  else if ((value & 1) === 0 && old & 1) return controllerReset(device);
  device.set(Reg.status >> 2, status);
}

function canStart(device: Device, configuration: number): boolean {
  const pageBits = 12 + ((configuration >>> 7) & 0xf);
  const page = (1 << pageBits) - 1;
  const sets = (device.get((Reg.cap >> 2) + 1) >>> 5) & 0xff;
  const queues = device.get(Reg.queues >> 2);
  return (
    (device.get(Reg.submission >> 2) & page) === 0 &&
    (device.get(Reg.completion >> 2) & page) === 0 &&
    (sets & (1 << ((configuration >>> 4) & 7))) !== 0 &&
    pageBits <= 16 &&
    ((configuration >>> 20) & 0xf) === 4 &&
    ((configuration >>> 16) & 0xf) === 6 &&
    (queues & 0xfff) !== 0 &&
    (queues & 0xfff_0000) !== 0
  );
}

/** What a reset of the controller or the function clears; queue addresses and the memory buffer survive. */
const cleared: readonly number[] = [Reg.status, Reg.maskSet, Reg.maskClear, Reg.configuration];

function controllerReset(device: Device): void {
  for (const offset of cleared) device.set(offset >> 2, 0);
}

/** Where things lie in BAR 0: doorbells up to the MSI-X table, then its pending bits. */
export function layout(queues: number, vectors: number): { table: number; pending: number; bytes: number } {
  const table = up(registerBytes + 8 * queues, 0x1000);
  const pending = up(table + 16 * vectors, 0x1000);
  return { table, pending, bytes: 2 ** Math.ceil(Math.log2(pending + Math.ceil(vectors / 64) * 8)) };
}

/** I/O queue pairs, the admin queue not among them. */
export const pairsOf = ({ number }: Context): number =>
  number('num_queues') > 0 ? number('num_queues') - 1 : number('max_ioqpairs');

export const deviceId = ({ flag }: Context): number => (flag('use-intel-id') ? 0x5845 : 0x0010);

export interface Extras {
  /** Vectors that Message Control says at reset, when not all. */
  readonly shown?: number;
  /** The function is a virtual one: nobody brings its controller online here. */
  readonly virtual?: boolean;
  extend?(shape: ShapeBuilder): void;
  written?(device: Device, word: number, lanes: number): void;
  reset?(device: Device): void;
}

/** QEMU would take 8 bytes at once, but nothing larger than 4 gets here. */
const sizes = { min: 2, max: 4 } as const;

/** Of a controller whose virtual function is offline only the status answers: Controller Fatal Status. */
const offline: Ops = {
  name: 'NVMe registers',
  impl: sizes,
  read: (_, offset) => (offset === Reg.status ? 2 : 0),
  write: () => {},
};

function online(bufferMib: number): Ops {
  return {
    name: 'NVMe registers',
    impl: sizes,
    read,
    write: (device, offset, value, size) => {
      if (offset < registerBytes) write(device, bufferMib, offset, value, size);
    },
  };
}

/** The registers at reset. */
function registersOf({ flag }: Context, bufferMib: number): readonly number[] {
  const initial = Array.from({ length: registerWords }, () => 0);
  initial[Reg.cap >> 2] = 0x0f01_07ff;
  initial[(Reg.cap >> 2) + 1] = 0x0040_1820 | (bufferMib > 0 ? 0x0200_0000 : 0);
  initial[Reg.version >> 2] = 0x0001_0400;
  if (bufferMib > 0 && flag('legacy-cmb')) {
    initial[Reg.bufferLocation >> 2] = bufferLocation;
    initial[Reg.bufferSize >> 2] = bufferSize(bufferMib);
  }
  return initial;
}

/** The function; `extras` is what SR-IOV adds (nvme-sriov.ts). */
export function shapeOf(context: Context, extras: Extras = {}): Shape {
  const { shown, virtual = false, extend, written, reset } = extras;
  const vectors = context.number('msix_qsize');
  const bufferMib = context.number('cmb_size_mb');
  const { table, pending, bytes } = layout(pairsOf(context) + 1, vectors);
  const initial = virtual ? [] : registersOf(context, bufferMib);
  const shape = new ShapeBuilder({
    vendor: virtual ? 0xffff : context.flag('use-intel-id') ? 0x8086 : 0x1b36,
    device: virtual ? 0xffff : deviceId(context),
    revision: 2,
    classCode: 0x010802,
    pin: 1,
    multifunction: context.multifunction && !virtual,
    express: true,
    virtual,
  })
    .capability(0x01, 0x60, 8)
    .field(0x62, 2, 0x03)
    .field(0x64, 2, 0x08, 0x03);
  addExpress(shape, 0x80, context.express && context.root ? PortType.integrated : PortType.endpoint);
  addFlr(shape, 0x80);
  const msix = addMsix(shape, {
    at: 0x40,
    vectors,
    bar: 0,
    table,
    pending,
    own: initial.length,
    ...(shown === undefined ? {} : { shown }),
  });
  const ops = virtual ? offline : online(bufferMib);
  shape.bar(0, 'mem64', bytes, { stretches: [{ from: 0, bytes: table, ops }, ...msix] });
  if (bufferMib > 0) {
    const buffer = bufferMib * 0x10_0000;
    shape.bar(2, 'mem64', buffer, { prefetchable: true, stretches: [{ from: 0, bytes: buffer }] });
  }
  extend?.(shape);
  return shape
    .behave(
      {
        ...(reset ? { reset } : {}),
        configWritten: (device, word, old, lanes) => {
          msixWritten(device, word, old, lanes);
          written?.(device, word, lanes);
          flrWritten(device, word);
        },
      },
      [...initial, ...msixWords(vectors)],
    )
    .surviving([...initial.keys()].filter((word) => !cleared.includes(word * 4)))
    .done();
}

export const nvme: Model = {
  id: 'nvme',
  kind: 'storage',
  bus: 'either',
  properties: [
    { name: 'serial', kind: 'text', required: true, initial: '' },
    { name: 'cmb_size_mb', kind: 'number', initial: '0' },
    { name: 'legacy-cmb', kind: 'flag', initial: 'off' },
    { name: 'max_ioqpairs', kind: 'number', range: [1, 65_535], initial: '64' },
    { name: 'num_queues', kind: 'number', range: [2, 65_536], initial: '0' },
    { name: 'msix_qsize', kind: 'number', range: [1, 2048], initial: '65' },
    { name: 'use-intel-id', kind: 'flag', initial: 'off' },
  ],
  check: ({ number, text }) =>
    number('cmb_size_mb') === 0 || isPowerOfTwo(number('cmb_size_mb'))
      ? undefined
      : say('problem.power-of-two', { property: 'cmb_size_mb', given: text('cmb_size_mb') }),
  shape: (context) => shapeOf(context),
};
