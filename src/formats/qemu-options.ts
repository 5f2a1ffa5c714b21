/** QEMU 7.2's command-line options, and what each has to do with the PCI bus. Source: `qemu-options.hx`. */

/** Options that say nothing about the PCI bus and are followed by a value. */
const withValue = `
  accel acpitable action add-fd append audiodev bios blockdev boot chardev chroot compat cpu d D debugcon dfilter
  display dtb dump-vmstate echr fda fdb fsdev fw_cfg g gdb hda hdb hdc hdd cdrom icount incoming initrd iscsi k
  kernel L loadvm mem-path mon monitor msg mtdblock numa option-rom overcommit parallel pflash
  pidfile plugin prom-env qmp qmp-pretty qtest qtest-log rotate rtc runas sandbox sd seed semihosting-config serial
  smbios smp spice tpmdev trace uuid vnc watchdog-action xen-domid
  alt-grab balloon bt clock drive-mirror net-tap redir smb tb-size tftp watchdog
`;

/** Options that say nothing about the PCI bus and stand alone. */
const alone = `
  async-teardown audio-help daemonize enable-kvm enable-sync-profile full-screen h help mem-prealloc no-fd-bootchk
  no-hpet no-reboot no-shutdown no-user-config nographic old-param only-migratable portrait preconfig S s semihosting
  singlestep snapshot version win2k-hack xen-attach xen-domid-restrict
  curses enable-fips no-frame no-kvm no-kvm-irqchip no-kvm-pit no-quit sdl show-cursor std-vga
`;

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Options that the reader of command lines acts on; `true` when a value follows. */
export const bearing: ReadonlyMap<string, boolean> = new Map([
  ...words(
    'machine M m device vga nic net netdev drive object name set global virtfs readconfig soundhw audio usbdevice',
  ).map((o) => [o, true] as const),
  ...words('nodefaults usb no-acpi').map((o) => [o, false] as const),
]);

/** Options without bearing on the PCI bus; `true` when a value follows. */
export const noBearing: ReadonlyMap<string, boolean> = new Map([
  ...words(withValue).map((o) => [o, true] as const),
  ...words(alone).map((o) => [o, false] as const),
]);

/** Models of a display card: `-vga NAME` plugs the model; `-device MODEL` of one takes the default card's place. */
export const displays: ReadonlyMap<string, string> = new Map([
  ['std', 'VGA'],
  ['cirrus', 'cirrus-vga'],
  ['qxl', 'qxl-vga'],
  ['virtio', 'virtio-vga'],
  ['vmware', 'vmware-svga'],
]);

/** Source: `default_list` in `softmmu/vl.c`. */
export const replacesDefaultDisplay: ReadonlySet<string> = new Set([
  ...displays.values(),
  ...words('isa-vga isa-cirrus-vga ati-vga vhost-user-vga virtio-vga-gl'),
]);

/** Short names that `-nic model=` and `-net nic,model=` take beside a device's own name. */
export const nicAliases: ReadonlyMap<string, string> = new Map([['virtio', 'virtio-net-pci']]);

/** Network cards that are not on the PCI bus. */
export const otherNics: ReadonlySet<string> = new Set(['ne2k_isa']);

/** Names of the sound cards on the PCI bus, for `-audio model=` and `-soundhw`. */
export const soundCards: ReadonlyMap<string, string> = new Map([
  ['ac97', 'AC97'],
  ['es1370', 'ES1370'],
  ['hda', 'intel-hda'],
]);

/** Properties that name something outside the bus, and an option that makes a harmless one, so that QEMU starts. */
export const backends: Readonly<Record<string, (id: string) => string>> = {
  drive: (id) => `-blockdev null-co,node-name=${id}`,
  netdev: (id) => `-netdev user,id=${id}`,
  chardev: (id) => `-chardev null,id=${id}`,
  audiodev: (id) => `-audiodev none,id=${id}`,
  iothread: (id) => `-object iothread,id=${id}`,
  rng: (id) => `-object rng-random,id=${id}`,
};
