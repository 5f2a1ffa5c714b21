/** Room for everything: story and timeline, three columns, the console under them. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isShown, programStore } from '../store/program-store.ts';
import { sessionStore } from '../store/session-store.ts';
import { leastTall, maximise, setConsoleOpen, uiStore, type LargePane } from '../store/ui-store.ts';
import { IconButton } from '../views/parts/Button.tsx';
import { useWords } from '../views/parts/use-words.ts';
import { LargePane as Large, Pane } from './Pane.tsx';
import { Split, useSizes } from './Split.tsx';
import { Summary } from './Summary.tsx';
import { useMedia } from './use-media.ts';

const barHeight = 40;
const leastHeight = 96;
const openHeight = 176;
/** Of the three columns: what makes the picture of the bus 260 pixels high, where the window is not very low. */
const leastColumns = 330;
/** A program needs some lines of its source. */
const programHeight = 280;

function Columns({ only }: { only: LargePane | undefined }) {
  const { t } = useWords();
  const [sizes, onSizes] = useSizes('columns');
  const wide = useMedia('(min-width: 1400px)');
  const between = (left: string, right: string) => t('pane.resize-columns', { left, right });
  return (
    <Split
      className="columns"
      only={only}
      onSizes={onSizes}
      panes={[
        { id: 'topology', min: 300, content: <Large id="topology" className="pane" /> },
        {
          id: 'inspector',
          min: 420,
          size: sizes['inspector'] ?? (wide ? 526 : 500),
          label: between(t('view.topology'), t('view.inspector')),
          content: <Large id="inspector" className="pane" />,
        },
        {
          id: 'address-map',
          min: 240,
          size: sizes['address-map'] ?? (wide ? 372 : 320),
          label: between(t('view.inspector'), t('view.address-map')),
          content: <Large id="address-map" className="pane" />,
        },
      ]}
    />
  );
}

/** The console's height, and its fold, which the ui store knows. Low windows begin with it folded. */
function useConsole(withProgram: boolean) {
  const open = useStore(uiStore, (s) => s.consoleOpen);
  const [sizes, keep] = useSizes('rows');
  const [asDragged, setAsDragged] = useState(false);
  const tall = useMedia(`(min-height: ${String(leastTall)}px)`);
  const asked = useRef<boolean>(undefined);
  useLayoutEffect(() => {
    // whoever comes back from the projector finds it as it was
    if (asked.current !== tall) setConsoleOpen(tall);
    asked.current = tall;
  }, [tall]);
  // when a program comes, it gets its room; what a person drags after that stays
  const room = withProgram && !asDragged ? programHeight : 0;
  const height = Math.max(sizes['console'] ?? openHeight, room);
  const onSizes = (dragged: Readonly<Record<string, number>>): void => {
    const size = dragged['console'] ?? height;
    const folds = size < (barHeight + leastHeight) / 2;
    if (folds === open) setConsoleOpen(!folds);
    if (folds) return;
    setAsDragged(withProgram);
    keep({ console: Math.max(size, leastHeight) });
  };
  return { open, size: open ? height : barHeight, onSizes };
}

/** The console, and beside it the program that runs. */
function Dock(props: { open: boolean; withProgram: boolean; only: LargePane | undefined }) {
  const { open, withProgram, only } = props;
  const { t } = useWords();
  const [sizes, onSizes] = useSizes('dock');
  const console = { id: 'console', min: 260, content: <Large id="console" className="pane console-pane" /> };
  const program = {
    id: 'program',
    min: 480,
    size: sizes['program'] ?? Math.round(innerWidth * 0.6),
    label: t('pane.resize-program'),
    content: <Large id="program" className="pane console-pane" />,
  };
  return (
    <div className="console-frame" data-open={open ? '' : undefined}>
      <Split
        className="columns"
        only={only}
        onSizes={onSizes}
        panes={withProgram && open ? [console, program] : [console]}
      />
      {only === undefined && (
        <div className="console-fold">
          <IconButton
            icon={open ? 'down' : 'up'}
            label={t('command.console')}
            aria-expanded={open}
            onClick={() => setConsoleOpen(!open)}
          />
        </div>
      )}
    </div>
  );
}

const below: readonly LargePane[] = ['console', 'program'];

/** The pane that has all of the room. A program that goes gives it back. */
function useMaximised(withProgram: boolean): LargePane | undefined {
  const asked = useStore(uiStore, (s) => s.maximised);
  const had = useRef(withProgram);
  useEffect(() => {
    if (had.current && !withProgram && asked === 'program') maximise(undefined);
    had.current = withProgram;
  }, [withProgram, asked]);
  return asked === 'program' && !withProgram ? undefined : asked;
}

export function DesktopShell() {
  const { t } = useWords();
  const own = useStore(programStore);
  const withProgram = useStore(sessionStore, (s) => isShown(own, s));
  const { open, size, onSizes } = useConsole(withProgram);
  const large = useMaximised(withProgram);
  const high = useMedia('(min-height: 680px)');
  const isBelow = large !== undefined && below.includes(large);
  // the timeline stands over the others, which wait as they are
  const inMachine = large === 'timeline' ? undefined : large;
  return (
    <>
      <Pane id="story" className="story-pane" />
      <Large id="timeline" className="timeline-pane" />
      <main id="machine" className="machine" tabIndex={-1} data-waits={large === 'timeline' ? '' : undefined}>
        <Summary />
        <Split
          className="rows"
          stacked
          only={inMachine && (isBelow ? 'console' : 'columns')}
          onSizes={onSizes}
          panes={[
            {
              id: 'columns',
              min: high ? leastColumns : 240,
              content: <Columns only={isBelow ? undefined : inMachine} />,
            },
            {
              id: 'console',
              min: barHeight,
              size,
              label: t('pane.resize-console'),
              content: (
                <Dock open={open || isBelow} withProgram={withProgram} only={isBelow ? large : undefined} />
              ),
            },
          ]}
        />
      </main>
    </>
  );
}
