/** What stands here when there is no function to show. */
import type { ReactNode } from 'react';
import { hex, hex0x } from '../../base/hex.ts';
import { bits } from '../../base/bits.ts';
import { bdfText } from '../../session/names.ts';
import { seek, sessionStore } from '../../store/session-store.ts';
import { Button } from '../parts/Button.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';

/** CONFIG_ADDRESS taken apart. */
export function Latch({ value }: { value: number }) {
  const { t } = useWords();
  const parts = [
    { id: 'enable', text: String(value >>> 31), label: t('inspector.latch-enable') },
    { id: 'bus', text: hex(bits(value, 23, 16), 2), label: t('inspector.latch-bus') },
    { id: 'device', text: hex(bits(value, 15, 11), 2), label: t('inspector.latch-device') },
    { id: 'function', text: String(bits(value, 10, 8)), label: t('inspector.latch-function') },
    { id: 'register', text: hex(value & 0xfc, 2), label: t('inspector.latch-register') },
  ];
  return (
    <div
      className="latch"
      role="group"
      aria-label={t('inspector.latch', { value: hex0x(value, 8) })}
      dir="ltr"
    >
      {parts.map((part) => (
        <span key={part.id} className="latch-part" data-part={part.id}>
          <b className="mono">{part.text}</b>
          <small>{part.label}</small>
        </span>
      ))}
    </div>
  );
}

/** Nothing selected: what CONFIG_ADDRESS is for, with the live latch. `children` is where a composer goes. */
export function Nothing({ latch, children }: { latch: number; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="inspector-empty">
      <p>{t('inspector.nothing')}</p>
      {children ?? <Latch value={latch} />}
    </div>
  );
}

/** No function sits where the access went, or where the latch points. */
export function Absent({ bdf, asked, latch }: { bdf: number; asked: boolean; latch: number }) {
  const { t, pieces } = useWords();
  const { beats, cursor } = sessionStore.getState();
  const abort = beats.findIndex((beat) => beat.kind === 'abort');
  return (
    <div className="inspector-empty">
      <p>
        <Said
          pieces={pieces(asked ? 'inspector.absent' : 'inspector.absent-latched', { bdf: bdfText(bdf) })}
        />
      </p>
      {asked && (
        <div className="absent-row mono" dir="ltr" aria-hidden="true">
          {'ff '.repeat(16).trim()}
        </div>
      )}
      {asked && abort >= 0 && (
        <Button kind="lined" className="inspector-show" onClick={() => seek(cursor, abort + 1)}>
          {t('inspector.show-me')}
        </Button>
      )}
      {!asked && <Latch value={latch} />}
    </div>
  );
}
