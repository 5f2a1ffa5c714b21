/** Under the map, in one line: who put the chosen block, or the edges of the chosen window, where they are. */
import type { Place } from '../../session/provenance.ts';
import { seek, sessionStore } from '../../store/session-store.ts';
import { select } from '../../store/ui-store.ts';
import { whyOf } from '../../store/why.ts';
import type { Machine } from '../../engine/machine.ts';
import { useWords } from '../parts/use-words.ts';
import { Why } from '../parts/Why.tsx';
import type { Block, MapWindow } from './items.ts';
import { blockName, windowName } from './texts.ts';
import { linkOf, registerOf, useSelection, windowRegister, type MapModel } from './use-map.ts';

/** The register that places a block: of a virtual function's BAR it is in the physical function's SR-IOV capability. */
function placeOf(m: Machine, block: Block): Place | undefined {
  const register = registerOf(block);
  if (register === undefined) return undefined;
  const { at, bytes } = register;
  const physical = m.board.parts[block.fn]?.physical;
  const sriov = physical === undefined ? undefined : m.shape(physical).caps.sriov;
  if (physical === undefined || sriov === undefined || block.bar === undefined)
    return { fn: block.fn, offset: at, bytes };
  return { fn: physical, offset: sriov + 0x24 + block.bar.index * 4, bytes };
}

/** A window's first and last address have a half of its register each. */
function edgesOf(window: MapWindow): readonly [Place, Place] {
  const { fn } = window;
  const { at, bytes } = windowRegister(window);
  const half = bytes / 2;
  return [
    { fn, offset: at, bytes: half },
    { fn, offset: at + half, bytes: half },
  ];
}

export function WhyPlaced({ model }: { model: MapModel }) {
  const words = useWords();
  const { machine, items } = model;
  const selection = useSelection();
  const block = items.blocks.find((b) => linkOf(selection, b.fn, registerOf(b)) === 'exact');
  const window = items.windows.find((w) => linkOf(selection, w.fn, windowRegister(w)) === 'exact');
  const place = block && placeOf(machine, block);
  if (block && place) {
    return (
      <p className="map-why">
        <span className="visually-hidden">{blockName(machine, block, words)}: </span>
        <Answered place={place} />
      </p>
    );
  }
  if (!window) return undefined;
  const { t } = words;
  const [from, to] = edgesOf(window);
  const state = sessionStore.getState();
  const isOne = whyOf(state, from).row === whyOf(state, to).row;
  return (
    <p className="map-why">
      <span className="visually-hidden">{windowName(machine, window, words)}: </span>
      {isOne ? (
        <Answered place={from} />
      ) : (
        <>
          {t('why.from-edge')} <Answered place={from} />
          {' · '}
          {t('why.to-edge')} <Answered place={to} />
        </>
      )}
    </p>
  );
}

function Answered({ place }: { place: Place }) {
  return (
    <Why
      answer={whyOf(sessionStore.getState(), place)}
      onGo={(row) => {
        select({ ...place });
        seek(row + 1);
      }}
    />
  );
}
