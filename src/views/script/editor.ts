/** The editor: CodeMirror, told what to mark and telling what was written. Nothing else of the page knows CodeMirror. */
import {
  acceptCompletion,
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, Prec, Transaction } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { colours, marking, pointGutter, showMarks, type Marks } from './marks.ts';

/** What could stand at a place of a line. */
export type Complete = (
  line: string,
  at: number,
) => { readonly from: number; readonly options: readonly { readonly text: string; readonly note: string }[] };

export interface EditorOptions {
  readonly text: string;
  readonly label: string;
  /** Id of what describes it. */
  readonly describedBy: string;
  readonly onText: (text: string) => void;
  /** Lines have moved. */
  readonly onMove: (to: (line: number) => number) => void;
  readonly onRun: () => void;
  readonly onPoint: (line: number) => void;
  readonly complete: Complete;
}

export interface Editor {
  /** Replaces the whole text; undo brings the former back. */
  readonly replace: (text: string) => void;
  readonly show: (marks: Marks) => void;
  /** The line that the caret is in. */
  readonly line: () => number;
  readonly focus: () => void;
  readonly close: () => void;
}

const completions =
  (complete: Complete) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const line = state.doc.lineAt(pos);
    if (line.text.slice(0, pos - line.from).includes('#')) return null;
    const { from, options } = complete(line.text, pos - line.from);
    if (options.length === 0 || (!explicit && line.text.trim() === '')) return null;
    return {
      from: line.from + from,
      options: options.map(({ text, note }) => ({ label: text, apply: `${text} `, detail: note })),
    };
  };

export function openEditor(parent: HTMLElement, options: EditorOptions): Editor {
  const { onText, onMove, onRun, onPoint } = options;
  const caretLine = (): number => view.state.doc.lineAt(view.state.selection.main.head).number;
  const keys = [
    { key: 'Mod-Enter', run: () => (onRun(), true) },
    { key: 'Mod-b', run: () => (onPoint(caretLine()), true), preventDefault: true },
    // a list that is open takes it; else it leaves the editor, as everywhere
    { key: 'Tab', run: acceptCompletion },
  ];
  const told = EditorView.updateListener.of(({ docChanged, changes, startState, state }) => {
    if (!docChanged) return;
    onMove((line) => {
      const { doc } = startState;
      if (line > doc.lines) return line;
      return state.doc.lineAt(changes.mapPos(doc.line(line).to, -1)).number;
    });
    onText(state.doc.toString());
  });
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(keymap.of(keys)),
        pointGutter(onPoint),
        lineNumbers(),
        history(),
        marking,
        colours,
        autocompletion({ override: [completions(options.complete)], icons: false }),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
        }),
        told,
      ],
    }),
  });
  return {
    replace(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: Transaction.userEvent.of('input.replace'),
      });
    },
    show(marks) {
      view.dispatch({ effects: showMarks.of(marks) });
      const line = marks.next ?? marks.now;
      if (line !== undefined && line <= view.state.doc.lines && !view.hasFocus)
        view.dispatch({
          effects: EditorView.scrollIntoView(view.state.doc.line(line).from, { y: 'nearest' }),
        });
    },
    line: caretLine,
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}
