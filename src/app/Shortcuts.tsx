/** The shortcut sheet: every command that has keys, searchable. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { setSingleKeys, uiStore } from '../store/ui-store.ts';
import { commandGroups, useCommands, type Command } from '../views/parts/command.ts';
import { Dialog } from '../views/parts/Dialog.tsx';
import { caps, Keys } from '../views/parts/Kbd.tsx';
import { useWords } from '../views/parts/use-words.ts';
import { isSingle, printed } from './hotkeys.ts';
import { useLayout } from './use-layout.ts';

function Sheet() {
  const { t } = useWords();
  const { all } = useCommands();
  const [text, setText] = useState('');
  const singles = useStore(uiStore, (s) => s.singleKeys);
  const layout = useLayout();
  const wanted = text.trim().toLowerCase();
  // found by name, or by what stands on the keys: "step", "ctrl k"
  const said = ({ title, keys = [] }: Command): string =>
    [t(title), ...keys.map((each) => caps(printed(each, layout)).join(' '))].join(' ').toLowerCase();
  const listed = all.filter((c) => c.keys !== undefined && said(c).includes(wanted));
  return (
    <>
      <input
        className="field"
        type="search"
        data-first=""
        aria-label={t('shortcuts.filter')}
        placeholder={t('shortcuts.filter')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="sheet">
        {commandGroups.map((group) => {
          const here = listed.filter((c) => c.group === group);
          if (here.length === 0) return undefined;
          return (
            <section key={group} className="sheet-group" aria-label={t(`group.${group}`)}>
              <h3 className="sheet-title">{t(`group.${group}`)}</h3>
              <dl>
                {here.map((command) => (
                  <div key={command.id} className="sheet-row">
                    <dt>{t(command.title)}</dt>
                    <dd>
                      {command.keys?.map((keys) => (
                        <span key={keys} data-off={!singles && isSingle(keys) ? '' : undefined}>
                          <Keys keys={printed(keys, layout)} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        {listed.length === 0 && <p className="pane-note">{t('shortcuts.none', { text })}</p>}
      </div>
      <label className="check">
        <input type="checkbox" checked={singles} onChange={(event) => setSingleKeys(event.target.checked)} />
        {t('shortcuts.single')}
      </label>
    </>
  );
}

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('shortcuts.title')} open onClose={onClose}>
      <Sheet />
    </Dialog>
  );
}
