/** What is drawn into the text: the line that runs, what is wrong and where, breakpoints, and two quiet colours. */
import { RangeSet, StateEffect, StateField, type EditorState, type Range } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  gutter,
  GutterMarker,
  MatchDecorator,
  ViewPlugin,
  WidgetType,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view';

export interface Wrong {
  readonly line: number;
  /** Characters of the line; the whole line when missing. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly text: string;
}

export interface Marks {
  readonly wrong: readonly Wrong[];
  /** The line that was carried out, and the one that comes next. */
  readonly now?: number | undefined;
  readonly next?: number | undefined;
  /** Lines with a breakpoint, and whether it is on. */
  readonly points: ReadonlyMap<number, boolean>;
}

export const showMarks = StateEffect.define<Marks>();

/** The sentence under a line that is wrong. */
class Told extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: Told): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const box = document.createElement('div');
    box.className = 'script-told';
    box.textContent = `✕ ${this.text}`;
    return box;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function wrongAt({ doc }: EditorState, { line, from, to, text }: Wrong): Range<Decoration>[] {
  const { from: start, to: end, length } = doc.line(line);
  const told = Decoration.widget({ widget: new Told(text), block: true, side: 1 }).range(end);
  if (length === 0) return [told];
  // a place at the very end is that of the last character
  const a = start + Math.min(from ?? 0, length - 1);
  const b = Math.max(a + 1, Math.min(start + (to ?? length), end));
  return [Decoration.mark({ class: 'script-wrong' }).range(a, b), told];
}

function decorate(state: EditorState, { wrong, now, next }: Marks): DecorationSet {
  const has = (line: number | undefined): line is number => line !== undefined && line <= state.doc.lines;
  const ranges = wrong.filter(({ line }) => has(line)).flatMap((each) => wrongAt(state, each));
  const lit = (line: number, attributes: Record<string, string>): void => {
    ranges.push(Decoration.line({ attributes }).range(state.doc.line(line).from));
  };
  if (has(now)) lit(now, { 'data-now': '', 'aria-current': 'step' });
  if (has(next)) lit(next, { 'data-next': '' });
  return Decoration.set(ranges, true);
}

/** Lines lit and underlined; they move with the text until they are told anew. */
export const marking = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(old, { changes, effects, state }) {
    const told = effects.find((effect) => effect.is(showMarks));
    return told ? decorate(state, told.value) : old.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A dot in front of the number: hollow where one can be, full where one is. */
class Dot extends GutterMarker {
  readonly look: string;

  constructor(look: string) {
    super();
    this.look = look;
  }

  override eq(other: Dot): boolean {
    return other.look === this.look;
  }

  override toDOM(): HTMLElement {
    const dot = document.createElement('span');
    dot.className = 'script-dot';
    dot.dataset['look'] = this.look;
    return dot;
  }
}

const free = new Dot('free');
const on = new Dot('on');
const off = new Dot('off');

const points = StateField.define<ReadonlyMap<number, boolean>>({
  create: () => new Map(),
  update(old, { effects }) {
    const told = effects.find((effect) => effect.is(showMarks));
    return told ? told.value.points : old;
  },
});

/** For the pointer; the toolbar and a key do the same. */
export const pointGutter = (onPoint: (line: number) => void) => [
  points,
  gutter({
    class: 'script-points',
    lineMarker({ state }, block) {
      const line = state.doc.lineAt(block.from).number;
      const isOn = state.field(points).get(line);
      return isOn === undefined ? free : isOn ? on : off;
    },
    lineMarkerChange: ({ startState, state }) => startState.field(points) !== state.field(points),
    markers: () => RangeSet.empty,
    domEventHandlers: {
      mousedown({ state }, block) {
        onPoint(state.doc.lineAt(block.from).number);
        return true;
      },
    },
  }),
];

const words = new MatchDecorator({
  regexp: /#.*|^\s*\w+|;\s*\w+/g,
  decoration: ([text]) => Decoration.mark({ class: text.startsWith('#') ? 'script-remark' : 'script-verb' }),
});

/** Verbs and remarks. */
export const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = words.createDeco(view);
    }

    update(update: ViewUpdate): void {
      this.decorations = words.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
