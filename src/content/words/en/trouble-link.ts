/** English reasons and ways out where a link cannot be read as it was made (base/trouble.ts). */
import type { TroubleWords } from '../../../base/trouble.ts';
import type { Sentences } from '../pieces.ts';

const copyAgain = 'Copy the whole link again, or ask for the session as a file.';
const reload = 'Reload the page to get the newest cf8.';
const nothing = 'Nothing needs to be done.';
const bounds = 'What a link holds is read within bounds, so that none can fill the memory.';

export const troubleLink = {
  'link.unknown-field-why': 'Another version of cf8, or another page, may have put it there.',
  'link.unknown-field-fix': nothing,
  'link.newer-why': 'Links name the version of their form, and this cf8 does not know all of that one yet.',
  'link.newer-fix': reload,
  'link.newer-story-why': 'Newer versions may write more than older ones can read.',
  'link.newer-story-fix': reload,
  'link.bad-field-why': 'It is no value that this field can have. The link may have been changed on its way.',
  'link.bad-field-fix': ({ field }) => `Correct “${field}” in the address, or copy the link again.`,
  'link.codec-why': 'The first letter tells how the rest is packed, and this one is not known here.',
  'link.codec-fix': reload,
  'link.damaged-why': 'Mail and chat programs break long links at the end of a line, or leave the end out.',
  'link.damaged-fix': copyAgain,
  'link.too-large-why': bounds,
  'link.too-large-fix': 'Share the scenario alone, or an earlier step.',
  'link.no-machine-why': 'Everything else in a link is about a machine.',
  'link.no-machine-fix': copyAgain,
  'link.unknown-preset-why':
    'The link names a scenario of cf8 instead of holding it, and this version has none of that name.',
  'link.unknown-preset-fix': reload,
  'link.preset-changed-why':
    'The link names a scenario and holds only what was done. The scenario has changed since.',
  'link.preset-changed-fix': 'Look the story through. Sharing it again makes a link of what is here now.',
  'link.bad-parts-why': 'A part that cannot be read is left out; the others stay.',
  'link.bad-parts-fix': 'Copy the link again, or add the missing parts yourself.',
  'link.bad-entries-why': 'What cannot be read is left out, and from there on the story may go another way.',
  'link.bad-entries-fix': copyAgain,
  'link.past-end-why': 'The story came out shorter here than where the link was made.',
  'link.past-end-fix': 'Nothing needs to be done: you stand at its end.',
  'link.too-long-why': bounds,
  'link.too-long-fix': 'Ask for the session as a file.',
} satisfies Partial<Sentences<TroubleWords>>;
