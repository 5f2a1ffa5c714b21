/** Single Root I/O Virtualization and ARI as QEMU makes them (hw/pci/pcie_sriov.c, pcie.c): virtual functions come and go. */
import type { Device } from '../../engine/device.ts';
import { appear } from '../../engine/hot-plug.ts';
import { updateMappings } from '../../engine/mappings.ts';
import { unplug } from '../../engine/reset.ts';
import type { ShapeBuilder } from '../../engine/shape-builder.ts';

export const sriovBytes = 0x40;

const Reg = { control: 0x08, initial: 0x0c, number: 0x10, offset: 0x14, device: 0x18, bar: 0x24 } as const;
const supportedPages = 0x1c;
const systemPages = 0x20;
const vfEnable = 1;
/** 4 KiB, 8 KiB, 64 KiB, 256 KiB, 1 MiB, 4 MiB: what every function must support. */
const pageSizes = 0x553;

export interface SriovOptions {
  /** Device ID of the virtual functions; they read as all ones themselves. */
  readonly device: number;
  readonly total: number;
  /** Bytes of one virtual function's BAR 0, 64 bits wide. */
  readonly bytes: number;
}

/** Alternative Routing-ID Interpretation: which function comes next. */
export const addAri = (shape: ShapeBuilder, at: number, next: number): ShapeBuilder =>
  shape.extended(0x000e, 1, at, 8).word(at + 4, next << 8);

/** Virtual functions follow the physical one, one by one. The model behaves with `sriovWritten` and `dropVirtual`. */
export function addSriov(
  shape: ShapeBuilder,
  at: number,
  { device, total, bytes }: SriovOptions,
): ShapeBuilder {
  shape
    .extended(0x0010, 1, at, sriovBytes)
    .word(at + Reg.control, 0, 0x19)
    .word(at + Reg.initial, (total << 16) | total)
    .word(at + Reg.number, 0, 0xffff)
    .word(at + Reg.offset, 0x0001_0001)
    .word(at + Reg.device, device << 16)
    .word(at + supportedPages, pageSizes)
    .word(at + systemPages, 1, pageSizes)
    .word(at + Reg.bar, 4, ~(bytes - 1))
    .word(at + Reg.bar + 4, 0, -1);
  for (const register of [Reg.control, Reg.bar, Reg.bar + 4]) shape.watch(at + register);
  return shape;
}

/** The virtual functions of a physical one, on the board from the start. */
const virtualOf = ({ machine, fn }: Device): readonly number[] =>
  machine.board.parts.flatMap(({ physical }, index) => (physical === fn ? [index] : []));

/** After a write to config word `word`: VF Enable makes as many appear as NumVFs says, or all of them vanish. */
export function sriovWritten(device: Device, word: number, lanes: number): void {
  const { machine } = device;
  const at = device.shape.caps.sriov;
  if (at === undefined || word < at >> 2 || word >= (at + sriovBytes) >> 2) return;
  if (word === (at + Reg.control) >> 2 && (lanes & 0xff) !== 0) {
    const virtual = virtualOf(device);
    if ((device.word(word) & vfEnable) === 0) dropVirtual(device);
    else if (!virtual.some((fn) => machine.isPresent(fn))) {
      const number = device.word((at + Reg.number) >> 2) & 0xffff;
      const total = device.word((at + Reg.initial) >> 2) >>> 16;
      if (number <= total) for (const fn of virtual.slice(0, number)) appear(machine, fn);
    }
  }
  // in QEMU their BARs move when their own Command is written
  if (machine.board.authentic === 'spec') for (const fn of virtualOf(device)) updateMappings(machine, fn);
}

/** The virtual functions vanish, and NumVFs is zero; nothing when there are none. */
export function dropVirtual(device: Device): void {
  const { machine } = device;
  const there = virtualOf(device).filter((fn) => machine.isPresent(fn));
  if (there.length === 0) return;
  for (const fn of there) unplug(machine, fn);
  device.setWord(((device.shape.caps.sriov ?? 0) + Reg.number) >> 2, 0);
}
