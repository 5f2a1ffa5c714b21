/** What a problem offers, in its place of the text. */
import { expect, test } from 'vitest';
import { parseQemuCommandLine } from '../../formats/qemu-command-line.ts';
import { fixedText } from './fixed-text.ts';

test('an option that is misspelt is put right where it stands, and is no problem then', () => {
  const text = 'qemu-system-x86_64 \\\n  -machin q35 \\\n  -m 64';
  const [problem] = parseQemuCommandLine(text).problems;
  expect(problem?.fix).toBe('-machine');
  const mended = problem ? fixedText(text, problem) : '';
  expect(mended).toBe('qemu-system-x86_64 \\\n  -machine q35 \\\n  -m 64');
  expect(parseQemuCommandLine(mended).problems).toEqual([]);
});
