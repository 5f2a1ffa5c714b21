/** What both halves of the PCI Express capability speak of: types of ports and speeds of links. */

/** Device/Port Type, bits 7:4 of the capability's flags. */
export const [endpoint, legacy, rootPort, upstream, downstream, toPci, fromPci, integrated, collector] = [
  0, 1, 4, 5, 6, 7, 8, 9, 10,
] as const;

export const speeds = ['2.5GT/s', '5GT/s', '8GT/s', '16GT/s', '32GT/s', '64GT/s'] as const;
