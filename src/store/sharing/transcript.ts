/** The story as Markdown: what was typed, what went over the bus, what it means, in the language of the page. */
import { explain } from '../../engine/explain.ts';
import type { Machine } from '../../engine/machine.ts';
import { modelsFor } from '../../scenario/load.ts';
import { beatsOf, sentenceOf, valueText } from '../../session/beats.ts';
import { commandOf } from '../../session/command.ts';
import { spell } from '../../session/link/spell.ts';
import { listFunctions } from '../../session/listed.ts';
import { bdfText } from '../../session/names.ts';
import { entryAt, type Logged } from '../../session/log.ts';
import { Session } from '../../session/session.ts';
import { softwareFor } from '../../session/software.ts';
import type { Stored } from '../../session/stored.ts';
import type { Catalogue } from '../../content/words/catalogue.ts';
import { tipOf, type Piece } from '../../content/words/pieces.ts';
import { chaptersOf, type Chapter } from '../chapters.ts';
import { nameOf, pieces, translator } from '../words.ts';

/** More rows than this nobody reads. */
const mostRows = 5000;

/** Text that stands for itself in a cell. */
const plainCell = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').replaceAll('|', '\\|');
const codeCell = (text: string): string => (text === '' ? '' : `\`${plainCell(text.replaceAll('`', "'"))}\``);

/** Names of registers; on paper there is no tip. */
function withTip(p: Extract<Piece, { names: string }>): string {
  const tip = tipOf(p);
  return tip === undefined ? p.text : `${p.text} (${tip})`;
}

interface Told {
  readonly machine: Machine;
  readonly log: readonly Logged[];
  readonly chapters: readonly Chapter[];
  /** Rows of it, from the first on that are told. */
  readonly from: number;
  readonly head: number;
}

function rowsOf({ machine, log, chapters, from, head }: Told, catalogue: Catalogue): string[] {
  const t = translator(catalogue);
  const columns = ['step', 'command', 'access', 'value', 'what'] as const;
  const top = `| ${columns.map((c) => t(`transcript.${c}`)).join(' | ')} |\n|${columns.map(() => ' --- |').join('')}`;
  const lines: string[] = [];
  const end = Math.min(head, from + mostRows);
  let isOpen = false;
  for (let i = from; i < end; i++) {
    const chapter = chapters.findLast(({ first }) => first === i);
    if (chapter) lines.push('', `### ${nameOf(chapter.id, catalogue)}`);
    if (chapter || !isOpen) lines.push('', top);
    isOpen = true;
    machine.seek(i + 1);
    const explanation = explain(machine, i);
    const { row } = explanation;
    const command = machine.trace.isConsequence(i) ? undefined : commandOf(machine, row);
    const entry = log[entryAt(log, i)];
    const access = command ? spell([command]) : '';
    const typed = entry?.first === i && entry.entry.text !== access ? entry.entry.text : '';
    const said = pieces(sentenceOf(machine, explanation, beatsOf(machine, explanation)), catalogue)
      .map((p) =>
        typeof p === 'string'
          ? plainCell(p)
          : 'value' in p
            ? codeCell(p.value)
            : 'strong' in p
              ? `**${plainCell(p.strong)}**`
              : plainCell('names' in p ? withTip(p) : p.text),
      )
      .join('');
    const cells = [String(i + 1), codeCell(typed), codeCell(access), codeCell(valueText(row)), said];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  if (end < head) lines.push('', t('transcript.more', { count: head - end }));
  return lines;
}

/** `machine` is wound about and given back as it stood. */
export async function transcript(
  stored: Stored,
  story: {
    readonly machine: Machine;
    readonly log: readonly Logged[];
    readonly chapters: readonly Chapter[];
  },
  catalogue: Catalogue,
): Promise<string> {
  const t = translator(catalogue);
  const { scenario, branches, names = {} } = stored;
  const { machine } = story;
  const functions = listFunctions(machine).map(
    ({ fn, listed }) => `- \`${bdfText(listed.bdf)}\` ${machine.board.parts[fn]?.model ?? ''}`,
  );
  const stood = machine.image.tape.position;
  const lines = [
    `# ${plainCell(t('name.scenario', { title: scenario.title }))}`,
    '',
    t('text.named', {
      name: t('transcript.machine'),
      text: t('text.list', { parts: [`\`${scenario.machine}\``, t(`rules.${scenario.authentic}`)] }),
    }),
    '',
    `## ${t('transcript.functions')}`,
    '',
    ...functions,
    '',
    `## ${t('transcript.story')}`,
    ...rowsOf({ ...story, from: 0, head: machine.trace.length }, catalogue),
  ];
  machine.wind(stood);
  const models = branches.length === 0 ? [] : await modelsFor(scenario);
  for (const { id, fork, entries } of branches) {
    await softwareFor(entries);
    const { machine: other, log } = new Session(scenario, entries, [], 1, models);
    const name = names[String(id)];
    const title =
      name === undefined
        ? t('transcript.branch', { id, step: fork })
        : t('transcript.named-branch', { name, step: fork });
    const told = { machine: other, log, chapters: chaptersOf(log), from: fork, head: other.trace.length };
    lines.push('', `## ${title}`, ...rowsOf(told, catalogue));
  }
  return `${lines.join('\n')}\n`;
}
