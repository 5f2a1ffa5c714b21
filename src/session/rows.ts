/** A list of rows that grows. */
import { grown } from '../base/columns.ts';

/** Rows, rising. */
export class Rows {
  private rows = new Int32Array(16);
  length = 0;

  push(row: number): void {
    this.rows = grown(this.rows, this.length + 1);
    this.rows[this.length++] = row;
  }

  at(i: number): number {
    return this.rows[i] ?? -1;
  }
}
