/** `window.cf8`: the page's handle for tests, embeds and scripts. Documented in docs/test-handle.md. */
import type { Scenario } from '../scenario/scenario.ts';
import { answersOf } from '../session/result-text.ts';
import { rested } from '../store/rested.ts';
import { crash, idle, open, seek, sessionStore } from '../store/session-store.ts';
import { uiStore, type Selection } from '../store/ui-store.ts';
import { allWords, render, speakIn, words, wordsArrived, wordsStore } from '../store/words.ts';

export interface Handle {
  /** Runs a console line; resolves with what it printed or read. Rejects with the Problem's sentence. */
  run(line: string): Promise<string>;
  /** Resolves when nothing is on its way from the worker and nothing finite animates. */
  idle(): Promise<void>;
  /** Goes to a step, or to a beat of it: `seek(37)`, `seek('37.5')`; `progress`, 0 to 1, looks into what moves in that beat. */
  seek(moment: number | string, progress?: number): Promise<void>;
  state(): State;
  /** Opens a scenario at power-on. */
  open(scenario: Scenario): Promise<void>;
  /** The page in a language with longer words and accents, to see what it cuts off; the language command ends it. */
  pseudo(): Promise<void>;
  /** Makes the worker die, to see what happens then. */
  crash(): void;
}

export interface State {
  readonly cursor: number;
  readonly head: number;
  readonly beat: number;
  readonly selection: Selection;
  readonly generation: number;
  /** Fingerprint of the machine's words at the cursor. */
  readonly hash: number;
  readonly sentence: string;
  readonly story: number;
  readonly branches: number;
}

async function run(line: string): Promise<string> {
  const { consoleStore, runLine } = await import('../store/console-store.ts');
  await allWords();
  const before = sessionStore.getState().log.length;
  const printed = consoleStore.getState().notes.at(-1)?.id ?? 0;
  const problem = await runLine(line);
  if (problem) throw new Error(render(problem.message));
  const { machine, log, head } = sessionStore.getState();
  const answers = log
    .slice(before)
    .flatMap((l, i, all) => answersOf(machine, l.first, all[i + 1]?.first ?? head).map((a) => a.value));
  const notes = consoleStore.getState().notes.filter((n) => n.id > printed);
  const texts = notes.map(({ output }) =>
    output.kind === 'print' ? output.text : output.kind === 'say' ? render(output.message) : '',
  );
  return [...texts, ...answers].join('\n');
}

async function still(): Promise<void> {
  await idle();
  await rested();
  render(sessionStore.getState().sentence);
  await wordsArrived();
  const finite = document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(finite.map((a) => a.finished));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

const handle: Handle = {
  run,
  idle: still,
  seek: async (moment, progress) => {
    const [row, beat] = String(moment).split('.').map(Number);
    seek(row ?? 0, beat);
    await still();
    const { lookInto } = await import('../store/motion-store.ts');
    lookInto(String(moment), progress ?? 1);
    if (progress !== undefined) await still();
  },
  state: () => {
    const { cursor, head, beat, generation, machine, sentence, story, branches } = sessionStore.getState();
    const { selection } = uiStore.getState();
    const hash = machine.image.hash();
    return {
      cursor,
      head,
      beat,
      selection,
      generation,
      hash,
      sentence: render(sentence),
      story,
      branches: branches.length,
    };
  },
  open: async (scenario) => {
    await open({ scenario, entries: [] });
    await still();
  },
  pseudo: async () => {
    await allWords();
    await speakIn('en');
    const { pseudoCatalogue } = await import('../content/words/pseudo.ts');
    wordsStore.setState({ catalogue: pseudoCatalogue(words()) });
    await still();
  },
  crash,
};

declare global {
  interface Window {
    cf8?: Handle;
  }
}

export function exposeHandle(): void {
  window.cf8 = handle;
}
