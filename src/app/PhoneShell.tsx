/** One panel at a time, the step bar under it, the tab bar at the bottom. */
import { useStore } from 'zustand';
import { isShown, programStore } from '../store/program-store.ts';
import { sessionStore } from '../store/session-store.ts';
import { phoneTabs, showPhoneTab, uiStore } from '../store/ui-store.ts';
import { useWords } from '../views/parts/use-words.ts';
import { Pane } from './Pane.tsx';
import { Summary } from './Summary.tsx';
import './phone.css';

export function PhoneShell() {
  const { t } = useWords();
  const chosen = useStore(uiStore, (s) => s.phoneTab);
  const own = useStore(programStore);
  const withProgram = useStore(sessionStore, (s) => isShown(own, s));
  const tabs = phoneTabs.filter((tab) => withProgram || tab !== 'program');
  const shown = tabs.includes(chosen) ? chosen : 'console';
  return (
    <>
      <main id="machine" className="machine" tabIndex={-1}>
        <Summary />
        <Pane id={shown} className="pane" />
      </main>
      <Pane id="timeline" className="timeline-bar" />
      <Pane id="story" className="step-bar" />
      <nav className="tab-bar" aria-label={t('tab.bar')}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            className="tab-bar-item ring-inside"
            aria-current={tab === shown ? 'page' : undefined}
            onClick={() => showPhoneTab(tab)}
          >
            {t(`tab.${tab}`)}
          </button>
        ))}
      </nav>
    </>
  );
}
