/** The fields of a link, `#v=1&t=37.2&s=first-visit`, whoever wrote them and when. */
import { say, type Problem } from '../../base/problem.ts';

/** The version that is written. */
export const version = 1;

/** In the order in which they are written: what is long comes last, since links are cut at their ends. */
const ours = ['v', 't', 'b', 'sel', 'view', 'lang', 's', 'o'] as const;
export type Field = (typeof ours)[number];

/** Fields that say how to show it: others read them. */
const elsewhere: readonly string[] = ['present', 'embed', 'predict', 'hide', 'editable', 'play', 'origin'];

export type Fields = ReadonlyMap<string, string>;

/** A version's fields → the next version's. An upgrader is added when the version changes, and none is ever taken out. */
const upgraders: Readonly<Record<number, (fields: Fields) => Fields>> = {};

export const writeFields = (fields: Partial<Record<Field, string>>): string =>
  ours.flatMap((key) => (fields[key] === undefined ? [] : [`${key}=${escaped(fields[key])}`])).join('&');

/** What would end a field, or a link in a chat, is escaped; the rest stays readable. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(/%(?:3A|2F|2C|40)/g, decodeURIComponent);

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const isOurs = (key: string): key is Field => ours.some((each) => each === key);

/** Whether a field holds bytes, and not the name of something. */
export const isPayload = (text: string): boolean => /^[a-z]\d*:/.test(text);

export function readFields(fragment: string): {
  readonly fields: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const given = new Map<string, string>();
  for (const each of fragment.replace(/^#/, '').split('&', 100)) {
    const at = each.indexOf('=');
    if (at > 0) given.set(each.slice(0, at), unescaped(each.slice(at + 1)));
  }
  let fields: Fields = given;
  const wrote = Number.parseInt(given.get('v') ?? '', 10);
  if (Number.isNaN(wrote))
    problems.push({
      message: say('link.bad-field', { field: 'v', given: (given.get('v') ?? '').slice(0, 40) }),
    });
  if (wrote > version) problems.push({ message: say('link.newer', { version: wrote }) });
  for (let v = wrote; v < version; v++) fields = upgraders[v]?.(fields) ?? fields;
  for (const key of fields.keys())
    if (!isOurs(key) && !elsewhere.includes(key))
      problems.push({ message: say('link.unknown-field', { field: key.slice(0, 40) }) });
  return { fields, problems };
}

/** What is left of a link when it has been opened: how to show the page. */
export const leftover = (fragment: string): string =>
  fragment
    .replace(/^#/, '')
    .split('&')
    .filter((each) => elsewhere.includes(each.replace(/=.*/, '')))
    .join('&');
