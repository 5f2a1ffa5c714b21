/** Preferences: theme, language, motion, announcements, keys. Each acts at once. */
import { useId } from 'react';
import { useStore } from 'zustand';
import { setShowKeys, showStore } from '../../store/show-store.ts';
import { languages, speakIn, wordsStore, type Language } from '../../store/words.ts';
import {
  announcements,
  motions,
  setAnnouncements,
  setMotion,
  setSingleKeys,
  setTheme,
  themes,
  uiStore,
} from '../../store/ui-store.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { useWords } from '../parts/use-words.ts';
import { isStill } from './still.ts';
import './settings.css';

/** Every language names itself. */
const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

interface Option<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly lang?: string;
}

/** One of a few: radio buttons in a row. */
function Choice<Id extends string>(props: {
  title: string;
  options: readonly Option<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
  about?: string;
  first?: boolean;
}) {
  const { title, options, chosen, onChoose, about, first = false } = props;
  const id = useId();
  return (
    <fieldset className="setting" aria-describedby={about === undefined ? undefined : `${id}about`}>
      <legend className="setting-title">{title}</legend>
      <div className="setting-options">
        {options.map((option) => (
          <label key={option.id} className="setting-option" lang={option.lang}>
            <input
              type="radio"
              name={id}
              data-first={first && option.id === chosen ? '' : undefined}
              checked={option.id === chosen}
              onChange={() => onChoose(option.id)}
            />
            {option.title}
          </label>
        ))}
      </div>
      {about !== undefined && (
        <p id={`${id}about`} className="setting-about">
          {about}
        </p>
      )}
    </fieldset>
  );
}

function Sheet() {
  const { t } = useWords();
  const ui = useStore(uiStore);
  const showKeys = useStore(showStore, (s) => s.showKeys);
  const language = useStore(wordsStore, (s) => s.language);
  const still = ui.motion === 'auto' && isStill();
  return (
    <div className="settings">
      <Choice
        first
        title={t('settings.theme')}
        options={themes.map((id) => ({ id, title: t(`settings.theme.${id}`) }))}
        chosen={ui.theme}
        onChoose={setTheme}
      />
      <Choice
        title={t('settings.language')}
        options={languages.map((id) => ({ id, title: languageNames[id], lang: id }))}
        chosen={language}
        onChoose={(id) => void speakIn(id)}
      />
      <Choice
        title={t('settings.motion')}
        options={motions.map((id) => ({ id, title: t(`settings.motion.${id}`) }))}
        chosen={ui.motion}
        onChoose={setMotion}
        about={t(still ? 'settings.motion-reduced' : `settings.motion-about.${ui.motion}`)}
      />
      <Choice
        title={t('settings.announcements')}
        options={announcements.map((id) => ({ id, title: t(`settings.announcements.${id}`) }))}
        chosen={ui.announcements}
        onChoose={setAnnouncements}
        about={t(`settings.announcements-about.${ui.announcements}`)}
      />
      <fieldset className="setting">
        <legend className="setting-title">{t('settings.keys')}</legend>
        <label className="setting-option">
          <input
            type="checkbox"
            checked={ui.singleKeys}
            onChange={(event) => setSingleKeys(event.target.checked)}
          />
          {t('settings.single-keys')}
        </label>
        <label className="setting-option">
          <input type="checkbox" checked={showKeys} onChange={(event) => setShowKeys(event.target.checked)} />
          {t('present.show-keys')}
        </label>
      </fieldset>
      <p className="setting-about">{t('settings.remembered')}</p>
    </div>
  );
}

export function Settings({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('settings.title')} open onClose={onClose}>
      <Sheet />
    </Dialog>
  );
}
