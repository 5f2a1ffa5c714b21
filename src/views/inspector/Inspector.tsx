/** The configuration space of one function: the one chosen, or the one that the current access is about. */
import { lazy, Suspense, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { hex } from '../../base/hex.ts';
import type { TermId } from '../../content/words/glossary.ts';
import { bdfText } from '../../session/names.ts';
import { sessionStore } from '../../store/session-store.ts';
import { inspectorTabs, select, showInspectorTab, uiStore, type InspectorTab } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { PaneHead } from '../parts/PaneHead.tsx';
import { PaneTabs } from '../parts/Tabs.tsx';
import { Tooltip } from '../parts/Tooltip.tsx';
import { useWords } from '../parts/use-words.ts';
import { Absent, Nothing } from './EmptyStates.tsx';
import { HexTab } from './HexTab.tsx';
import { useShown, type Inspected } from './use-inspected.ts';
import './inspector.css';

/** The bytes are the first paint; the other tabs may come a moment after they are asked for. */
const FieldsTab = lazy(() => import('./FieldsTab.tsx').then((m) => ({ default: m.FieldsTab })));
const BarsTab = lazy(() => import('./BarsTab.tsx').then((m) => ({ default: m.BarsTab })));
const AllOnes = lazy(() => import('./AllOnes.tsx').then((m) => ({ default: m.AllOnes })));
const CapabilitiesTab = lazy(() =>
  import('./CapabilitiesTab.tsx').then((m) => ({ default: m.CapabilitiesTab })),
);

const contents = { fields: FieldsTab, hex: HexTab, bars: BarsTab, capabilities: CapabilitiesTab } as const;
const titles = {
  fields: 'inspector.tab-fields',
  hex: 'inspector.tab-hex',
  bars: 'inspector.tab-bars',
  capabilities: 'inspector.tab-capabilities',
} as const;

/** Tabs whose title the glossary explains. */
const terms: Readonly<Partial<Record<InspectorTab, { readonly term: TermId }>>> = {
  fields: { term: 'field' },
  bars: { term: 'bar' },
  capabilities: { term: 'capability' },
};

/** `children` stand in for the latch while no function is on show. */
export function Inspector({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  const { target, pinned, inspected } = useShown();
  const tab = useStore(uiStore, (s) => s.inspectorTab);
  if (inspected === undefined) {
    const { latch } = sessionStore.getState().machine;
    return (
      <>
        <PaneHead title={t('view.inspector')} />
        {target.kind === 'absent' ? (
          <Absent bdf={target.bdf} asked={target.asked} latch={latch} />
        ) : (
          <Nothing latch={latch}>{children}</Nothing>
        )}
      </>
    );
  }
  return (
    <PaneTabs
      title={<Heading inspected={inspected} pinned={pinned} />}
      label={t('view.inspector')}
      selected={tab}
      onSelect={showInspectorTab}
      tabs={inspectorTabs.map((id) => {
        const Content = contents[id];
        const content = () => (
          <Suspense>
            {isOnes(inspected) && <AllOnes fn={inspected.fn} bdf={inspected.bdf} />}
            <Content inspected={inspected} />
          </Suspense>
        );
        return { id, title: t(titles[id]), content, ...terms[id] };
      })}
    />
  );
}

/** Reads that nobody answered. */
const isOnes = ({ space }: Inspected): boolean => space.words.subarray(0, 16).every((word) => word === -1);

/** Model and kind, said once: a pci-bridge is a bridge. */
const titled = (model: string, kind: string): string =>
  model.toLowerCase().includes(kind.toLowerCase()) ? model : `${model} ${kind}`;

/** "00:03.0  e1000 network · 8086:100e". */
function Heading({ inspected, pinned }: { inspected: Inspected; pinned: boolean }) {
  const { t } = useWords();
  const { machine, fn, bdf, space } = inspected;
  const part = machine.board.parts[fn];
  const kind = sessionStore.getState().kinds[fn] ?? 'unknown';
  const ids = space.words[0] ?? 0;
  const vendor = ids & 0xffff;
  const device = ids >>> 16;
  const name =
    kind === 'unknown' ? (part?.model ?? '') : titled(part?.model ?? '', t(`inspector.kind-${kind}`));
  return (
    <>
      <code>{bdf < 0 ? (part?.path ?? '') : bdfText(bdf)}</code>
      <span className="inspector-who">
        <span className="inspector-name">{name}</span>
        {pinned ? (
          <Tooltip tip={t('inspector.follow-tip')}>
            <Button className="inspector-follow" onClick={() => select({})}>
              {t('inspector.follow')}
            </Button>
          </Tooltip>
        ) : (
          <span className="inspector-ids mono">{`${hex(vendor, 4)}:${hex(device, 4)}`}</span>
        )}
      </span>
    </>
  );
}
