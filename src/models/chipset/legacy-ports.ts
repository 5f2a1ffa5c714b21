/** Legacy ports of the board: COM1, COM2, the parallel port. The south bridge's configuration tells of them. */
export interface LegacyPorts {
  readonly serial: number;
  readonly parallel: boolean;
}
export const noPorts: LegacyPorts = { serial: 0, parallel: false };
