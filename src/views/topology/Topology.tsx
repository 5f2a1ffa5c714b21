/** The bus: cards hanging on rails, and the same as an outline. */
import { lazy, Suspense, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { showTopologyTab, uiStore } from '../../store/ui-store.ts';
import { PaneTabs } from '../parts/Tabs.tsx';
import { useWords } from '../parts/use-words.ts';
import { BusMap } from './BusMap.tsx';
import { DeviceTools } from './DeviceTools.tsx';
import './topology.css';

/** The map is the first paint. */
const Outline = lazy(() => import('./Outline.tsx').then((m) => ({ default: m.Outline })));

/** `composer` is what opens from the host bridge's CF8 latch; without it the latch is only shown. */
export function Topology({ composer }: { composer?: ReactNode }) {
  const { t } = useWords();
  const tab = useStore(uiStore, (s) => s.topologyTab);
  return (
    <PaneTabs
      title={t('view.topology')}
      caps
      tools={<DeviceTools />}
      label={t('view.topology')}
      selected={tab}
      onSelect={showTopologyTab}
      tabs={[
        { id: 'map', title: t('topology.map'), content: () => <BusMap composer={composer} /> },
        {
          id: 'outline',
          title: t('topology.outline'),
          content: () => (
            <Suspense>
              <Outline />
            </Suspense>
          ),
        },
      ]}
    />
  );
}
