/** Where one looks, as text in a link: "00:03.0/cfg/10:4/7-4" and "hex,memory,map". */
import { say, type Problem } from '../../base/problem.ts';
import { bdfOf } from '../../engine/explain.ts';
import { formatBdf, parseBdf } from '../../pci/bdf.ts';
import { sessionStore } from '../session-store.ts';
import {
  inspectorTabs,
  mapTabs,
  phoneTabs,
  select,
  topologyTabs,
  uiStore,
  type Selection,
  type Ui,
} from '../ui-store.ts';

/** A function by where software finds it now; one that no bus number leads to by its place on the board. */
export function selectionText({ fn, offset, bytes, hi, lo, row }: Selection): string | undefined {
  if (fn === undefined && row === undefined) return undefined;
  const { machine } = sessionStore.getState();
  const bdf = fn === undefined ? -1 : bdfOf(machine, fn);
  const pieces = [
    fn === undefined ? '' : bdf >= 0 && machine.find(bdf) === fn ? formatBdf(bdf) : `@${String(fn)}`,
    offset === undefined ? '' : 'cfg',
    offset === undefined ? '' : `${offset.toString(16)}:${String(bytes ?? 1)}`,
    hi === undefined || lo === undefined ? '' : `${String(hi)}-${String(lo)}`,
    row === undefined ? '' : String(row),
  ];
  while (pieces.at(-1) === '') pieces.pop();
  return pieces.join('/');
}

const shape =
  /^(@\d{1,6}|[0-9a-f:.]{5,16})?(?:\/(?:cfg)?)?(?:\/(?:([0-9a-f]{1,3}):(\d{1,4}))?)?(?:\/(?:(\d{1,2})-(\d{1,2}))?)?(?:\/(\d{1,9}))?$/;

/** Undefined: it leads nowhere on this machine. */
export function selectionOf(text: string): Selection | undefined {
  const found = shape.exec(text);
  if (!found) return undefined;
  const { machine, head } = sessionStore.getState();
  const [, who, offset, bytes, hi, lo, row] = found;
  const bdf = who === undefined ? undefined : parseBdf(who)?.bdf;
  const fn = who?.startsWith('@') ? Number(who.slice(1)) : bdf === undefined ? -1 : machine.find(bdf);
  if (who !== undefined && (fn < 0 || fn >= machine.board.parts.length)) return undefined;
  if (row !== undefined && Number(row) >= head) return undefined;
  return {
    ...(who === undefined ? {} : { fn }),
    ...(offset === undefined ? {} : { offset: Number.parseInt(offset, 16), bytes: Number(bytes) }),
    ...(hi === undefined ? {} : { hi: Number(hi), lo: Number(lo) }),
    ...(row === undefined ? {} : { row: Number(row) }),
  };
}

/** On a phone one panel shows. */
const phone = 'phone-';
const shut = 'no-console';

export function viewText(): string {
  const { inspectorTab, mapTab, topologyTab, phoneTab, consoleOpen } = uiStore.getState();
  const onPhone = phoneTab === 'topology' ? [] : [phone + phoneTab];
  return [inspectorTab, mapTab, topologyTab, ...onPhone, ...(consoleOpen ? [] : [shut])].join(',');
}

function changeOf(word: string): Partial<Ui> | undefined {
  const inspectorTab = inspectorTabs.find((tab) => tab === word);
  if (inspectorTab) return { inspectorTab };
  const mapTab = mapTabs.find((tab) => tab === word);
  if (mapTab) return { mapTab };
  const topologyTab = topologyTabs.find((tab) => tab === word);
  if (topologyTab) return { topologyTab };
  const phoneTab = phoneTabs.find((tab) => phone + tab === word);
  if (phoneTab) return { phoneTab };
  return word === shut ? { consoleOpen: false } : undefined;
}

/** Looks there; what leads nowhere is told. */
export function look(sights: { readonly selection?: string; readonly view?: string }): readonly Problem[] {
  const problems: Problem[] = [];
  const { selection, view } = sights;
  const chosen = selection === undefined ? undefined : selectionOf(selection);
  if (chosen) select(chosen);
  else if (selection !== undefined)
    problems.push({ message: say('link.bad-field', { field: 'sel', given: selection.slice(0, 40) }) });
  for (const word of view === undefined || view === '' ? [] : view.split(',')) {
    const change = changeOf(word);
    if (change) uiStore.setState(change);
    else problems.push({ message: say('link.bad-field', { field: 'view', given: word.slice(0, 40) }) });
  }
  return problems;
}
