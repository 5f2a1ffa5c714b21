/** English words of the timeline: search, bookmarks, zoom, running until something, branches. */
import type { Messages } from '../../../base/messages.ts';
import { said, value, type Said, type Sentences } from '../pieces.ts';

type SearchId = Extract<keyof Messages, `search.${string}`>;

const values: Readonly<Record<Messages['search.value']['key'], string>> = {
  bdf: '00:03.0, 00:03 or *:03.0',
  reg: 'BAR0, COMMAND or 10',
  op: 'read, write or abort',
  val: 'ffffffff or fffexxxx',
  addr: 'cf8 or fee00000..fee00fff',
  lane: 'cfg, io, mem, int, dma or event',
  text: 'setpci',
};

/** Of base/messages.ts. */
export const timelineMessages = {
  'search.key': ({ given, keys }) => said`${value(`${given}:`)} is no term; there are ${keys}.`,
  'search.value': ({ key, given }) =>
    given === ''
      ? said`${value(`${key}:`)} wants a value: ${values[key]}.`
      : said`${value(`${key}:`)} wants ${values[key]}, not ${value(given)}.`,
} as const satisfies Sentences<Pick<Messages, SearchId>>;

/** Of the screen. */
export const timeline = {
  'command.run-until': 'Run until…',
  'command.bookmark': 'Bookmark this step',
  'command.bookmark-next': 'Next bookmark',
  'command.bookmark-back': 'Previous bookmark',
  'command.zoom-in': 'Timeline: closer',
  'command.zoom-out': 'Timeline: wider',
  'command.zoom-fit': 'Timeline: the whole story',
  'command.zoom-phase': 'Timeline: this phase, or all',

  'timeline.find': 'Find',
  'timeline.find-tip': 'Find accesses',
  'timeline.find-label': 'Find accesses in the timeline',
  'timeline.find-place': 'reg:BAR0 op:write val:ffffffff',
  'timeline.find-about':
    'bdf:00:03.0 · reg:BAR0 · op:read, write, abort · val:fffexxxx · addr:cf8 · lane:cfg, io, mem, int, dma · text:setpci · any word',
  'timeline.found': (s: { at: number; of: number }) =>
    s.at === 0 ? `${String(s.of)} found` : `${String(s.at)} of ${String(s.of)}`,
  'timeline.found-none': 'Nothing found',
  'timeline.scanned': (s: { percent: number }) => `${String(s.percent)} %`,
  'timeline.find-next': 'Next found',
  'timeline.find-back': 'Previous found',
  'timeline.find-stop': 'Stop searching',
  'timeline.find-close': 'Close the search',

  'timeline.bookmark': 'Bookmark',
  'timeline.bookmarks': 'Bookmarks',
  'timeline.step': (s: { at: number }) => `step ${String(s.at)}`,
  'timeline.bookmark-of': (s: { name: string; at: number }) => `Bookmark ${s.name}, step ${String(s.at)}`,
  'timeline.bookmark-name': (s: { at: number }) => `Name of the bookmark at step ${String(s.at)}`,
  'timeline.bookmark-hint': 'A name, if you like',
  'timeline.name-done': 'Done',
  'timeline.remove': 'Remove',
  'timeline.removed': (s: { what: string; name: string }) =>
    s.what === 'branch' ? `Branch ${s.name} removed.` : `Bookmark ${s.name} removed.`,
  'timeline.restore': 'Undo',
  'timeline.forget': 'Close this note',

  'timeline.zoom': 'Zoom',
  'timeline.in': 'Closer',
  'timeline.out': 'Wider',
  'timeline.fit': 'All',
  'timeline.fit-tip': 'The whole story',

  'timeline.lane.edits': 'Done by you',
  'timeline.lane.problems': 'Problems',
  'timeline.kind': (s: { kind: string; write: boolean }) => {
    const names: Readonly<Record<string, string>> = {
      config: 'CFG',
      io: 'IO',
      memory: 'MEM',
      message: 'INT',
      dma: 'DMA',
    };
    const name = names[s.kind];
    return name === undefined ? 'event' : `${name} ${s.write ? 'write' : 'read'}`;
  },

  'timeline.story': (s: { id: number }) => `branch ${String(s.id)}`,
  'timeline.now': 'this story',
  'timeline.more': (s: { rows: number }) => `+${String(s.rows)}`,
  'timeline.compare': 'Compare',
  'timeline.compare-with': (s: { name: string }) => `Compare ${s.name} with this story`,
  'timeline.switch-to': (s: { name: string; rows: number; fork: number }) =>
    `Switch to ${s.name}: ${String(s.rows)} more steps after step ${String(s.fork)}`,
  'timeline.rename': 'Rename…',
  'timeline.story-name': (s: { name: string }) => `Name of ${s.name}`,
  'timeline.branch-more': (s: { name: string }) => `More about ${s.name}`,

  'timeline.until': 'Run until',
  'timeline.until-label': 'Run until…',
  'timeline.until-access': (s: { what: string }) => `an access to ${s.what}`,
  'timeline.until-write': (s: { what: string }) => `a write to ${s.what}`,
  'timeline.until-change': (s: { what: string }) => `${s.what} changes`,
  'timeline.until-address': 'an access to a port or address',
  'timeline.until-abort': 'nobody answers',
  'timeline.until-lint': 'something looks wrong',
  'timeline.until-sentence': 'a program says…',
  'timeline.until-what': 'What to wait for',
  'timeline.until-space': 'Space',
  'timeline.until-at': 'From–to, hex',
  'timeline.until-say': 'The sentence',
  'timeline.until-choose': 'Choose a register in the hex grid to wait for it.',
  'timeline.until-go': 'Go',
  'timeline.until-never': 'Not met before the end.',
  'timeline.until-looking': 'Still looking through the story.',

  'timeline.label': 'Place in the story',
  'timeline.value': (s: { at: number; of: number; sentence: string }) =>
    `step ${String(s.at)} of ${String(s.of)}: ${s.sentence}`,
  'timeline.row': (s: { at: number }) => `Step ${String(s.at)}`,
  'timeline.rows': (s: { from: number; to: number }) => `Steps ${String(s.from)} to ${String(s.to)}`,
  'timeline.count': (s: { n: number; bad: number }) =>
    `${String(s.n)} accesses` + (s.bad > 0 ? `, ${String(s.bad)} unclaimed` : ''),
  'timeline.unclaimed': 'nobody claimed it',
  'timeline.branches': 'Branches',
  'timeline.speed': 'Speed',
  'timeline.speed-of': (s: { speed: string }) => `Speed ${s.speed}`,
  'timeline.speed-all': 'End states only',
  'timeline.reset': 'Reset',
  'timeline.reset-about': 'Reset the machine: a step of the story',
  'motion.reduced': 'Motion is reduced by your system.',
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
