/** ICH9 SMBus controller, 8086:2930, function 00:1f.3 of q35 (qemu: hw/i2c/smbus_ich9.c). */
import type { Device } from '../../engine/device.ts';
import { ShapeBuilder } from '../../engine/shape-builder.ts';
import type { Shape } from '../../engine/shape.ts';
import { resetSmbusHost, smbusHost, smbusHostPrivates } from './smbus-host.ts';

const HOSTC = 0x40;

/** Private word: the enable bit has been cleared. The host's own follow. */
const disabled = 0;
const own = 1;

const registers = smbusHost(own, (device, pending) => device.intx(pending));

/** Host Configuration: its enable bit opens the registers (QEMU leaves them open until it is first written). */
function configWritten(device: Device, word: number, _old: number, lanes: number): void {
  if (word !== HOSTC >> 2 || (lanes & 0xff) === 0) return;
  const hostc = device.word(word);
  device.set(disabled, hostc & 1 ? 0 : 1);
  device.machine.forgetPorts();
  if ((hostc & 8) === 0) return;
  resetSmbusHost(device, own);
  device.setWord(word, hostc & ~8);
}

export const smbusShape = (): Shape =>
  new ShapeBuilder({
    vendor: 0x8086,
    device: 0x2930,
    revision: 2,
    classCode: 0x0c0500,
    pin: 1,
    multifunction: true,
  })
    .bar(4, 'io', 0x40, {
      stretches: [{ from: 0, bytes: 0x40, ops: registers, off: (device) => device.get(disabled) !== 0 }],
    })
    .watch(HOSTC)
    .behave({ configWritten }, [0, ...smbusHostPrivates(false)], 'never')
    .done();
