/** e1000e: Intel's 82574L on PCI Express, 8086:10d3 (qemu: hw/net/e1000e.c). Registers and interrupts; no packets move. */
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Device } from '../../engine/device.ts';
import type { Ops } from '../../engine/shape.ts';
import { addMsi, msiWritten } from '../caps/msi-cap.ts';
import { addMsix, msixWords, msixWritten } from '../caps/msix.ts';
import { PortType } from '../caps/pcie-cap.ts';
import { addAer } from '../caps/pcie-extended.ts';
import { hasRom, romContents } from '../caps/rom.ts';
import type { Context, Model } from '../model.ts';
import {
  Cause,
  earliest,
  interruptEnd,
  interruptReset,
  interruptSurvivors,
  negotiation,
  raise,
  readCauses,
  setInterval,
  startTimer,
  takeDue,
  throttleEnds,
  writeCauses,
  writeMaskClear,
  writeMaskSet,
  writePendingClear,
} from './e1000e-interrupts.ts';
import {
  phyEverywhere,
  phyPaged,
  readableBits,
  Reg,
  resolve,
  tableReset,
  vectors,
  wordOf,
  writableBits,
} from './e1000e-table.ts';
import { macOf, macProperty } from './mac.ts';

const pages = 7;
const phyFirst = interruptEnd;
const eepromFirst = phyFirst + pages * 32;
const eepromWords = 64;
/** The register that the I/O BAR points at. */
const pointer = eepromFirst + eepromWords;
const ownEnd = pointer + 1;

/** What the EEPROM holds besides address, device id and checksum. */
const eepromTemplate: readonly number[] = [
  0x0000, 0x0000, 0x0000, 0x0420, 0xf746, 0x2010, 0xffff, 0xffff, 0x0000, 0x0000, 0x026b, 0x0000, 0x8086,
  0x0000, 0x0000, 0x8058, 0x0000, 0x2001, 0x7e7c, 0xffff, 0x1000, 0x00c8, 0x0000, 0x2704, 0x6cc9, 0x3150,
  0x070e, 0x460b, 0x2d84, 0x0100, 0xf000, 0x0706, 0x6000, 0x0080, 0x0f04, 0x7fff, 0x4f01, 0xc600, 0x0000,
  0x20ff, 0x0028, 0x0003, 0x0000, 0x0000, 0x0000, 0x0003, 0x0000, 0xffff, 0x0100, 0xc000, 0x121c, 0xc007,
  0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0x0000, 0x0120, 0xffff, 0x0000,
];
const deviceId = 0x10d3;

function eeprom(mac: readonly number[]): number[] {
  const words = [...eepromTemplate];
  for (let i = 0; i < 3; i++) words[i] = (mac[2 * i] ?? 0) | ((mac[2 * i + 1] ?? 0) << 8);
  words[11] = deviceId;
  words[13] = deviceId;
  const sum = words.slice(0, 63).reduce((a, b) => a + b, 0);
  words[63] = (0xbaba - sum) & 0xffff;
  return words;
}

function privates(context: Context, mac: readonly number[]): number[] {
  const byte = (i: number): number => mac[i] ?? 0;
  const phy = Array.from({ length: pages * 32 }, () => 0);
  for (const [register, , reset] of phyEverywhere) phy[register] = reset;
  for (const [page, register, , reset] of phyPaged) phy[page * 32 + register] = reset;
  const words = [...tableReset, ...interruptReset, ...phy, ...eeprom(mac), 0, ...msixWords(vectors)];
  words[wordOf(Reg.address)] = byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
  words[wordOf(Reg.address + 4)] = byte(4) | (byte(5) << 8) | (0x8000 << 16);
  words[wordOf(Reg.vet)] = context.flag('init-vet') ? 0x8100 : 0;
  return words;
}

/** What a write that starts anew restores. */
const restore = (d: Device, word: number): void => d.set(word, d.shape.privates[word] ?? 0);

const linkUp = 0x02;
const phyControl = phyFirst;
const phyStatus = phyFirst + 1;
const partner = phyFirst + 5;
const phyPage = phyFirst + 0x16;

/** Link negotiation: the link is down for half a second of whole milliseconds. */
function negotiate(d: Device): void {
  d.set(wordOf(Reg.status), d.get(wordOf(Reg.status)) & ~linkUp);
  d.set(phyStatus, d.get(phyStatus) & ~0x24);
  d.set(partner, d.get(partner) & ~0x4000);
  startTimer(d, negotiation, (Math.floor(d.now / 1_000_000) + 500) * 1_000_000);
}

function negotiated(d: Device): void {
  d.set(wordOf(Reg.status), d.get(wordOf(Reg.status)) | linkUp);
  d.set(phyStatus, d.get(phyStatus) | 0x24);
  d.set(partner, d.get(partner) | 0x4000);
  if (d.get(phyControl) & 0x1000) d.set(wordOf(Reg.ctrl), d.get(wordOf(Reg.ctrl)) | 0x1800_0000);
  raise(d, Cause.linkChange);
}

