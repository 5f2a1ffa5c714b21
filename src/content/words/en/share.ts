/** English words of sharing: links, files, transcripts, and what was wrong with a link. */
import { plural, said, value, type Said } from '../pieces.ts';

const parts = { machine: 'The machine', story: 'The story' } as const;
type Part = { part: keyof typeof parts };

export const shareMessages = {
  'link.unknown-field': ({ field }: { field: string }) => said`${value(field)} means nothing here.`,
  'link.newer': ({ version }: { version: number }) =>
    `A newer cf8 made this link (version ${String(version)}). What this one understands of it is open.`,
  'link.newer-story': 'After the story comes something that only a newer cf8 understands.',
  'link.bad-field': ({ field, given }: { field: string; given: string }) =>
    said`${value(`${field}=${given}`)} leads nowhere.`,
  'link.codec': ({ part }: Part) => `${parts[part]} is packed in a way that only a newer cf8 understands.`,
  'link.damaged': ({ part }: Part) =>
    `${parts[part]} was cut off or changed on its way. What could be read of it is open.`,
  'link.too-large': ({ part }: Part) => `${parts[part]} unfolds to more than 4 MiB. It was not opened.`,
  'link.no-machine': 'No machine could be read from the link.',
  'link.unknown-preset': ({ id }: { id: string }) => said`There is no scenario ${value(id)} here.`,
  'link.preset-changed': ({ id }: { id: string }) =>
    said`The scenario ${value(id)} is not what it was when the link was made. The story may differ.`,
  'link.bad-parts': ({ count }: { count: number }) =>
    `${plural(count, 'part')} of the machine could not be read.`,
  'link.bad-entries': ({ count }: { count: number }) =>
    `${plural(count, 'entry', 'entries')} of the story could not be read.`,
  'link.past-end': ({ row, head }: { row: number; head: number }) =>
    `The link stands at step ${String(row)}. The story here has ${String(head)}.`,
  'link.too-long': ({ characters }: { characters: number }) =>
    `A link of ${String(characters)} characters was not opened.`,
} as const;

export const share = {
  'share.title': 'Share',
  'share.what': 'What to share',
  'share.scenario': 'Just the scenario',
  'share.scenario-about': 'The machine as one finds it.',
  'share.moment': (s: { step: number }) => `This exact moment (step ${String(s.step)})`,
  'share.moment-about': 'The machine, what was done, and where you stand.',
  'share.session': (s: { branches: number }) =>
    s.branches === 0
      ? 'The whole session'
      : `The whole session with ${plural(s.branches, 'branch', 'branches')}`,
  'share.session-about': 'Branches, bookmarks and their names too.',
  'share.with': 'Also in the link',
  'share.accesses': (s: { count: number }) => `My accesses (${String(s.count)})`,
  'share.sights': 'Selection and layout',
  'share.language': 'Language',
  'share.redact': 'Remove serial numbers, VPD and subsystem ids',
  'share.redacted': (s: { count: number }) => `${String(s.count)} found`,
  'share.redact-not':
    'Taken out of the machine: in the link, the session and the dump. What you typed, names and the transcript go along as they are.',
  'share.review': 'Review',
  'share.serial': 'Device serial number',
  'share.vpd': 'Vital product data',
  'share.subsystem': 'Subsystem ids',
  'share.link': 'Link',
  'share.making': 'Making the link…',
  'share.length': (s: { characters: string }) => `${s.characters} characters`,
  'share.fits': 'Works everywhere.',
  'share.long': 'Browsers open it. Some chats cut it off.',
  'share.too-long': 'Too long for a link. Save it as a file.',
  'share.copy': 'Copy',
  'share.copied': 'Copied',
  'share.not-copied': 'The browser does not let the page copy. Select the link and copy it.',
  'share.private': 'Nothing is uploaded. The link is the data.',
  'share.qr': 'QR code',
  'share.qr-alt': 'The link as a QR code',
  'share.qr-too-long': (s: { most: number }) => `A QR code is readable up to ${String(s.most)} characters.`,
  'share.embed': 'Embed',
  'share.embed-label': 'HTML for a web page',
  'share.file': 'File',
  'share.file-session': 'Session',
  'share.file-session-about': 'Everything, to be opened here again.',
  'share.file-dump': 'lspci dump',
  'share.file-dump-about': 'Configuration space at this step, for lspci -F.',
  'share.file-script': 'setpci script',
  'share.file-script-about': 'The configuration writes up to this step.',
  'share.file-transcript': 'Transcript',
  'share.file-transcript-about': 'Every step in words, as Markdown.',

  'linked.some': (s: { count: number }) =>
    `Opened what could be read of a link. ${plural(s.count, 'thing')} could not.`,
  'linked.nothing': 'The link could not be opened.',
  'linked.kept': 'The session that was open before is kept.',
  'linked.back': 'Back to my session',
  'linked.forget': 'Dismiss',
  'linked.forget-kept': 'Dismiss, and let go of the kept session',
  'linked.copy': 'Copy details',
  'linked.is-session': 'A cf8 session.',
  'linked.is-link': 'A cf8 link.',

  'transcript.machine': 'Machine',
  'transcript.functions': 'Functions',
  'transcript.story': 'Story',
  'transcript.step': 'Step',
  'transcript.command': 'Command',
  'transcript.access': 'Access',
  'transcript.value': 'Value',
  'transcript.what': 'What happens',
  'transcript.branch': (s: { id: number; step: number }) =>
    `Branch ${String(s.id)}, left at step ${String(s.step)}`,
  'transcript.named-branch': (s: { name: string; step: number }) =>
    `${s.name}, left at step ${String(s.step)}`,
  'transcript.more': (s: { count: number }) => `${plural(s.count, 'more step')} not written out.`,
} as const satisfies Record<string, Said | ((slots: never) => Said)>;
