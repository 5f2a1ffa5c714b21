/** What bridges to a conventional bus share (qemu: hw/pci/pci_bridge.c, pci_bridge_initfn). */
import { ShapeBuilder, type Identity } from '../../engine/shape-builder.ts';

type BridgeIdentity = Pick<
  Identity,
  'vendor' | 'device' | 'revision' | 'pin' | 'express' | 'multifunction'
> & {
  /** How it decodes: 1 is subtractive. */
  readonly interface?: number;
};

/** Header of a bridge to a conventional bus: 66 MHz and fast back-to-back capable, on both sides. */
export const bridgeShape = (identity: BridgeIdentity): ShapeBuilder =>
  new ShapeBuilder({
    ...identity,
    classCode: 0x060400 | (identity.interface ?? 0),
    header: 1,
    below: { express: false, oneDevice: false },
  })
    .field(0x06, 2, 0xa0, 0, 0xf900)
    .field(0x1e, 2, 0xa0, 0, 0xf900);