/** The private word of a PHY register on the page chosen, or undefined: not there, or not to be written. */
function phyWord(d: Device, register: number, write: boolean): number | undefined {
  const everywhere = phyEverywhere.find((row) => row[0] === register);
  if (everywhere) return !write || everywhere[1] ? phyFirst + register : undefined;
  const page = d.get(phyPage);
  const paged = phyPaged.find((row) => row[0] === page && row[1] === register);
  return paged && (!write || paged[2]) ? phyFirst + page * 32 + register : undefined;
}

/** One transaction with the PHY, number 1, as in e1000; registers from 16 on are paged. */
function mdio(d: Device, order: number): void {
  const register = (order >>> 16) & 31;
  let result = order;
  if (((order >>> 21) & 31) !== 1) result = d.get(wordOf(Reg.mdic)) | (1 << 30);
  else if (order & 0x0800_0000) {
    const word = phyWord(d, register, false);
    result = word === undefined ? order | (1 << 30) : (order & ~0xffff) | d.get(word);
  } else if (order & 0x0400_0000) {
    const word = phyWord(d, register, true);
    if (word === undefined) result = order | (1 << 30);
    else phyWrite(d, word, order & 0xffff);
  }
  d.set(wordOf(Reg.mdic), result | (1 << 28));
  if (result & (1 << 29)) raise(d, Cause.mdio);
}

function phyWrite(d: Device, word: number, value: number): void {
  if (word === phyControl) {
    d.set(word, value & ~0x823f);
    if (value & 0x200 && value & 0x1000) negotiate(d);
  } else if (word === phyPage) d.set(word, value & 0x7f);
  else if (word === phyFirst + 0x19) {
    d.set(word, value & ~0x400);
    if (value & 0x400) negotiate(d);
  } else d.set(word, value);
}

/** Device Status: some of it is what Device Control asked for. */
function status(d: Device): number {
  const ctrl = d.get(wordOf(Reg.ctrl));
  const master = ctrl & 0x04 ? 0 : 0x0008_0000;
  const duplex = (ctrl & 0x1000) === 0 || ctrl & 1 ? 1 : 0;
  const forced = (ctrl & 0x0800) !== 0 || (d.get(wordOf(Reg.ctrlExt)) & 0x8000) !== 0;
  const choice = forced ? ctrl & 0x300 : 0x200;
  const speed = choice === 0 ? 0 : choice === 0x100 ? 0x40 : 0x80;
  return d.get(wordOf(Reg.status)) | master | duplex | speed;
}

/** EERD and EEWR: one word of the EEPROM; the answer is in EERD. */
function eepromOrder(d: Device, order: number, write: boolean): void {
  const index = (order >>> 2) & 0x3fff;
  const done = index < eepromWords && (order & 1) !== 0;
  if (done && write) d.set(eepromFirst + index, order >>> 16);
  const data = write ? order >>> 16 : done ? d.get(eepromFirst + index) : 0;
  d.set(wordOf(Reg.eerd), (data << 16) | (index << 2) | (done ? 2 : 0));
}

function control(d: Device, value: number): void {
  d.set(wordOf(Reg.ctrl), value & ~0x0400_0000);
  if (value & 0x0400_0000) {
    restore(d, wordOf(Reg.address));
    restore(d, wordOf(Reg.address + 4));
  }
  if (value < 0) d.set(wordOf(Reg.status), d.get(wordOf(Reg.status)) | 0x400);
}

function read(d: Device, offset: number): number {
  const at = resolve(offset);
  const word = wordOf(at);
  if (word < 0) return 0;
  const value = d.get(word) & readableBits(word);
  switch (at) {
    case Reg.status:
      return status(d);
    case Reg.icr:
      return readCauses(d);
    case Reg.asserted:
      d.set(word, 0);
      return value;
    case Reg.swsm:
      d.set(word, value | 1);
      return value;
  }
  return value;
}

function write(d: Device, offset: number, value: number): void {
  const at = resolve(offset);
  switch (at) {
    case Reg.ctrl:
    case Reg.ctrlAgain:
      return control(d, value | 0);
    case Reg.status:
      if ((value & 0x400) === 0) d.set(wordOf(at), d.get(wordOf(at)) & ~0x400);
      return;
    case Reg.eerd:
    case Reg.eewr:
      return eepromOrder(d, value, at === Reg.eewr);
    case Reg.mdic:
      return mdio(d, value);
    case Reg.icr:
      return writeCauses(d, value);
    case Reg.ics:
      return raise(d, value);
    case Reg.ims:
      return writeMaskSet(d, value);
    case Reg.imc:
      return writeMaskClear(d, value);
    case Reg.itr:
      return setInterval(d, 0, value);
    case Reg.psrctl:
      // with split descriptors neither of the first two buffers may be empty
      if (d.get(wordOf(Reg.rctl)) & 0xc00 && ((value & 0x7f) === 0 || (value & 0x3f00) === 0)) return;
      break;
    case Reg.rxdctl:
      d.set(wordOf(Reg.rxdctl1), value);
      break;
    case Reg.pbaclr:
      return writePendingClear(d, value);
  }
  if (at >= Reg.eitr && at < Reg.eitr + vectors * 4) return setInterval(d, 1 + ((at - Reg.eitr) >> 2), value);
  const word = wordOf(at);
  if (word < 0) return;
  const bits = writableBits(word);
  d.set(word, (d.get(word) & ~bits) | (value & bits));
}

