/** From a difference to the hex grid of its function. */
import type { LabelId } from '../../content/words/catalogue.ts';
import type { FunctionDifference } from '../../session/compare.ts';
import type { CompareState, Made, Which } from '../../store/compare-store.ts';
import { open, seek } from '../../store/session-store.ts';
import { select, showDialog, showInspectorTab, showPhoneTab } from '../../store/ui-store.ts';

type MadeSides = CompareState['made'];
type Ready = Extract<Made, { state: 'made' }>;

const sideWith = (
  made: MadeSides,
  difference: FunctionDifference,
  fits: (side: Ready) => boolean,
): { readonly side: Ready; readonly fn: number } | undefined => {
  for (const which of ['right', 'left'] satisfies Which[]) {
    const side = made[which];
    if (difference[which] >= 0 && side.state === 'made' && fits(side)) return { side, fn: difference[which] };
  }
  return undefined;
};

/** Where a function can be shown: in the machine that is open, best at a moment of its story; else in one that came as text. */
const findSide = (made: MadeSides, difference: FunctionDifference) =>
  sideWith(made, difference, ({ row }) => row !== undefined) ??
  sideWith(made, difference, ({ dropped }) => dropped === undefined) ??
  sideWith(made, difference, () => true);

/** What going there does: a dump has to be opened in place of the open machine, a program aside left no story to stand in. */
export function goingTo(made: MadeSides, difference: FunctionDifference): LabelId {
  const side = findSide(made, difference)?.side;
  if (side?.dropped) return 'compare.go-open';
  return side?.row === undefined ? 'compare.go-now' : 'compare.go';
}

/** Shows the bytes; the story goes to the moment that was compared, if it was one. */
export async function goTo(
  made: MadeSides,
  difference: FunctionDifference,
  range?: { readonly at: number; readonly bytes: number },
): Promise<void> {
  const found = findSide(made, difference);
  if (!found) return;
  const { side, fn } = found;
  showDialog(undefined);
  if (side.dropped) await open({ scenario: side.dropped.scenario, entries: [] });
  else if (side.row !== undefined) seek(side.row);
  select(range ? { fn, offset: range.at, bytes: range.bytes } : { fn });
  showInspectorTab('hex');
  showPhoneTab('inspector');
  // after the dialog has given the focus back
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-pane="inspector"] [role="grid"] [tabindex="0"]')?.focus(),
  );
}
