/** Everything that the palette can find, gathered when it opens and when the machine changes. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { scenarios } from '../../content/scenarios/index.ts';
import type { Term } from '../../content/words/glossary.ts';
import { verbs } from '../../session/console/verbs.ts';
import { targetOf } from '../../session/inspector-target.ts';
import { bdfText } from '../../session/names.ts';
import { runLine } from '../../store/console-store.ts';
import { open, seek, sessionStore, settle, type SessionState } from '../../store/session-store.ts';
import { find, select, showDialog, showInspectorTab, uiStore } from '../../store/ui-store.ts';
import { wordsStore } from '../../store/words.ts';
import { useCommands, type CommandRegistry } from '../parts/command.ts';
import { useWords, type Words } from '../parts/use-words.ts';
import { Devices } from './devices.ts';
import { prefixedKinds, type Entry } from './entries.ts';
import { noteUse, recent } from './recent.ts';
import { registersOf, type Place } from './registers.ts';
import type { Sources } from './search.ts';
import { placesOf, stepEntry } from './steps.ts';

function commandEntries({ all }: CommandRegistry, { t }: Words): readonly Entry[] {
  return all.map(({ id, title, keys, isEnabled, run }): Entry => {
    const enabled = isEnabled?.() ?? true;
    return {
      id,
      kind: 'command',
      title: t(title),
      also: id.replaceAll('-', ' '),
      keys: keys?.[0],
      reason: enabled === true ? undefined : t(enabled),
      run: () => {
        noteUse(id);
        run();
      },
    };
  });
}

const machineEntries = ({ t }: Words): readonly Entry[] =>
  scenarios.map((opening) => ({
    id: `machine.${opening.id}`,
    kind: 'machine',
    title: t('name.scenario', opening.scenario),
    note: t('palette.open-machine'),
    run: () => void open(opening),
  }));

function helpEntries(registry: CommandRegistry, { t, render }: Words): readonly Entry[] {
  const pages = prefixedKinds.map((kind): Entry => ({
    id: `help.palette.${kind}`,
    kind: 'help',
    title: t(`palette.help-${kind}`),
    note: t('palette.help-palette'),
    run: find,
  }));
  const keys = registry.all.flatMap(({ id, title, keys: [first] = [] }): Entry[] =>
    first === undefined
      ? []
      : [
          {
            id: `help.key.${id}`,
            kind: 'help',
            title: t(title),
            note: t('palette.help-key'),
            keys: first,
            run: () => showDialog('shortcuts'),
          },
        ],
  );
  const lines = verbs.map(({ name, usage, about }): Entry => ({
    id: `help.verb.${name}`,
    kind: 'help',
    title: `${name} ${usage}`.trim(),
    note: render(about),
    also: t('palette.help-verb'),
    run: () => {
      void runLine(`help ${name}`);
      registry.find('go-console').run();
    },
  }));
  return [...pages, ...keys, ...lines];
}

/** The field's terms, once they have arrived: in the language of the page, with the other beside it. */
function useTerms(): readonly Entry[] {
  const language = useStore(wordsStore, (s) => s.language);
  const [terms, setTerms] = useState<Readonly<Record<string, Term>>>({});
  useEffect(() => void import('../../content/words/glossary.ts').then((m) => setTerms(m.glossary)), []);
  return useMemo(
    () =>
      Object.entries(terms).map(([id, { en, zh, about }]): Entry => {
        const isEnglish = language === 'en';
        const says = isEnglish ? about.en : about.zh;
        const title = isEnglish ? `${en} · ${zh}` : `${zh} · ${en}`;
        return { id: `help.term.${id}`, kind: 'help', title, note: says, says, run: () => undefined };
      }),
    [terms, language],
  );
}

/** Lists that are made when somebody asks for them, once. */
function lazily(make: { readonly [K in keyof Sources['lists']]: () => readonly Entry[] }): Sources['lists'] {
  const made: Partial<Record<keyof Sources['lists'], readonly Entry[]>> = {};
  const get = (kind: keyof Sources['lists']): readonly Entry[] => (made[kind] ??= make[kind]());
  return {
    get command() {
      return get('command');
    },
    get machine() {
      return get('machine');
    },
    get register() {
      return get('register');
    },
    get step() {
      return get('step');
    },
    get help() {
      return get('help');
    },
  };
}

/** The function that the inspector shows, and how many of its bytes are known. */
function shown({
  machine,
  cursor,
  explanation,
  scenario,
}: SessionState): { fn: number; known: number } | undefined {
  const target = targetOf(machine, cursor, explanation);
  const fn = uiStore.getState().selection.fn ?? (target.kind === 'function' ? target.fn : undefined);
  const part = fn === undefined ? undefined : machine.board.parts[fn];
  if (fn === undefined || part === undefined) return undefined;
  const dump = scenario.machine === 'dump' ? scenario.functions : undefined;
  const dumped = dump?.find(({ bdf }) => bdfText(bdf) === part.path)?.config.length;
  return { fn, known: dumped === undefined ? 4096 : dumped >> 1 };
}

export function useSources(): Sources {
  const registry = useCommands();
  const words = useWords();
  const terms = useTerms();
  const generation = useStore(sessionStore, (s) => s.generation);
  return useMemo(() => {
    void generation; // the machine is mutable: this counts its changes
    const now = sessionStore.getState();
    const { t } = words;
    const toInspector = registry.find('go-inspector').run;
    const chooseFunction = (fn: number): void => {
      select({ fn });
      toInspector();
    };
    const chooseRegister = (place: Place): void => {
      select(place);
      const { inspectorTab } = uiStore.getState();
      if (inspectorTab !== 'hex') showInspectorTab('fields');
      toInspector();
    };
    const go = (row: number, beat?: number): void => {
      settle();
      seek(row, beat);
    };
    const on = shown(now);
    const kindOf = (fn: number): string => {
      const kind = now.kinds[fn] ?? 'unknown';
      return kind === 'unknown' ? '' : t(`kind.${kind}`);
    };
    return {
      lists: lazily({
        command: () => commandEntries(registry, words),
        machine: () => machineEntries(words),
        register: () =>
          on === undefined ? [] : registersOf(now.machine, on.fn, on.known, words, chooseRegister),
        step: () => placesOf(now, t, words.name, go),
        help: () => [...helpEntries(registry, words), ...terms],
      }),
      devices: new Devices(now.machine, kindOf, chooseFunction),
      stepOf: (text: string) => stepEntry(text, now, t, go),
      recent: recent(),
    };
  }, [registry, words, terms, generation]);
}
