/** The bytes that matter, on the wall: 64 of them around the register that the step is about, and that register in a word. */
import { useCallback } from 'react';
import { hex } from '../base/hex.ts';
import { bdfText } from '../session/names.ts';
import { useWords } from '../views/parts/use-words.ts';
import { bytesIn, covered, looksOf } from '../views/inspector/hex-layout.ts';
import { HexRow } from '../views/inspector/HexRow.tsx';
import { useShown, type Inspected } from '../views/inspector/use-inspected.ts';
import '../views/inspector/inspector.css';

const columns = 8;
const rows = 8;

/** The first of 64 bytes around one. The header's first 64 are one page: they stand still. */
function startOf(offset: number, size: number): number {
  if (offset < columns * rows) return 0;
  return Math.min((offset & ~0x1f) - 0x10, size - columns * rows);
}

export function BytesOnWall() {
  const { t } = useWords();
  const { inspected } = useShown();
  return inspected === undefined ? (
    <p className="present-nothing">{t('present.nothing')}</p>
  ) : (
    <Bytes inspected={inspected} />
  );
}

function Bytes({ inspected }: { inspected: Inspected }) {
  const { t } = useWords();
  const { machine, fn, bdf, space, description, range } = inspected;
  const name = useCallback((offset: number): string => hex(offset, 2), []);
  const start = startOf(range?.offset ?? 0, space.size);
  const part = machine.board.parts[fn];
  return (
    <>
      <h2 className="present-who">
        <code>{bdf < 0 ? (part?.path ?? '') : bdfText(bdf)}</code> {part?.model}
      </h2>
      <div className="hex" role="grid" aria-label={t('inspector.grid')} data-columns={columns} dir="ltr">
        {Array.from({ length: rows }, (_, i) => {
          const offset = start + i * columns;
          const word = offset >> 2;
          return (
            <HexRow
              key={offset}
              offset={offset}
              columns={columns}
              w0={space.words[word] ?? 0}
              w1={space.words[word + 1] ?? 0}
              w2={0}
              w3={0}
              looks={looksOf(space, description, offset, columns)}
              changed={bytesIn(space.changed, offset, columns)}
              selected={range === undefined ? 0 : covered(offset, columns, range.offset, range.bytes)}
              hovered={0}
              hits={0}
              edited={0}
              differs={0}
              pending=""
              focus={-1}
              withAscii={false}
              masked={false}
              name={name}
            />
          );
        })}
      </div>
      <Register inspected={inspected} />
    </>
  );
}

const digits = (word: number): string => hex(word >>> 0, 8).toUpperCase();

/** What the register is called, and what the step did to it. */
function Register({ inspected }: { inspected: Inspected }) {
  const { t } = useWords();
  const { fn, space, description, range, explanation } = inspected;
  if (range === undefined || range.offset >= space.known) return undefined;
  const { offset, bytes } = range;
  const named = description.registers
    .filter((r) => r.at < offset + bytes && offset < r.at + r.bytes)
    .map((r) => r.name);
  const word = offset >> 2;
  const effect =
    explanation?.row.fn === fn && explanation.effect?.word === word ? explanation.effect : undefined;
  const lines =
    effect === undefined
      ? ([['inspector.now', space.words[word] ?? 0]] as const)
      : ([
          ['inspector.tried', effect.tried],
          ['inspector.mask-row', effect.mask],
          ['inspector.kept', effect.now],
        ] as const);
  return (
    <div className="present-register">
      <h3>{named.slice(0, 2).join(', ')}</h3>
      <dl>
        {lines.map(([id, value]) => (
          <div key={id}>
            <dt>{t(id)}</dt>
            <dd dir="ltr">{digits(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
