/** A drawing on the page as a file of its own: every style that the page gave it stands in it, nothing is fetched. */

/** Presentation attributes of SVG, and what they are when nobody says anything. */
const styles: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  'text-anchor': 'start',
  'vector-effect': 'none',
};
const fonts = ['font-family', 'font-size', 'font-weight'] as const;

/** What other programs read: `#rrggbb`, with the opacity apart. Whatever else a browser says is left as it is. */
export function plainColour(value: string): { readonly colour: string; readonly opacity: number } {
  const mixed = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(value);
  const numbers = mixed ?? /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value);
  if (!numbers) return { colour: value, opacity: 1 };
  const [, r, g, b, a] = numbers;
  const hex = (part = '0'): string => {
    const byte = Math.round(Number(part) * (mixed ? 255 : 1));
    return Math.max(0, Math.min(255, byte)).toString(16).padStart(2, '0');
  };
  return { colour: `#${hex(r)}${hex(g)}${hex(b)}`, opacity: a === undefined ? 1 : Number(a) };
}

/** What holds others has no look of its own: each of them says its. */
const holds = new Set(['g', 'svg', 'pattern', 'title']);

function inline(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  if (computed.display === 'none' || computed.opacity === '0') return to.remove();
  // @starting-style and what is on its way are over: the host has no transitions
  if (computed.opacity !== '1') to.setAttribute('opacity', computed.opacity);
  for (const [name, usual] of holds.has(to.localName) ? [] : Object.entries(styles)) {
    const value = computed.getPropertyValue(name);
    if (value === '' || value === usual) to.removeAttribute(name);
    else if (name === 'fill' || name === 'stroke') {
      const { colour, opacity } = plainColour(value);
      to.setAttribute(name, opacity === 0 ? 'none' : colour.replaceAll('"', ''));
      if (opacity > 0 && opacity < 1) to.setAttribute(`${name}-opacity`, String(opacity));
    } else to.setAttribute(name, value.replaceAll(/(\d)px/g, '$1'));
  }
  if (to.localName === 'text' || to.localName === 'tspan')
    for (const name of fonts) to.setAttribute(name, computed.getPropertyValue(name).replaceAll('"', "'"));
  // what stands in a style is a place that CSS may animate
  if (from instanceof SVGElement && from.style.transform !== '')
    to.setAttribute('transform', computed.transform);
  for (const name of to.getAttributeNames())
    if (/^(class|style|aria-|tabindex|focusable|data-(?!fn$|region$|wire$|beat$))/.test(name))
      to.removeAttribute(name);
  if (to.localName === 'svg') to.setAttribute('overflow', 'visible');
  const children = [...to.children];
  [...from.children].forEach((child, i) => {
    const twin = children[i];
    if (twin) inline(child, twin);
  });
}

const margin = 16;
const svgNamespace = 'http://www.w3.org/2000/svg';

export interface SvgFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** `svg` is on the page, rendered. */
export function svgFile(svg: SVGSVGElement, title: string, description: string): SvgFile {
  const inner = document.createElementNS(svgNamespace, 'g');
  const width = svg.width.baseVal.value + margin * 2;
  const height = svg.height.baseVal.value + margin * 2;
  const copies = [...svg.children].map((child) => {
    const copy = child.cloneNode(true);
    if (copy instanceof Element) inner.append(copy);
    return { child, copy };
  });
  for (const { child, copy } of copies) if (copy instanceof Element) inline(child, copy);
  inner.setAttribute('transform', `translate(${String(margin)} ${String(margin)})`);
  const root = document.createElementNS(svgNamespace, 'svg');
  for (const [name, value] of Object.entries({
    width,
    height,
    viewBox: `0 0 ${String(width)} ${String(height)}`,
  }))
    root.setAttribute(name, String(value));
  root.setAttribute('role', 'img');
  const said = (name: 'title' | 'desc', text: string): Element => {
    const element = document.createElementNS(svgNamespace, name);
    element.textContent = text;
    return element;
  };
  const ground = document.createElementNS(svgNamespace, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', plainColour(getComputedStyle(svg).backgroundColor).colour);
  root.append(said('title', title), said('desc', description), ground, inner);
  return { text: `${new XMLSerializer().serializeToString(root)}\n`, width, height };
}

/** The same as pixels, `scale` for one. Undefined where the browser gives none. */
export async function pngOf({ text, width, height }: SvgFile, scale = 2): Promise<Blob | undefined> {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}
