/** The capability lists as chains of boxes, and the registers of the one that is chosen. */
import { useMemo, useState } from 'react';
import { hex } from '../../base/hex.ts';
import { select } from '../../store/ui-store.ts';
import { useWords } from '../parts/use-words.ts';
import { chainsOf, type Chain, type Link } from './capabilities-layout.ts';
import { FieldList } from './FieldList.tsx';
import { groupsOf } from './fields-layout.ts';
import type { Inspected } from './use-inspected.ts';
import { WhyFoot } from './WhyFoot.tsx';

export function CapabilitiesTab({ inspected }: { inspected: Inspected }) {
  const { t, both } = useWords();
  const { description, space, fn, range } = inspected;
  const chains = useMemo(() => chainsOf(description), [description]);
  const groups = useMemo(() => groupsOf(description), [description]);
  const [chosen, setChosen] = useState({ fn, at: -1 });
  if (chains.length === 0) {
    const status = space.config.word(1);
    const has = status !== undefined && (status & (1 << 20)) !== 0;
    return <p className="pane-note">{t(has ? 'inspector.empty-list' : 'inspector.no-capabilities')}</p>;
  }
  const links = chains.flatMap((chain) => chain.links).filter((link) => link.real);
  const selectedAt = groups.find(
    (group) =>
      group.at > 0 &&
      range !== undefined &&
      group.rows.some(({ register: r }) => r.at <= range.offset && range.offset < r.at + r.bytes),
  )?.at;
  const at = chosen.fn === fn && chosen.at >= 0 ? chosen.at : (selectedAt ?? links[0]?.at);
  const group = groups.find((g) => g.at === at);
  const pick = (link: Link): void => {
    setChosen({ fn, at: link.at });
    select({ fn, offset: link.at, bytes: link.id > 0xff || link.version !== undefined ? 4 : 2 });
  };
  return (
    <div className="caps-tab">
      {chains.map((chain) => (
        <ChainLine key={String(chain.extended)} chain={chain} at={at} onPick={pick} />
      ))}
      {group !== undefined && (
        <section>
          <h3 className="fields-owner">{`${both(group.owner)} · ${hex(group.at, 2)}`}</h3>
          <FieldList inspected={inspected} rows={group.rows} />
        </section>
      )}
      <WhyFoot inspected={inspected} />
    </div>
  );
}

function ChainLine(props: { chain: Chain; at: number | undefined; onPick: (link: Link) => void }) {
  const { t, term } = useWords();
  const { chain, at } = props;
  return (
    <ol className="chain" aria-label={t(chain.extended ? 'inspector.extended-list' : 'inspector.list')}>
      {chain.pointer !== undefined && (
        <li className="chain-item">
          <span className="chain-pointer mono">{hex(chain.pointer, 2)}h</span>
        </li>
      )}
      {chain.links.map((link, i) => (
        <li key={`${String(link.at)}-${String(i)}`} className="chain-item" data-trouble={link.trouble}>
          {(i > 0 || chain.pointer !== undefined) && <Arrow />}
          {link.real ? (
            <button
              type="button"
              className="chain-box"
              aria-pressed={link.at === at}
              data-opaque={link.opaque ? '' : undefined}
              onClick={() => props.onPick(link)}
            >
              <span className="chain-at mono">{hex(link.at, 2)}h</span>
              <span className="chain-title">{term(link.title)}</span>
              <span className="chain-id mono">
                {hex(link.id, chain.extended ? 4 : 2)}
                {link.version === undefined ? '' : ` v${String(link.version)}`}
              </span>
            </button>
          ) : (
            <span className="chain-end">
              {link.trouble !== undefined &&
                t('inspector.trouble', { trouble: link.trouble, at: hex(link.at, 2) })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Arrow() {
  return (
    <svg className="chain-arrow" viewBox="0 0 18 10" aria-hidden="true">
      <path d="M0 5h15M11 1l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
