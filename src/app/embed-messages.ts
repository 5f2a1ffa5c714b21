/** What the page around this one may say, and what it hears. All that comes is untrusted: checked, and bounded. docs/embed.md */
import * as v from 'valibot';
import type { CommandId } from '../views/parts/command.ts';

/** Commands that may be run from outside: they move through the story, and change no machine. */
export const runnable = [
  'play',
  'step-next',
  'step-back',
  'beat-next',
  'beat-back',
  'phase-next',
  'phase-back',
  'go-start',
  'go-end',
  'language',
] as const satisfies readonly CommandId[];

/** As long as a link may be; what it unfolds to has bounds of its own. */
const longestLink = 200_000;

const head = {
  cf8: v.literal(1),
  id: v.union([v.pipe(v.string(), v.maxLength(64)), v.pipe(v.number(), v.finite())]),
};

const moment = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9)),
  v.pipe(v.string(), v.maxLength(16), v.regex(/^(?:\d{1,9}(?:\.\d{1,3})?|end)$/)),
]);

const request = v.variant('do', [
  v.object({ ...head, do: v.literal('ping') }),
  v.object({ ...head, do: v.literal('seek'), to: moment }),
  v.object({ ...head, do: v.literal('run'), command: v.picklist(runnable) }),
  v.object({ ...head, do: v.literal('load'), link: v.pipe(v.string(), v.maxLength(longestLink)) }),
]);
export type Request = v.InferOutput<typeof request>;

/** Meant for us at all: everything else that is said in a page is none of our business. */
const addressed = v.object(head);

export type Problem = 'bad-message' | 'not-allowed' | 'not-now' | 'bad-link' | 'busy';

/** A request, an answer that says why not, or nothing: it was not meant for us. */
export function understand(
  data: unknown,
): { readonly request: Request } | { readonly id: string | number; readonly problem: Problem } | undefined {
  const meant = v.safeParse(addressed, data);
  if (!meant.success) return undefined;
  const understood = v.safeParse(request, data);
  return understood.success
    ? { request: understood.output }
    : { id: meant.output.id, problem: 'bad-message' };
}

/** The row and beat that a moment names; a row past every story is its end. */
export function momentOf(to: number | string): { readonly row: number; readonly beat?: number } {
  if (to === 'end') return { row: Number.MAX_SAFE_INTEGER };
  const [row = 0, beat] = String(to).split('.').map(Number);
  return beat === undefined ? { row } : { row, beat };
}

/** Origins, from a list as the address has it; what is none is left out. */
export function originsIn(list: string | undefined): readonly string[] {
  return (list ?? '').split(',', 20).flatMap((each) => {
    const origin = URL.canParse(each) ? new URL(each).origin : 'null';
    return origin === 'null' ? [] : [origin];
  });
}

/**
 * Who is heard. Without a list everybody around us, though nobody from elsewhere may put another machine in; with one only
 * those on it. A page without an origin (a sandbox, a file) cannot be answered and is not heard.
 */
export function mayAsk(
  what: Request['do'],
  origin: string,
  own: string,
  listed: readonly string[],
): 'yes' | 'no' | 'unheard' {
  if (origin === 'null' || origin === '') return 'unheard';
  if (listed.length > 0) return listed.includes(origin) ? 'yes' : 'unheard';
  return what !== 'load' || origin === own ? 'yes' : 'no';
}
