/** One panel at a time, the step bar under it, the tab bar at the bottom. */
import { useStore } from 'zustand';
import { phoneTabs, showPhoneTab, uiStore } from '../store/ui-store.ts';
import { useWords } from '../views/parts/use-words.ts';
import { Pane } from './Pane.tsx';
import { Summary } from './Summary.tsx';

export function PhoneShell() {
  const { t } = useWords();
  const shown = useStore(uiStore, (s) => s.phoneTab);
  return (
    <>
      <main id="machine" className="machine" tabIndex={-1}>
        <Summary />
        <Pane id={shown} className="pane" />
      </main>
      <Pane id="story" className="step-bar" />
      <nav className="tab-bar" aria-label={t('tab.bar')}>
        {phoneTabs.map((tab) => (
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
