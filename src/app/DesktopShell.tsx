/** Room for everything: story and timeline, three columns, the console under them. */
import { useEffect, useRef, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import { useStore } from 'zustand';
import { isShown, programStore } from '../store/program-store.ts';
import { recall, remember } from '../store/persist.ts';
import { sessionStore } from '../store/session-store.ts';
import { setConsoleOpen, uiStore } from '../store/ui-store.ts';
import { IconButton } from '../views/parts/Button.tsx';
import { useWords } from '../views/parts/use-words.ts';
import { Pane } from './Pane.tsx';
import { Summary } from './Summary.tsx';
import { useMedia } from './use-media.ts';

const storage = {
  getItem: (key: string): string | null => recall(key) ?? null,
  setItem: (key: string, value: string): void => remember(key, value),
};

const columns = ['topology', 'inspector', 'address-map'];
const barHeight = 40;
const openHeight = 176;
/** A program needs some lines of its source. */
const programHeight = 280;

function Columns() {
  const { t } = useWords();
  const saved = useDefaultLayout({
    id: 'columns',
    panelIds: columns,
    storage,
    onlySaveAfterUserInteractions: true,
  });
  const between = (left: string, right: string) => t('pane.resize-columns', { left, right });
  const wide = useMedia('(min-width: 1400px)');
  return (
    <Group {...saved} id="column-group" className="columns">
      <Panel id="topology" minSize={300}>
        <Pane id="topology" className="pane" />
      </Panel>
      <Separator className="divider" aria-label={between(t('view.topology'), t('view.inspector'))} />
      <Panel
        id="inspector"
        minSize={420}
        defaultSize={wide ? 526 : 500}
        groupResizeBehavior="preserve-pixel-size"
      >
        <Pane id="inspector" className="pane" />
      </Panel>
      <Separator className="divider" aria-label={between(t('view.inspector'), t('view.address-map'))} />
      <Panel
        id="address-map"
        minSize={240}
        defaultSize={wide ? 372 : 320}
        groupResizeBehavior="preserve-pixel-size"
      >
        <Pane id="address-map" className="pane" />
      </Panel>
    </Group>
  );
}

/** Folds the console by the ui store, and tells the store when dragging folded it. Low windows begin with it folded. */
function useConsoleFold(withProgram: boolean) {
  const panel = usePanelRef();
  const open = useStore(uiStore, (s) => s.consoleOpen);
  const tall = useMedia('(min-height: 760px)');
  const [start] = useState(tall ? openHeight : barHeight);
  const last = useRef(openHeight);
  useEffect(() => setConsoleOpen(tall), [tall]);
  useEffect(() => {
    const now = panel.current;
    if (now === null || open === !now.isCollapsed()) return;
    if (open) now.resize(last.current);
    else now.collapse();
  }, [open, panel]);
  // when a program comes, it gets its room; what a person drags after that stays
  useEffect(() => {
    const now = panel.current;
    if (!withProgram || now === null) return;
    last.current = Math.max(last.current, programHeight);
    if (!now.isCollapsed() && now.getSize().inPixels < programHeight) now.resize(programHeight);
  }, [withProgram, panel]);
  const onResize = ({ inPixels }: { inPixels: number }): void => {
    const folded = inPixels <= barHeight + 1;
    if (!folded) last.current = inPixels;
    if (folded === uiStore.getState().consoleOpen) setConsoleOpen(!folded);
  };
  return { panel, open, start, onResize };
}

export function DesktopShell() {
  const { t } = useWords();
  const own = useStore(programStore);
  const withProgram = useStore(sessionStore, (s) => isShown(own, s));
  const { panel, open, start, onResize } = useConsoleFold(withProgram);
  const saved = useDefaultLayout({
    id: 'rows',
    panelIds: ['columns', 'console'],
    storage,
    onlySaveAfterUserInteractions: true,
  });
  return (
    <>
      <Pane id="story" className="story-pane" />
      <Pane id="timeline" className="timeline-pane" />
      <main id="machine" className="machine" tabIndex={-1}>
        <Summary />
        <Group {...saved} id="rows" orientation="vertical" className="rows">
          <Panel id="columns" minSize={240}>
            <Columns />
          </Panel>
          <Separator className="divider" aria-label={t('pane.resize-console')} />
          <Panel
            id="console"
            panelRef={panel}
            collapsible
            collapsedSize={barHeight}
            minSize={96}
            defaultSize={start}
            groupResizeBehavior="preserve-pixel-size"
            onResize={onResize}
          >
            <div className="console-frame" data-open={open ? '' : undefined}>
              <Group id="dock" className="columns">
                <Panel id="console-side" minSize={260}>
                  <Pane id="console" className="pane console-pane" />
                </Panel>
                {withProgram && open && (
                  <>
                    <Separator className="divider" aria-label={t('pane.resize-program')} />
                    <Panel id="program" minSize={480} defaultSize="60%">
                      <Pane id="program" className="pane console-pane" />
                    </Panel>
                  </>
                )}
              </Group>
              <div className="console-fold">
                <IconButton
                  icon={open ? 'down' : 'up'}
                  label={t('command.console')}
                  aria-expanded={open}
                  onClick={() => setConsoleOpen(!open)}
                />
              </div>
            </div>
          </Panel>
        </Group>
      </main>
    </>
  );
}
