/** The firmware of `-bios` and `-drive if=pflash`, as it stands at the top of 4 GiB. */
import { readFileSync } from 'node:fs';
import { fail, ok, say, type Result } from '../base/problem.ts';
import type { Outside } from './outside.ts';

/** QEMU takes firmware in whole units of this many bytes, and flash in whole sectors. */
const biosUnit = 0x1_0000;
const sector = 0x1000;
/** Above it stand the APICs' windows: QEMU 7.2's `max-fw-size`. */
const largest = 8 * 2 ** 20;

function image(file: string, unit: number): Result<Uint8Array> {
  const expected = `FILE, N × ${String(unit / 1024)} KiB`;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return fail(say('problem.expected', { expected, given: file }));
  }
  const fits = bytes.length > 0 && bytes.length % unit === 0 && bytes.length <= largest;
  return fits
    ? ok(bytes)
    : fail(say('problem.expected', { expected, given: `${file} (${String(bytes.length)})` }));
}

/** Flash goes before a BIOS, as in QEMU; unit 0 stands highest, the next one below it. Undefined: none was given. */
export function firmwareImage({
  bios,
  flash,
}: Pick<Outside, 'bios' | 'flash'>): Result<Uint8Array | undefined> {
  if (flash.length === 0) return bios === undefined ? ok(undefined) : image(bios, biosUnit);
  let all = new Uint8Array();
  for (const file of flash) {
    const next = image(file, sector);
    if (!next.ok) return next;
    all = Uint8Array.from([...next.value, ...all]);
  }
  return all.length <= largest
    ? ok(all)
    : fail(say('problem.expected', { expected: '8 MiB', given: String(all.length) }));
}
