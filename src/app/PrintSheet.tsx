/** The page on paper: the sentence, the bus whole, the address map, the registers of the function in question. */
import { hex } from '../base/hex.ts';
import { useStore } from 'zustand';
import { fieldValue, registerValue } from '../pci/describe.ts';
import { functionText } from '../session/names.ts';
import { sessionStore } from '../store/session-store.ts';
import { groupsOf, type RegisterRow } from '../views/inspector/fields-layout.ts';
import { useShown, type Inspected } from '../views/inspector/use-inspected.ts';
import { Said } from '../views/parts/Said.tsx';
import { useWords, type Words } from '../views/parts/use-words.ts';
import { BusStill } from '../views/topology/BusStill.tsx';
import { Maps } from './Maps.tsx';

export function PrintSheet() {
  const { t } = useWords();
  const { scenario, cursor, head, sentence } = useStore(sessionStore);
  const { inspected } = useShown();
  return (
    <>
      <header>
        <p>{t('print.where', { scenario: t('name.scenario', scenario), at: cursor, of: head })}</p>
        <h1>
          <Said message={sentence} />
        </h1>
      </header>
      <section>
        <h2>{t('view.topology')}</h2>
        <BusStill width={640} />
      </section>
      <section>
        <h2>{t('view.address-map')}</h2>
        <Maps room={320} />
      </section>
      {inspected && <Registers inspected={inspected} />}
    </>
  );
}

function Registers({ inspected }: { inspected: Inspected }) {
  const words = useWords();
  const { t, both } = words;
  const { machine, fn, description } = inspected;
  return (
    <section className="print-registers">
      <h2>{`${functionText(machine, fn)} ${machine.board.parts[fn]?.model ?? ''}`}</h2>
      {groupsOf(description).map(({ owner, at, rows }) => (
        <table key={`${owner}@${String(at)}`}>
          <caption>
            {owner === 'header'
              ? t('inspector.header', { type: description.header.id })
              : `${both(owner)} · ${hex(at, 2)}`}
          </caption>
          <tbody>
            {rows.map((row) => (
              <tr key={row.register.at}>
                <td className="mono">{hex(row.register.at, 2)}</td>
                <th scope="row">{both(row.register.name)}</th>
                <td className="mono">{valueOf(inspected, row)}</td>
                <td>{meaningOf(inspected, row, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function valueOf({ space }: Inspected, { register }: RegisterRow): string {
  const value = registerValue(space.config, register);
  return value === undefined ? '··' : hex(value, register.bytes * 2);
}

/** What a register means, or which of its fields are not zero. */
function meaningOf(
  { space }: Inspected,
  { register, whole, fields }: RegisterRow,
  { meaning, term }: Words,
): string {
  const value = registerValue(space.config, register);
  if (whole) return value === undefined ? '' : meaning(whole.show?.(value));
  return fields
    .flatMap((field) => {
      const now = fieldValue(space.config, field);
      if (now === undefined || now === 0) return [];
      const bits = field.hi - field.lo + 1;
      return [
        bits === 1
          ? term(field.name)
          : `${term(field.name)} ${meaning(field.show?.(now)) || hex(now, Math.ceil(bits / 4))}`,
      ];
    })
    .join(' · ');
}
