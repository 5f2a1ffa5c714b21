/** What was done, as bytes: a story, its branches, and what a person noted beside it. */
import { asBookmarks, asEntry, asNames, type Stored, type StoredBranch } from '../stored.ts';
import type { Entry } from '../command.ts';
import { fingerprintOf, type Reader, type Writer } from './bytes.ts';
import { parsed, readEntry, writeEntry } from './pack-command.ts';
import type { Preset } from './pack-scenario.ts';
import { sameUntil } from './same.ts';
import { spell } from './spell.ts';

/** What follows the story, each after its number; add, never change. */
const tags = { end: 0, branch: 1, bookmarks: 2, names: 3 } as const;

export type Story = Omit<Stored, 'scenario' | 'cursor'>;

/** What several stories begin with is written once. */
function writeEntries(w: Writer, entries: readonly Entry[], like: readonly Entry[]): void {
  const kept = sameUntil(entries, like);
  w.number(kept);
  w.number(entries.length - kept);
  for (const entry of entries.slice(kept)) writeEntry(w, entry);
}

export function writeStory(w: Writer, story: Story, preset: Preset | undefined): void {
  w.number(story.story);
  if (preset) w.number(fingerprintOf(preset.entries));
  writeEntries(w, story.entries, preset?.entries ?? []);
  for (const { id, fork, entries } of story.branches) {
    w.number(tags.branch);
    w.number(id);
    w.number(fork);
    writeEntries(w, entries, story.entries);
  }
  if (story.bookmarks) {
    w.number(tags.bookmarks);
    w.text(JSON.stringify(story.bookmarks));
  }
  if (story.names) {
    w.number(tags.names);
    w.text(JSON.stringify(story.names));
  }
  w.number(tags.end);
}

export interface RawStory {
  readonly story: Story;
  /** What could not be read, or may not be. */
  readonly bad: number;
  /** The preset's story is not what it was. */
  readonly changed: boolean;
  /** Something follows that a newer version wrote. */
  readonly newer: boolean;
}

/** Reads a story as far as it goes. `most`: commands, those that several stories share counted in each. */
export function readStory(r: Reader, preset: Preset | undefined, most: number): RawStory {
  let left = most;
  let bad = 0;

  const readEntries = (like: readonly Entry[]): Entry[] => {
    const kept = Math.min(r.number(), like.length);
    if (kept > left) r.fail();
    const entries = r.isBroken() ? [] : like.slice(0, kept);
    for (const { commands } of entries) left -= Math.max(commands.length, 1);
    const count = r.count(Math.max(left, 0));
    for (let i = 0; i < count && !r.isBroken(); i++) {
      const { commands, text, rest } = readEntry(r, left);
      left -= Math.max(commands.length, 1);
      if (left < 0) r.fail();
      if (r.isBroken()) break;
      const checked = asEntry({ ...rest, text: text ?? '', commands });
      if (checked) entries.push(text === undefined ? { ...checked, text: spell(checked.commands) } : checked);
      else bad++;
    }
    return entries;
  };

  const story = r.number();
  const changed = preset !== undefined && r.number() !== fingerprintOf(preset.entries);
  const entries = readEntries(preset?.entries ?? []);
  const branches: StoredBranch[] = [];
  const notes: Pick<Story, 'bookmarks' | 'names'>[] = [];
  let newer = false;
  for (let tag = r.number(); tag !== tags.end && !r.isBroken(); tag = r.number()) {
    if (tag === tags.branch) {
      const [id, fork] = [r.number(), r.number()];
      const own = readEntries(entries);
      if (id > 0xffff_ffff || fork > 0xffff_ffff || branches.length >= 100) bad++;
      else branches.push({ id, fork, entries: own });
    } else if (tag === tags.bookmarks) {
      const bookmarks = asBookmarks(parsed(r.text()));
      if (bookmarks) notes.push({ bookmarks });
      else bad++;
    } else if (tag === tags.names) {
      const names = asNames(parsed(r.text()));
      if (names) notes.push({ names });
      else bad++;
    } else {
      newer = true;
      break;
    }
  }
  const isPlain = story > 0 && story <= 0xffff_ffff;
  return {
    story: { story: isPlain ? story : 1, entries, branches, ...notes[0], ...notes[1] },
    bad,
    changed,
    newer,
  };
}
