/** Keys to commands: which press means which command, and when a press means something else. */
import type { Command, CommandRegistry } from '../views/parts/command.ts';

/** The part of a KeyboardEvent that decides. */
export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Keys whose character changes with Shift are known by their place then. */
const places: Readonly<Record<string, string>> = { '.': 'Period', ',': 'Comma' };

/** Whether a press is the shortcut `keys`: "Mod+Shift+Z", "F6", "Space", ".", "Shift+.". Mod is Ctrl or ⌘. */
export function matches(keys: string, press: Press): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  const shift = parts.includes('Shift');
  if (press.altKey || mod !== (press.ctrlKey || press.metaKey)) return false;
  const pressed = press.key === ' ' ? 'Space' : press.key;
  if (key.length === 1 && !/[a-z]/i.test(key)) {
    // A printed sign: whatever the layout needs to type it is right, unless Shift is part of the shortcut.
    return shift ? press.shiftKey && press.code === places[key] : pressed === key;
  }
  return shift === press.shiftKey && pressed.toLowerCase() === key.toLowerCase();
}

/** A shortcut as this keyboard prints it: `layout` says what stands at a place (`Period` is a colon in France). */
export function printed(keys: string, layout: ReadonlyMap<string, string> | undefined): string {
  const parts = keys.split('+');
  const sign = parts.at(-1) ?? '';
  const there = parts.includes('Shift') ? layout?.get(places[sign] ?? '') : undefined;
  return there === undefined ? keys : [...parts.slice(0, -1), there].join('+');
}

/** Whether a shortcut is a single character, which can be switched off (WCAG 2.1.4). */
export const isSingle = (keys: string): boolean => {
  const key = keys.split('+').at(-1) ?? '';
  return !keys.includes('Mod') && (key.length === 1 || key === 'Space');
};

/** The command that a press means, whether or not it can run now. */
export function commandFor(
  commands: readonly Command[],
  press: Press,
): { command: Command; keys: string } | undefined {
  for (const command of commands) {
    const keys = command.keys?.find((k) => matches(k, press));
    if (keys !== undefined) return { command, keys };
  }
  return undefined;
}

/** Text is typed here: single characters are text, and so are Ctrl+Z and its like. */
const typing =
  'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]';
/** Presses in here belong to it. */
const owning = 'dialog, [role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
/** Letters find rows here; signs stay free. */
const letters = '[role=tree], [role=treegrid], [role=grid]';
/** Space presses these. */
const pressable =
  'button, a[href], summary, input, [role=tab], [role=button], [role=slider], [role=gridcell], [role=treeitem], [role=row]';

/** Whether the element that has the focus wants the press for itself. */
export function wanted(target: Element | undefined, keys: string): boolean {
  if (target === undefined) return false;
  if (target.closest(owning) !== null) return true;
  if (target.matches(typing)) return isSingle(keys) || keys.endsWith('+Z');
  if (keys === 'Space') return target.closest(pressable) !== null;
  return isSingle(keys) && /[a-z]/i.test(keys) && target.closest(letters) !== null;
}

/**
 * Listens on the whole page; returns the way to stop. `singles` says whether single characters are on, `busy` whether a press
 * is meant for a dialog, be it only on its way.
 */
export function listen(registry: CommandRegistry, singles: () => boolean, busy: () => boolean): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || busy()) return;
    const found = commandFor(registry.all, event);
    if (found === undefined || (isSingle(found.keys) && !singles())) return;
    if (wanted(event.target instanceof Element ? event.target : undefined, found.keys)) return;
    event.preventDefault();
    if ((found.command.isEnabled?.() ?? true) === true) found.command.run();
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}
