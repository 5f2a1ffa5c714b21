/** The address map on the wall: the space that the step is about, scrolled to where it happens. */
import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Op } from '../engine/trace.ts';
import { sessionStore } from '../store/session-store.ts';
import { useWords } from '../views/parts/use-words.ts';
import { MapColumn } from '../views/address-map/MapColumn.tsx';
import { useMap } from '../views/address-map/use-map.ts';
import '../views/address-map/address-map.css';

/** What happens on a map, most telling first. */
const telling = ['.map-block[data-moved]', '.map-access', '[data-link=exact]', '[data-link=linked]'];

export function MapOnWall() {
  const { t } = useWords();
  const space = useStore(sessionStore, ({ explanation: e }) =>
    e !== undefined &&
    (e.moved.some(({ bar }) => bar.kind === 'io') || (e.row.op === Op.io && e.moved.length === 0))
      ? 'io'
      : 'memory',
  );
  const model = useMap(space);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const column = box.current?.querySelector<HTMLElement>('.map-scroll');
    const found = telling.map((each) => column?.querySelector(each)).find((each) => each);
    if (!column || !found) return;
    const [room, at] = [column.getBoundingClientRect(), found.getBoundingClientRect()];
    const zoom = room.height / column.offsetHeight;
    if (at.top >= room.top && at.bottom <= room.bottom) return;
    column.scrollTop += (at.top + at.height / 2 - room.top - room.height / 2) / zoom;
  }, [model]);
  return (
    <>
      <h2 className="present-who">{`${t('view.address-map')} · ${t(`map.${space}`)}`}</h2>
      <div ref={box} className="present-map">
        <MapColumn model={model} />
      </div>
    </>
  );
}
