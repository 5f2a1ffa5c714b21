/** Who moves while a block flies or a bracket stretches: elements, and where the arithmetic of `flight.ts` puts them. */
import {
  blockAt,
  ghostAt,
  glowAt,
  gridAt,
  notchesOf,
  slotAt,
  stretchAt,
  type Pose,
  type Rect,
} from './flight.ts';
import { unitOf } from './items.ts';
import type { MapLayout } from './layout.ts';
import { bracketTransform } from './MapDrawing.tsx';
import type { Moment } from './moment.ts';
import type { MapModel } from './use-map.ts';

export interface Actor {
  readonly element: HTMLElement | SVGElement;
  /** `transform` and `opacity` only. */
  readonly at: (progress: number) => Readonly<Record<string, string>>;
}

/** Some actors, and what gives the stage back to React. */
export interface Cast {
  readonly actors: readonly Actor[];
  readonly release: () => void;
}

const posed = ({ x, y, scale, opacity }: Pose): Readonly<Record<string, string>> => ({
  transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) scale(${scale.toFixed(3)})`,
  opacity: opacity.toFixed(3),
});

/** The register of a BAR ("fn.index") where it is shown: a field, else the mark on the card, else the card. */
export function originOf(key: string): Rect | undefined {
  const [fn = '', bar = ''] = key.split('.');
  const card = `.topology-card[data-fn="${fn}"]`;
  const places = [`[data-bar-field="${key}"]`, `${card} [data-bar="${bar}"]`, card];
  for (const place of places) {
    const box = document.querySelector(place)?.getBoundingClientRect();
    if (box && box.width > 0 && box.bottom > 0 && box.top < innerHeight) return box;
  }
  return undefined;
}

/** Where the slot of a BAR is on the screen; undefined while it is out of sight. */
function slotOf(key: string, column: HTMLElement, layout: MapLayout): Rect | undefined {
  const box = layout.boxes.find((b) => b.key === key);
  const view = column.parentElement?.getBoundingClientRect();
  if (!box || !view) return undefined;
  const { left, top } = column.getBoundingClientRect();
  const slot = { x: left + box.x, y: top + box.y, width: box.width, height: box.height };
  return slot.y + slot.height > view.top && slot.y < view.bottom ? slot : undefined;
}

const part = (overlay: HTMLElement, name: string): HTMLElement | undefined =>
  overlay.querySelector<HTMLElement>(`.flight-${name}`) ?? undefined;

/** The block, its grid and its ghost; the slot that waits for it; the brackets that light up. */
export function blockActors(
  overlay: HTMLElement | null,
  column: HTMLElement,
  layout: MapLayout,
  moment: Moment,
): readonly Cast[] {
  const key = overlay?.dataset['flight'] ?? '';
  const to = slotOf(key, column, layout);
  const from = originOf(key);
  const landing = moment.landings.find((l) => l.key === key);
  if (!overlay || !to || !from || !landing) return [];
  const glows = [...column.querySelectorAll<SVGElement>('[data-glow]')].filter((e) => e.tagName === 'path');
  const plan = { from, to, off: landing.off, brackets: glows.length };
  const actors: Actor[] = [];
  const sized: HTMLElement[] = [];
  const add = (name: string, width: number, height: number, at: Actor['at']): void => {
    const element = part(overlay, name);
    if (!element) return;
    element.style.width = `${String(width)}px`;
    element.style.height = `${String(height)}px`;
    sized.push(element);
    actors.push({ element, at });
  };
  add('block', to.width, to.height, (p) => posed(blockAt(plan, p)));
  add('ghost', to.width, to.height, (p) => posed(ghostAt(plan, p)));
  const view = column.parentElement?.getBoundingClientRect() ?? to;
  const above = Math.min(3, Math.floor((to.y - view.y) / to.height));
  const below = Math.min(3, Math.floor((view.y + view.height - to.y) / to.height));
  const grid = { x: to.x - 10, y: to.y - above * to.height, scale: 1 };
  overlay.style.setProperty('--step', `${String(to.height)}px`);
  add('grid', to.width + 20, (above + below) * to.height + 1, (p) =>
    posed({ ...grid, opacity: gridAt(p) * 0.55 }),
  );
  const slot = column.querySelector<HTMLElement>(`.map-block[data-key="${key}"]`);
  if (slot) {
    slot.dataset['landing'] = '';
    actors.push({ element: slot, at: (p) => ({ opacity: slotAt(p).toFixed(3) }) });
  }
  for (const glow of glows) {
    const turn = Number(glow.dataset['glow']);
    actors.push({ element: glow, at: (p) => ({ opacity: glowAt(plan, turn, p).toFixed(3) }) });
  }
  const release = (): void => {
    overlay.style.removeProperty('--step');
    sized.forEach((e) => e.removeAttribute('style'));
    delete slot?.dataset['landing'];
  };
  return [{ actors, release }];
}

/** The brackets of the windows that are set at this beat. */
export function bracketActors(
  column: HTMLElement,
  { items, moment }: MapModel,
  layout: MapLayout,
): readonly Cast[] {
  return moment.stretches.flatMap(({ key, from, to }) => {
    const bracket = layout.brackets.find((b) => b.key === key);
    const mark = column.querySelector<SVGElement>(`[data-bracket="${key}"]`);
    const element = mark?.querySelector<SVGElement>('.map-bracket');
    const window = items.windows.find((w) => w.key === key);
    if (!bracket || !mark || !element || !window) return [];
    const end = {
      y: bracket.y + 1,
      height: bracket.isClosed ? bracket.height : Math.max(4, bracket.height - 2),
    };
    const wasOpen = from.to >= from.from && (from.from > 0 || from.enabled);
    const lower = wasOpen ? layout.y(from.from) : end.y + end.height;
    const begin = wasOpen
      ? { y: layout.y(from.to), height: Math.max(4, lower - layout.y(from.to)) }
      : { y: lower - 4, height: 4 };
    const plan = { from: begin, to: end, notches: notchesOf(from, to, unitOf(window)) };
    const at: Actor['at'] = (p) => {
      const { y, height } = stretchAt(plan, p);
      return { transform: bracketTransform(bracket.x, y, height) };
    };
    mark.dataset['stretching'] = '';
    return [{ actors: [{ element, at }], release: () => delete mark.dataset['stretching'] }];
  });
}

/** Where nothing may travel: the way from the register to the slot, drawn as long as both stay where they are. */
export function trace(overlay: HTMLElement, column: HTMLElement, layout: MapLayout): () => void {
  const key = overlay.dataset['flight'] ?? '';
  const path = overlay.querySelector('.flight-trace path');
  const draw = (): void => {
    const [from, to] = [originOf(key), slotOf(key, column, layout)];
    overlay.toggleAttribute('data-traced', from !== undefined && to !== undefined);
    if (!from || !to) return;
    const [x, y] = [from.x - 3, from.y - 3];
    const [w, h] = [from.width + 6, from.height + 6];
    const middle = to.y + to.height / 2;
    const bend = (x + w + to.x) / 2;
    path?.setAttribute(
      'd',
      `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}zM${n(x + w)} ${n(y + h / 2)}C${n(bend)} ${n(y + h / 2)} ${n(bend)} ${n(middle)} ${n(to.x)} ${n(middle)}`,
    );
  };
  draw();
  const later = requestAnimationFrame(draw);
  addEventListener('scroll', draw, true);
  addEventListener('resize', draw);
  return () => {
    cancelAnimationFrame(later);
    removeEventListener('scroll', draw, true);
    removeEventListener('resize', draw);
    overlay.removeAttribute('data-traced');
    path?.removeAttribute('d');
  };
}

const n = (value: number): string => value.toFixed(1);
