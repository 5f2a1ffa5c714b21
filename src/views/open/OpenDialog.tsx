/** Opens other people's text: a QEMU command line or an lspci dump, pasted, dropped or picked. Nothing leaves the page. */
import { useEffect, useMemo, useState, type DragEvent } from 'react';
import { openText, type Near } from '../../formats/index.ts';
import { fixedText } from './fixed-text.ts';
import type { Imported } from '../../formats/format.ts';
import type { Problem } from '../../base/problem.ts';
import { modelsFor } from '../../scenario/load.ts';
import { deviceName } from '../../pci/ids.ts';
import { build, type Built } from '../../scenario/build.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { clearConsole } from '../../store/console-store.ts';
import { loadIds } from '../../store/pci-ids.ts';
import { open } from '../../store/session-store.ts';
import { arrive } from '../../store/sharing/arrive.ts';
import { isOwn, readOwn, type Own } from '../../store/sharing/read.ts';
import { select } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Said } from '../parts/Said.tsx';
import { reasonOf, Trouble } from '../parts/Trouble.tsx';
import { useWords } from '../parts/use-words.ts';
import './open.css';

/** A dump without names gets those of the list of PCI ids. */
async function named(scenario: Scenario): Promise<Scenario> {
  if (!scenario.functions?.some((f) => f.name === undefined)) return scenario;
  const ids = await loadIds();
  const functions = scenario.functions.map((f) => {
    const id = (at: number): number =>
      Number.parseInt(f.config.slice(at + 2, at + 4) + f.config.slice(at, at + 2), 16);
    const name = f.name ?? deviceName(id(0), id(4), ids);
    return name === undefined ? f : { ...f, name };
  });
  return { ...scenario, functions };
}

/** More than this is not somebody's machine. */
const mostBytes = 4 * 1024 * 1024;

const examples = {
  'open.example-qemu':
    'qemu-system-x86_64 -machine q35 -m 512 -nodefaults -device pcie-root-port,id=rp1,chassis=1 -device nvme,bus=rp1,serial=1 -device VGA',
  'open.example-pc':
    'qemu-system-x86_64 -machine pc -nodefaults -device pci-bridge,id=b1,chassis_nr=1 -device e1000,bus=b1 -device edu',
  'open.example-dump': `00:00.0 Host bridge [0600]: Intel Corporation 440FX - 82441FX PMC [Natoma] [8086:1237] (rev 02)
00: 86 80 37 12 00 00 00 00 02 00 00 06 00 00 00 00
10: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
20: 00 00 00 00 00 00 00 00 00 00 00 00 f4 1a 00 11
30: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00

00:03.0 Ethernet controller [0200]: Intel Corporation 82540EM [8086:100e] (rev 03)
00: 86 80 0e 10 07 00 00 00 03 00 00 02 00 00 00 00
10: 00 00 bc fe 01 c0 00 00 00 00 00 00 00 00 00 00
20: 00 00 00 00 00 00 00 00 00 00 00 00 f4 1a 00 11
30: 00 00 00 00 00 00 00 00 00 00 00 00 0b 01 00 00
`,
} as const;

interface Props {
  readonly text: string;
  /** A file of which only a part can be taken. */
  readonly large: File | undefined;
  readonly onClose: () => void;
}

export function OpenDialog({ text: given, large: givenLarge, onClose }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(given);
  const [large, setLarge] = useState(givenLarge);
  const found = useMemo(() => (text.trim() === '' || isOwn(text) ? undefined : openText(text)), [text]);
  const imported = found?.kind === 'imported' ? found : undefined;
  const own = useOwn(text);

  const takeFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setLarge(file.size > mostBytes ? file : undefined);
    setText(file.size > mostBytes ? '' : await file.text());
  };

  const takePart = async (part: Blob): Promise<void> => {
    setLarge(undefined);
    setText(await part.text());
  };

  const mend = (problem: Problem): void => setText(fixedText(text, problem));

  const openIt = async (): Promise<void> => {
    if (own?.read.stored) {
      onClose();
      await arrive(own.read);
      return;
    }
    if (!imported) return;
    const scenario = await named(imported.imported.scenario);
    clearConsole();
    select({});
    void open({ scenario, entries: [] });
    onClose();
  };

  return (
    <Dialog title={t('open.title')} open onClose={onClose}>
      <form
        className="open"
        onSubmit={(event) => {
          event.preventDefault();
          void openIt();
        }}
        onDragOver={(event: DragEvent) => event.preventDefault()}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          void takeFile(event.dataTransfer.files[0]);
        }}
      >
        <label>
          {t('open.label')}
          <textarea
            className="open-text"
            data-first=""
            rows={8}
            spellCheck={false}
            value={text}
            placeholder={examples['open.example-qemu']}
            onChange={(event) => setText(event.target.value.slice(0, mostBytes))}
          />
        </label>
        <div className="open-row">
          <label className="button open-file" data-kind="lined">
            {t('open.file')}
            <input
              type="file"
              className="visually-hidden"
              onChange={(event) => void takeFile(event.target.files?.[0])}
            />
          </label>
          {(['open.example-qemu', 'open.example-pc', 'open.example-dump'] as const).map((id) => (
            <Button key={id} onClick={() => setText(examples[id])}>
              {t(id)}
            </Button>
          ))}
        </div>
        <p className="open-how">
          {t('open.how')} <code>sudo lspci -vvxxxx</code>
        </p>
        <div aria-live="polite">
          {large && <TooLarge file={large} onTake={takePart} />}
          {found?.kind === 'broken' && <Problems list={[found.problem]} onFix={mend} />}
          {found?.kind === 'unknown' && !own && <Unknown lines={found.lines} near={found.near} />}
          {own && <OwnPreview own={own} />}
          {imported && <Preview imported={imported.imported} format={imported.format} onFix={mend} />}
        </div>
        <div className="open-row">
          <Button
            kind="accent"
            reason={imported || own?.read.stored ? undefined : t('open.nothing')}
            onClick={() => void openIt()}
          >
            {t('open.open')}
          </Button>
          <span className="open-private">{t('open.private')}</span>
        </div>
      </form>
    </Dialog>
  );
}

