/** `lspci -t`: buses and bridges drawn with lines. */
import { hex } from '../../base/hex.ts';
import { byteAt } from './listed.ts';
import type { ListedFunction } from './listed.ts';
import { classOf } from './names.ts';

interface Bus {
  readonly domain: number;
  readonly number: number;
  readonly functions: Node[];
}

interface Bridge {
  readonly domain: number;
  readonly primary: number;
  readonly secondary: number;
  readonly subordinate: number;
  readonly below: Bridge[];
  readonly buses: Bus[];
}

interface Node {
  readonly f: ListedFunction;
  readonly bridge: Bridge | undefined;
}

/** What to draw: which functions are asked for, and what stands behind one that is no bridge. */
export interface TreeOptions {
  /** Nothing was filtered: root buses without functions are drawn too. */
  readonly isWhole: boolean;
  readonly isShown: (f: ListedFunction) => boolean;
  readonly label: (f: ListedFunction) => string;
}

function bridgeOf(f: ListedFunction): Bridge | undefined {
  const header = byteAt(f, 0x0e) & 0x7f;
  if (classOf(f) !== 0x0604 || (header !== 1 && header !== 2)) return undefined;
  return {
    domain: f.domain,
    primary: byteAt(f, 0x18),
    secondary: byteAt(f, 0x19),
    subordinate: byteAt(f, 0x1a),
    below: [],
    buses: [],
  };
}

const span = (bridge: Bridge): number => {
  const width = bridge.subordinate - bridge.primary;
  // lspci counts in unsigned words: a bridge numbered backwards spans nearly everything.
  return width < 0 ? width + 2 ** 32 : width;
};

const busOf = (bridge: Bridge, domain: number, number: number): Bus | undefined =>
  bridge.buses.find((bus) => bus.domain === domain && bus.number === number);

const addBus = (bridge: Bridge, domain: number, number: number): Bus => {
  const bus: Bus = { domain, number, functions: [] };
  bridge.buses.push(bus);
  return bus;
};

/** The bus of the forest that a function belongs on; made where none of the bridges has it. */
function seat(from: Bridge, f: ListedFunction): Bus {
  const number = f.bdf >> 8;
  let bridge = from;
  for (;;) {
    const bus = busOf(bridge, f.domain, number);
    if (bus) return bus;
    const next = bridge.below.find(
      (b) => b.domain === f.domain && b.secondary <= number && number <= b.subordinate,
    );
    if (!next) return addBus(bridge, f.domain, number);
    bridge = next;
  }
}

/** The root stands for all host bridges: its buses are the roots of the forest. */
function plant(functions: readonly ListedFunction[]): Bridge {
  const root: Bridge = {
    domain: 0,
    primary: -1,
    secondary: 0,
    subordinate: 2 ** 32 - 1,
    below: [],
    buses: [],
  };
  const nodes = functions.map((f): Node => ({ f, bridge: bridgeOf(f) }));
  const bridges = nodes.flatMap((node) => node.bridge ?? []);
  for (const bridge of bridges) {
    let best = root;
    for (const other of bridges) {
      const holds = other.secondary <= bridge.primary && bridge.primary <= other.subordinate;
      if (other !== bridge && other.domain === bridge.domain && holds) {
        if (best === root || span(best) > span(other)) best = other;
      }
    }
    best.below.unshift(bridge);
  }
  // lspci takes bus 0 of domain 0 for granted.
  addBus(root, 0, 0);
  for (const bridge of bridges) addBus(bridge, bridge.domain, bridge.secondary);
  for (const node of nodes) seat(root, node.f).functions.push(node);
  return root;
}

/** What stands under a piece of line in the rows below it. */
const continued = (head: string): string => head.replaceAll(/[^+|]/g, ' ').replaceAll('+', '|');

const hang = (head: string, rows: readonly string[]): string[] =>
  rows.map((row, i) => (i === 0 ? head + row : continued(head) + row));

/** The rows of `lspci -t` for functions in order. A bridge that leads to something asked for is always drawn. */
export function treeText(functions: readonly ListedFunction[], options: TreeOptions): string {
  const root = plant(functions);
  const path = new Set<Bridge>();
  const leads = (bridge: Bridge): boolean => {
    if (path.has(bridge)) return false;
    path.add(bridge);
    const found = bridge.buses.some((bus) => bus.functions.some(isDrawn));
    path.delete(bridge);
    return found;
  };
  const isDrawn = (node: Node): boolean =>
    options.isShown(node.f) || (node.bridge !== undefined && leads(node.bridge));

  const drawNode = (node: Node): string[] => {
    const head = `${hex((node.f.bdf >> 3) & 31, 2)}.${String(node.f.bdf & 7)}`;
    const { bridge } = node;
    if (!bridge || path.has(bridge)) return [head + options.label(node.f)];
    const from = hex(bridge.secondary, 2);
    const range = bridge.secondary === bridge.subordinate ? from : `${from}-${hex(bridge.subordinate, 2)}`;
    path.add(bridge);
    const rows = hang(`${head}-[${range}]-`, drawBridge(bridge, false));
    path.delete(bridge);
    return rows;
  };

  const drawBus = (bus: Bus): string[] => {
    const [only] = bus.functions;
    if (bus.functions.length === 1 && only) return isDrawn(only) ? hang('--', drawNode(only)) : [''];
    const rows = bus.functions.flatMap((node, i) => {
      if (!isDrawn(node)) return [];
      return hang(i === bus.functions.length - 1 ? '\\-' : '+-', drawNode(node));
    });
    return rows.length === 0 ? [''] : rows;
  };

  const rootName = (bus: Bus): string => `[${hex(bus.domain, 4)}:${hex(bus.number, 2)}]-`;
  const drawBridge = (bridge: Bridge, isRoot: boolean): string[] => {
    const isSeen = (bus: Bus): boolean => options.isWhole || !isRoot || bus.functions.some(isDrawn);
    const [only] = bridge.buses;
    if (bridge.buses.length === 1 && only) {
      return isSeen(only) ? hang(isRoot ? `-${rootName(only)}` : '-', drawBus(only)) : ['-'];
    }
    const rows = bridge.buses.flatMap((bus, i) => {
      const corner = i === bridge.buses.length - 1 ? '\\-' : '+-';
      return isSeen(bus) ? hang(corner + rootName(bus), drawBus(bus)) : [];
    });
    return rows.length === 0 ? ['-'] : hang('-', rows);
  };

  return drawBridge(root, true)
    .map((row) => `${row}\n`)
    .join('');
}
