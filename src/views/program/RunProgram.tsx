/** Which program to run: every one that there is, whose software it is, and why it cannot run now. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { bdfOf } from '../../engine/explain.ts';
import { formatBdf } from '../../pci/bdf.ts';
import { programs, type ProgramSpec } from '../../programs/index.ts';
import { begin, showScript } from '../../store/program-store.ts';
import { seek, sessionStore } from '../../store/session-store.ts';
import { showPhoneTab, uiStore } from '../../store/ui-store.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import './program.css';

export function RunProgram({ onClose }: { onClose: () => void }) {
  const { t, pieces, name } = useWords();
  const { machine, cursor, head } = useStore(sessionStore);
  const fn = useStore(uiStore, (s) => s.selection.fn);
  const [powerOn, setPowerOn] = useState(false);
  const bdf = fn === undefined ? -1 : bdfOf(machine, fn);
  const from = powerOn ? 0 : cursor;
  const run = ({ id, one }: ProgramSpec): void => {
    onClose();
    if (powerOn) seek(0);
    showPhoneTab('program');
    void begin(id, one === true ? { target: bdf } : {});
  };
  return (
    <Dialog title={t('program.choose')} open onClose={onClose}>
      <ul className="program-list">
        {programs.map((program, i) => {
          const isMissing = program.one === true && bdf < 0;
          return (
            <li key={program.id}>
              <button
                type="button"
                className="program-choice ring-inside"
                data-first={i === 0 ? '' : undefined}
                aria-disabled={isMissing ? true : undefined}
                onClick={() => {
                  if (!isMissing) run(program);
                }}
              >
                <span className="program-choice-title">{name(program.title)}</span>
                <span className="program-choice-about">{name(program.about)}</span>
                {program.one === true && (
                  <span className="program-choice-about">
                    {isMissing ? (
                      t('program.needs-one')
                    ) : (
                      <Said pieces={pieces('program.about-one', { who: formatBdf(bdf) })} />
                    )}
                  </span>
                )}
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            className="program-choice ring-inside"
            onClick={() => {
              onClose();
              showPhoneTab('program');
              showScript();
            }}
          >
            <span className="program-choice-title">{t('command.script')}</span>
            <span className="program-choice-about">{t('script.about')}</span>
          </button>
        </li>
      </ul>
      <label className="check">
        <input type="checkbox" checked={powerOn} onChange={(event) => setPowerOn(event.target.checked)} />
        {t('program.power-on')}
      </label>
      <p className="pane-note">
        <Said pieces={pieces('program.choose-about', { step: from, ahead: head - from })} />
      </p>
    </Dialog>
  );
}