function TooLarge({ file, onTake }: { file: File; onTake: (part: Blob) => Promise<void> }) {
  const { t } = useWords();
  const size = (file.size / 1024 / 1024).toFixed(1);
  return (
    <>
      <p className="open-problem">✕ {t('open.too-much', { size })}</p>
      <div className="open-row">
        <Button kind="lined" onClick={() => void onTake(file.slice(0, mostBytes))}>
          {t('open.head')}
        </Button>
        <Button kind="lined" onClick={() => void onTake(file.slice(-mostBytes))}>
          {t('open.tail')}
        </Button>
      </div>
    </>
  );
}

/** What was expected, what came instead, and what it may have been meant for. */
function Unknown({ lines, near }: { lines: readonly string[]; near: Near }) {
  const { t } = useWords();
  return (
    <>
      <p className="open-problem">✕ {t('open.unknown')}</p>
      {near !== 'none' && <p>{t('open.nearest', { format: near })}</p>}
      <p className="open-how">{t('open.first-lines')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by key */}
      <pre className="open-lines" dir="ltr" tabIndex={0}>
        {lines.map((line) => line.slice(0, 200)).join('\n')}
      </pre>
    </>
  );
}

/** A link or a session of our own; undefined while it is being read, or when it is none. */
function useOwn(text: string): Own | undefined {
  const [made, setMade] = useState<{ readonly of: string; readonly own: Own | undefined }>();
  useEffect(() => {
    let stale = false;
    void readOwn(text).then((own) => {
      if (!stale) setMade({ of: text, own });
    });
    return () => {
      stale = true;
    };
  }, [text]);
  return made?.of === text ? made.own : undefined;
}

function OwnPreview({ own: { kind, read } }: { own: Own }) {
  const { t } = useWords();
  return (
    <section className="open-preview" aria-label={t('open.preview')}>
      <p>
        <b>{t(`linked.is-${kind}`)}</b> {read.stored && t('name.scenario', read.stored.scenario)}
      </p>
      <Problems list={read.problems} />
    </section>
  );
}

/** What the scenario makes; undefined while its models are on their way. */
function useBuilt(scenario: Scenario): Built | undefined {
  const [made, setMade] = useState<{ readonly of: Scenario; readonly built: Built }>();
  useEffect(() => {
    let stale = false;
    void modelsFor(scenario).then((models) => {
      if (!stale) setMade({ of: scenario, built: build(scenario, models) });
    });
    return () => {
      stale = true;
    };
  }, [scenario]);
  return made?.of === scenario ? made.built : undefined;
}

function Preview(props: { imported: Imported; format: string; onFix: (problem: Problem) => void }) {
  const { imported, format, onFix } = props;
  const { t } = useWords();
  const built = useBuilt(imported.scenario);
  return (
    <section className="open-preview" aria-label={t('open.preview')}>
      <p>
        <b>{t(format === 'lspci-dump' ? 'open.is-dump' : 'open.is-qemu')}</b>{' '}
        {built && t('open.functions', { count: built.board.parts.length, buses: built.board.wires.length })}
      </p>
      <Problems list={imported.problems} onFix={onFix} />
      <Problems list={built?.problems ?? []} />
      {imported.notes.length > 0 && (
        <details>
          <summary>{t('open.notes', { count: imported.notes.length })}</summary>
          <Problems list={imported.notes} mild />
        </details>
      )}
    </section>
  );
}

/** `onFix` puts what a problem offers into the text. */
function Problems(props: { list: readonly Problem[]; mild?: boolean; onFix?: (problem: Problem) => void }) {
  const { list, mild = false, onFix } = props;
  const words = useWords();
  const { pieces } = words;
  if (list.length === 0) return undefined;
  return (
    <ul className={mild ? 'open-notes' : 'open-problems'}>
      {list.slice(0, 100).map((problem, i) => (
        <li key={i} title={mild ? reasonOf(words, problem.message) : undefined}>
          {mild ? (
            <Said message={problem.message} />
          ) : (
            <Trouble message={problem.message}>
              {onFix && problem.fix !== undefined ? (
                <div>
                  <Button kind="lined" onClick={() => onFix(problem)}>
                    <Said pieces={pieces('trouble.replace', { fix: problem.fix })} />
                  </Button>
                </div>
              ) : undefined}
            </Trouble>
          )}
        </li>
      ))}
    </ul>
  );
}
