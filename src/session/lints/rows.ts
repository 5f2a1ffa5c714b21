/** What remarks on one access say, and the ways out. */
import { hex0x, size } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { bdfOf, type Explanation, type Hop } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import { Op, type Row } from '../../engine/trace.ts';
import { valueText } from '../beats.ts';
import { barText, bdfText, functionText } from '../names.ts';
import { noFix, type Fix, type Lint } from './lint.ts';
import { moveLine, registerOf, setpciLine } from './place.ts';
import { remarksOn, type Remark } from './remarks.ts';

type The<Id extends Remark['id']> = Extract<Remark, { id: Id }>;

function sizing(m: Machine, { row: { fn, row } }: Explanation, { id, bar }: The<'row-sizing'>): Lint {
  const bit = bar.kind === 'io' ? 1 : 2;
  return {
    id,
    severity: 'info',
    where: { ...registerOf(fn, bar), row },
    what: say('lint.row-sizing', { who: functionText(m, fn), bar: barText(bar) }),
    why: say('lint.row-sizing-why', {}),
    fix: () => before(row, setpciLine(m, fn, { COMMAND: `0:${String(bit)}` }), functionText(m, fn)),
  };
}

const before = (row: number, line: string | undefined, who: string): Fix | undefined =>
  line === undefined ? undefined : { say: say('lint.fix-off', { who }), line, before: row };

function narrow({ row, latch }: Explanation): Lint {
  const shift = (row.address & 3) * 8;
  const lanes = ((1 << (row.bytes * 8)) - 1) << shift;
  const meant = ((latch & ~lanes) | ((row.value << shift) & lanes)) >>> 0;
  return {
    id: 'row-narrow',
    severity: 'warning',
    where: { row: row.row },
    what: say('lint.row-narrow', { bytes: row.bytes, port: hex0x(row.address), value: valueText(row) }),
    why: say('lint.row-narrow-why', {}),
    fix: () => ({
      say: say('lint.fix-latch', { value: hex0x(meant, 8) }),
      line: `outl 0xcf8 ${hex0x(meant, 8)}`,
      before: row.row,
    }),
  };
}

function unclaimed(m: Machine, { row, config, hops }: Explanation): Lint {
  const off = hops.find((h) => h.why === 'disabled');
  return {
    id: 'row-unclaimed',
    severity: 'info',
    where: { row: row.row, ...(off ? { fn: off.fn, offset: 4, bytes: 2 } : {}) },
    what: say('lint.row-unclaimed', {
      target: config ? bdfText(config.bdf) : hex0x(row.address),
      write: row.write,
    }),
    why: say('lint.row-unclaimed-why', {
      write: row.write,
      who: off ? functionText(m, off.fn) : '',
      value: valueText(row),
    }),
    fix: () => (off ? switchOn(m, row, off) : noFix()),
  };
}

function switchOn(m: Machine, row: Row, { fn }: Hop): Fix | undefined {
  const bit = row.op === Op.io ? 1 : 2;
  const line = bdfOf(m, fn) < 0 ? undefined : setpciLine(m, fn, { COMMAND: `${String(bit)}:${String(bit)}` });
  const who = functionText(m, fn);
  return line === undefined ? undefined : { say: say('lint.fix-on', { who }), line, before: row.row };
}

function unaligned(m: Machine, { row: { fn, row } }: Explanation, remark: The<'row-unaligned'>): Lint {
  const { id, bar, asked, kept } = remark;
  return {
    id,
    severity: 'warning',
    where: { ...registerOf(fn, bar), row },
    what: say('lint.row-unaligned', {
      bar: `${functionText(m, fn)} ${barText(bar)}`,
      asked: hex0x(asked),
      kept: hex0x(kept),
    }),
    why: say('lint.row-unaligned-why', { bytes: size(bar.bytes) }),
    fix: () => {
      const address = kept + bar.bytes;
      const line = address > 0xffff_ffff ? undefined : moveLine(m, fn, bar, address);
      const slots = { bar: barText(bar), address: hex0x(address) };
      return line === undefined ? undefined : { say: say('lint.fix-align', slots), line, before: row };
    },
  };
}

function told(m: Machine, e: Explanation, remark: Remark): Lint {
  switch (remark.id) {
    case 'row-sizing':
      return sizing(m, e, remark);
    case 'row-narrow':
      return narrow(e);
    case 'row-unclaimed':
      return unclaimed(m, e);
    case 'row-unaligned':
      return unaligned(m, e, remark);
  }
}

/** Of the row that was explained; the machine stands after it, or before. */
export const lintsOfRow = (m: Machine, e: Explanation): readonly Lint[] =>
  remarksOn(m, e).map((remark) => told(m, e, remark));
