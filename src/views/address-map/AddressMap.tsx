/** The address map: what answers where, as the CPU sees it. A column of named blocks, or the same as a table. */
import { useStore } from 'zustand';
import { mapTabs, showMapTab, showMapTable, uiStore } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { PaneTabs } from '../parts/Tabs.tsx';
import { useWords } from '../parts/use-words.ts';
import { MapColumn } from './MapColumn.tsx';
import { MapTable } from './MapTable.tsx';
import type { Space } from './items.ts';
import { windowName } from './texts.ts';
import { useMap } from './use-map.ts';
import { useRegion } from './use-region.ts';
import { WhyPlaced } from './WhyPlaced.tsx';
import './address-map.css';

export function AddressMap() {
  const { t } = useWords();
  const tab = useStore(uiStore, (s) => s.mapTab);
  const asTable = useStore(uiStore, (s) => s.mapTable);
  return (
    <PaneTabs
      title={t('view.address-map')}
      caps
      tools={
        <Button className="map-toggle" aria-pressed={asTable} onClick={() => showMapTable(!asTable)}>
          {t('map.table')}
        </Button>
      }
      label={t('map.spaces')}
      selected={tab}
      onSelect={showMapTab}
      tabs={mapTabs.map((id) => ({
        id,
        title: t(`map.${id}`),
        term: id === 'io' ? ('io-space' as const) : ('memory-space' as const),
        content: () => <SpaceMap space={id} asTable={asTable} />,
      }))}
    />
  );
}

function SpaceMap({ space, asTable }: { space: Space; asTable: boolean }) {
  const words = useWords();
  const { t, plain, pieces } = words;
  const { model, window, onClick, leave } = useRegion(useMap(space));
  const faults = model.items.blocks.filter((b) => b.overlaps.length > 0 || b.outside.length > 0).length;
  return (
    <>
      {window !== undefined && (
        <Button kind="lined" className="map-whole" onClick={leave}>
          <span aria-hidden="true">←</span>{' '}
          {t('map.whole', { window: windowName(model.machine, window, words) })}
        </Button>
      )}
      {asTable ? (
        <MapTable model={model} />
      ) : (
        // a tap that is more than a choice: the options in it are pressed by key as well
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div className="map-region" onClick={onClick}>
          <MapColumn model={model} />
        </div>
      )}
      <div className="map-foot">
        <WhyPlaced model={model} />
        {model.part && <p className="map-part">{t('map.more-bars', model.part)}</p>}
        {faults > 0 && <p className="map-faults">✕ {plain(pieces('map.faults', { n: faults }))}</p>}
      </div>
    </>
  );
}
