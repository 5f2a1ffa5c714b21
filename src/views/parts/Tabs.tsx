/** Tabs of a pane: words in its head, the chosen one underlined. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as Root } from 'react-aria-components/Tabs';
import { PaneHead } from './PaneHead.tsx';

export interface TabSpec<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly content: () => ReactNode;
}

/** A pane whose head holds the tabs: title at the left, tabs at the right, the chosen tab's content under both. */
export function PaneTabs<Id extends string>(props: {
  /** What the head says. */
  title: ReactNode;
  /** The title is a heading in capitals (the name of the pane) and not a name of something in the machine. */
  caps?: boolean;
  label: string;
  tabs: readonly TabSpec<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}) {
  return (
    <Root
      className="tabs"
      selectedKey={props.selected}
      onSelectionChange={(key) => {
        const chosen = props.tabs.find((tab) => tab.id === key);
        if (chosen !== undefined) props.onSelect(chosen.id);
      }}
    >
      <PaneHead title={props.title} caps={props.caps ?? false}>
        <TabList className="tab-list" aria-label={props.label}>
          {props.tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className="tab">
              {tab.title}
            </Tab>
          ))}
        </TabList>
      </PaneHead>
      {props.tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.id === props.selected && tab.content()}
        </TabPanel>
      ))}
    </Root>
  );
}
