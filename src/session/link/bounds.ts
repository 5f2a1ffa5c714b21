/** Bounds of a link, checked before anything is allocated. Its texts are flat: there is nothing to nest. */
export const bounds = {
  commands: 100_000,
  parts: 70_000,
  /** That a payload may unfold to. */
  bytes: 4 * 1024 * 1024,
  /** That a payload may have. */
  characters: 1_000_000,
} as const;
