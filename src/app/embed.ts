/** Talks with the page around this one: answers what it asks, tells it of steps. Documented in docs/embed.md. */
import { around } from '../store/sharing/around.ts';
import { readLink } from '../session/link/link.ts';
import { idle, seek, sessionStore } from '../store/session-store.ts';
import { render, words, wordsStore } from '../store/words.ts';
import { arrive } from '../store/sharing/arrive.ts';
import type { LabelId } from '../content/words/catalogue.ts';
import { translator } from '../store/words.ts';
import type { CommandRegistry } from '../views/parts/command.ts';
import type * as Messages from './embed-messages.ts';
import type { Problem, Request } from './embed-messages.ts';

export interface Terms {
  /** Origins as the address lists them. */
  readonly origins: string | undefined;
  readonly commands: CommandRegistry;
}

type Answer = { readonly ok: object } | { readonly problem: Problem; readonly reason?: string };

/** More than this unanswered, and the next is turned away. */
const mostWaiting = 32;

/** The moment that is shown, for the page around. */
function shown(): object {
  const { cursor, head, beat, beats, sentence, scenario } = sessionStore.getState();
  return {
    step: cursor,
    steps: head,
    beat,
    beats: beats.length,
    title: translator(words())('name.scenario', { title: scenario.title }),
    sentence: render(sentence),
    language: wordsStore.getState().language,
  };
}

const because = (id: LabelId): string => translator(words())(id);

async function answer(request: Request, { commands }: Terms, { momentOf }: typeof Messages): Promise<Answer> {
  switch (request.do) {
    case 'ping':
      return { ok: shown() };
    case 'seek': {
      const { row, beat } = momentOf(request.to);
      seek(row, beat);
      await idle();
      return { ok: shown() };
    }
    case 'run': {
      const command = commands.find(request.command);
      const enabled = command.isEnabled?.() ?? true;
      if (enabled !== true) return { problem: 'not-now', reason: because(enabled) };
      command.run();
      if (request.command !== 'play') await idle();
      return { ok: shown() };
    }
    case 'load': {
      const read = await readLink(request.link.replace(/^[^#]*#/, ''), around);
      const problems = read.problems.map(({ message }) => render(message));
      if (!read.stored) return { problem: 'bad-link', reason: problems.join(' ') };
      await arrive(read);
      await idle();
      return { ok: { ...shown(), problems } };
    }
  }
}

/** How high the frame would have to be for nothing in it to scroll. */
function wantedHeight(): number {
  const scrolled = [...document.querySelectorAll('.topology-viewport, .map-scroll, .hex-tab, .pane-body')];
  const missing = scrolled.map((each) => each.scrollHeight - each.clientHeight);
  return Math.min(2000, innerHeight + Math.max(0, ...missing));
}

/** Begins to listen and to tell; returns the way to stop. */
export function converse(terms: Terms): () => void {
  const { parent } = window;
  /** Who has spoken: told of steps from then on. Nobody learns anything but `ready` before. */
  let heard: string | undefined;
  // oxlint-disable-next-line no-restricted-properties -- to the page around, not to the worker
  const say = (message: object, to: string): void => parent.postMessage({ cf8: 1, ...message }, to);

  let waiting = 0;
  let turn: Promise<void> = Promise.resolve();
  const take = ({ data, origin }: MessageEvent<unknown>, messages: typeof Messages): void => {
    const understood = messages.understand(data);
    if (understood === undefined) return;
    const may = messages.mayAsk(
      'request' in understood ? understood.request.do : 'ping',
      origin,
      location.origin,
      messages.originsIn(terms.origins),
    );
    if (may === 'unheard') return;
    if ('problem' in understood) return say(understood, origin);
    const { request } = understood;
    heard = origin;
    if (may === 'no') return say({ id: request.id, problem: 'not-allowed' }, origin);
    if (waiting >= mostWaiting) return say({ id: request.id, problem: 'busy' }, origin);
    waiting++;
    turn = turn.then(async () => {
      const answered = await answer(request, terms, messages);
      waiting--;
      say({ id: request.id, ...answered }, origin);
      tellHeight();
    });
  };
  // most pages around say nothing: what understands them comes with the first word
  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source !== parent || parent === window) return;
    void import('./embed-messages.ts').then((messages) => take(event, messages));
  };
  addEventListener('message', onMessage);

  let last = '';
  const tellStep = (): void => {
    if (heard === undefined || sessionStore.getState().status !== 'ready') return;
    const now = shown();
    const text = JSON.stringify(now);
    if (text !== last) say({ event: 'step', ...now }, heard);
    last = text;
  };
  let height = 0;
  const tellHeight = (): void => {
    const now = wantedHeight();
    if (heard === undefined || now === height) return;
    height = now;
    say({ event: 'height', height }, heard);
  };
  let frame = 0;
  const changed = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      tellStep();
      tellHeight();
    });
  };
  const stops = [sessionStore.subscribe(changed), wordsStore.subscribe(changed)];
  addEventListener('resize', changed);
  if (parent !== window) void idle().then(() => say({ event: 'ready' }, '*'));
  return () => {
    cancelAnimationFrame(frame);
    stops.forEach((stop) => stop());
    removeEventListener('resize', changed);
    removeEventListener('message', onMessage);
  };
}
