/** Tabs of a pane: words in its head, the chosen one underlined. Arrows choose; one tab stop. */
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import type { TermId } from '../../content/words/glossary.ts';
import { PaneHead } from './PaneHead.tsx';
import { Explained } from './Term.tsx';

export interface TabSpec<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Explains the title. */
  readonly term?: TermId;
  readonly content: () => ReactNode;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A pane whose head holds the tabs: title at the left, tabs at the right, the chosen tab's content under both. */
export function PaneTabs<Id extends string>(props: {
  /** What the head says. */
  title: ReactNode;
  /** The title is the name of the pane, in capitals, and not the name of something in the machine. */
  caps?: boolean;
  /** Stand before the tabs. */
  tools?: ReactNode;
  /** Names the list of tabs. */
  label: string;
  tabs: readonly TabSpec<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}) {
  const { tabs, selected, onSelect } = props;
  const id = useId();
  const tabId = (tab: Id): string => `${id}${tab}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const by = steps[event.key];
    const to =
      event.key === 'Home'
        ? tabs[0]
        : event.key === 'End'
          ? tabs.at(-1)
          : by === undefined
            ? undefined
            : tabs.at((at + by) % tabs.length);
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSelect(to.id);
    document.getElementById(tabId(to.id))?.focus();
  };
  const chosen = tabs.find((tab) => tab.id === selected);
  return (
    <>
      <PaneHead title={props.title} caps={props.caps ?? false}>
        {props.tools}
        <div className="tab-list" role="tablist" aria-label={props.label} tabIndex={-1} onKeyDown={onKeyDown}>
          {tabs.map((tab) => {
            const button = (
              <button
                key={tab.id}
                id={tabId(tab.id)}
                type="button"
                role="tab"
                className="tab"
                aria-selected={tab.id === selected}
                aria-controls={tab.id === selected ? `${id}panel` : undefined}
                tabIndex={tab.id === selected ? 0 : -1}
                onClick={() => onSelect(tab.id)}
              >
                {tab.title}
              </button>
            );
            return tab.term === undefined ? (
              button
            ) : (
              <Explained key={tab.id} term={tab.term}>
                {button}
              </Explained>
            );
          })}
        </div>
      </PaneHead>
      <div id={`${id}panel`} role="tabpanel" className="tab-panel" aria-labelledby={tabId(selected)}>
        {chosen?.content()}
      </div>
    </>
  );
}
