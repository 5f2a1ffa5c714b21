/** Devices behind controllers: disks, serial ports, what is on USB. They are no part of the PCI bus; cf8 takes them and does nothing with them. */

interface Family {
  readonly models: RegExp;
  /** The bus that they sit on, as QEMU calls it. */
  readonly bus: string;
  /** Who has such a bus. */
  readonly controllers: RegExp;
}

const families: readonly Family[] = [
  {
    models: /^scsi-(?:hd|cd|disk|block|generic)$/,
    bus: 'SCSI',
    controllers: /scsi|megasas|^lsi|am53c974|dc390|^usb-uas$/,
  },
  { models: /^virt(?:serialport|console)$/, bus: 'virtio-serial-bus', controllers: /^virtio-serial/ },
  { models: /^usb-(?!ehci$)/, bus: 'usb-bus', controllers: /[uoex]hci/ },
  { models: /^ide-/, bus: 'IDE', controllers: /^/ },
  { models: /^hda-/, bus: 'HDA', controllers: /hda/ },
  { models: /^sd-card$/, bus: 'sd-bus', controllers: /^sdhci/ },
  { models: /^ipoctal232$/, bus: 'IndustryPack', controllers: /^tpci200$/ },
];

const familyOf = (model: string): Family | undefined => families.find((each) => each.models.test(model));

export const isBehind = (model: string): boolean => familyOf(model) !== undefined;

/** The bus that none of `present` has and that the model needs; undefined when it is well. */
export function missingBus(model: string, present: readonly string[]): string | undefined {
  const family = familyOf(model);
  return family === undefined || present.some((one) => family.controllers.test(one)) ? undefined : family.bus;
}
