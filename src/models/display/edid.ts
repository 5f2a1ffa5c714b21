/** The monitor that QEMU's display cards pretend to have: 1280 × 800, "QEMU Monitor" (VESA E-EDID 1.4, one CTA extension). */
import type { Ops } from '../../engine/shape.ts';

/** An 18-byte descriptor that says nothing. */
const dummy = '0000 00 10 00 00000000000000000000000000';

const text = [
  '00ffffffffffff00', // fixed header
  '4914 3412 00000000 2a 18', // maker RHT, product 1234h, week 42 of 2014
  '01 04 a5 20 14 78 06', // EDID 1.4, digital, 32 cm × 20 cm, gamma 2.2
  'ee91a3544c99260f5054', // chromaticity of sRGB
  '210800', // established timings
  'e1c0 d1c0 d100 a940 b300 9500 8180 8140', // standard timings
  'ea29 00c05120 1c30 4026 4440 45cb10 0000 18', // preferred: 1280 × 800
  '000000 f7 00 0a004082002820 000000000000', // more established timings
  '000000 fd 00 32 7d 1e a0 ff 01 0a 202020202020', // 50–125 Hz, 30–160 kHz
  '000000 fc 00 51454d55204d6f6e69746f72 0a', // the name
  '01 3a', // one extension, checksum
  '02 03 0b 00 46 7d6560591f61', // CTA-861: six video modes
  ...Array.from({ length: 6 }, () => dummy),
  '0000000000000000 2f',
].join('');

const bytes = Uint8Array.from(text.replaceAll(' ', '').match(/../g) ?? [], (byte) =>
  Number.parseInt(byte, 16),
);

/** The block as a stretch of a BAR; what a card keeps for it beyond reads zero. */
export const edid: Ops = {
  name: 'EDID',
  valid: { min: 1, max: 4 },
  impl: { min: 1, max: 1 },
  read: (_device, offset) => bytes[offset] ?? 0,
  write: () => {},
};