const sizes = { impl: { min: 4, max: 4 } } as const;
const registers: Ops = { name: 'e1000e registers', ...sizes, read, write };

/** Does the pointer reach a register? */
const pointed = (d: Device): boolean => d.get(pointer) >>> 0 < 0x1_ffff;

const ports: Ops = {
  name: 'e1000e I/O',
  ...sizes,
  read: (d, offset) => {
    if (offset === 0) return d.get(pointer);
    return offset === 4 && pointed(d) ? read(d, d.get(pointer)) : 0;
  },
  write: (d, offset, value) => {
    if (offset === 0) d.set(pointer, value);
    else if (offset === 4 && pointed(d)) write(d, d.get(pointer), value);
  },
};

const Caps = { msix: 0xa0, pm: 0xc8, msi: 0xd0, express: 0xe0, aer: 0x100, serial: 0x140 } as const;

/** A version 1 PCI Express capability. */
function addExpress1(shape: ShapeBuilder, at: number, { express, root }: Context): void {
  const type = express && root ? PortType.integrated : PortType.endpoint;
  shape
    .capability(0x10, at, 0x14)
    .field(at + 0x02, 2, (type << 4) | 1)
    .field(at + 0x04, 4, 0x8000)
    .field(at + 0x0c, 4, 0x411)
    .field(at + 0x12, 2, 0x11);
}

/** Device Serial Number: the MAC address with ff:ff in the middle. */
function addSerial(shape: ShapeBuilder, at: number, mac: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = mac;
  shape
    .extended(0x0003, 1, at, 12)
    .word(at + 4, f | (e << 8) | (d << 16) | (0xff << 24))
    .word(at + 8, 0xff | (c << 8) | (b << 16) | (a << 24));
}

export const e1000e: Model = {
  id: 'e1000e',
  kind: 'network',
  bus: 'either',
  properties: [
    macProperty,
    { name: 'subsys_ven', kind: 'number', range: [0, 0xffff], initial: '0x8086' },
    { name: 'subsys', kind: 'number', range: [0, 0xffff], initial: '0' },
    { name: 'init-vet', kind: 'flag', initial: 'on' },
  ],
  shape: (context) => {
    const mac = macOf(context);
    const shape = new ShapeBuilder({
      vendor: 0x8086,
      device: deviceId,
      classCode: 0x020000,
      subsystemVendor: context.number('subsys_ven'),
      subsystem: context.number('subsys'),
      pin: 1,
      multifunction: context.multifunction,
      express: true,
    })
      .bar(0, 'mem32', 0x2_0000, { stretches: [{ from: 0, bytes: 0x2_0000, ops: registers }] })
      // flash that nothing answers for
      .bar(1, 'mem32', 0x2_0000, { stretches: [] })
      .bar(2, 'io', 0x20, { stretches: [{ from: 0, bytes: 0x20, ops: ports }] });
    const msix = addMsix(shape, { at: Caps.msix, vectors, bar: 3, table: 0, pending: 0x2000, own: ownEnd });
    shape.bar(3, 'mem32', 0x4000, { stretches: msix });
    addExpress1(shape, Caps.express, context);
    addMsi(shape, { at: Caps.msi, vectors: 1, wide: true, maskable: false });
    shape
      .capability(0x01, Caps.pm, 8)
      .field(Caps.pm + 2, 2, 0x22)
      .field(Caps.pm + 4, 2, 0, 0x1f03, 0x8000);
    addAer(shape, Caps.aer, false, 0);
    addSerial(shape, Caps.serial, mac);
    if (hasRom(context))
      shape.bar(6, 'rom', 0x4_0000, { contents: romContents(0x8086, deviceId, 0x020000, 0x4_0000) });
    return shape
      .behave(
        {
          configWritten: (d, word, old, lanes) => {
            msixWritten(d, word, old, lanes);
            msiWritten(d, word);
          },
          deadline: earliest,
          expire: (d) => {
            const timer = takeDue(d);
            if (timer === negotiation) negotiated(d);
            else if (timer !== undefined) throttleEnds(d, timer);
          },
        },
        privates(context, mac),
      )
      .surviving([
        ...interruptSurvivors,
        pointer,
        ...Array.from({ length: eepromWords }, (_, i) => eepromFirst + i),
      ])
      .done();
  },
};
