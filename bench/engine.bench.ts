/** The engine's figures: CF8+CFC pairs a second, seeks, frames, a board of 65,536 functions. Median of several runs. */
import '../src/session/all-software.ts';
import { BoardBuilder } from '../src/engine/board.ts';
import { Machine } from '../src/engine/machine.ts';
import { bridgeShape, endpointShape, plainPlatform } from '../src/engine/testing.ts';
import { Cutter, follow } from '../src/session/frame.ts';
import { Sentences, type Piece } from '../src/session/sentences.ts';
import { Session } from '../src/session/session.ts';
import process from 'node:process';
import { fullBoard } from '../src/content/scenarios/big-board.ts';
import { explain } from '../src/engine/explain.ts';
import { modelsFor } from '../src/scenario/load.ts';
import { build } from '../src/scenario/build.ts';
import { beatsOf } from '../src/session/beats.ts';

const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
const name = (bdf: number, register: number): number => (0x8000_0000 | (bdf << 8) | register) >>> 0;

function report(what: string, value: number, unit: string, note = ''): void {
  console.log(`${what.padEnd(62)} ${value.toFixed(value < 10 ? 3 : 1).padStart(10)} ${unit} ${note}`);
}

/** Endpoints behind `depth` nested bridges, bus numbers programmed. */
function deepMachine(depth: number): { m: Machine; bus: number } {
  const builder = new BoardBuilder('pci.0', false);
  let wire = 0;
  for (let i = 0; i < depth; i++) {
    const index = builder.plug({
      path: `b${String(i)}`,
      model: 'bridge',
      shape: bridgeShape(),
      wire,
      devfn: 0,
    });
    wire = builder.parts[index]?.below ?? 0;
  }
  for (let i = 1; i < 9; i++) {
    builder.plug({ path: `e${String(i)}`, model: 'endpoint', shape: endpointShape(), wire, devfn: i * 8 });
  }
  const m = new Machine(builder.done(plainPlatform, 0x100000, 'qemu'));
  for (let i = 0; i < depth; i++) {
    m.out(0xcf8, name(i << 8, 0x18), 4);
    m.out(0xcfc, (depth << 16) | ((i + 1) << 8) | i, 4);
  }
  return { m, bus: depth };
}

function pairs(depth: number): void {
  const { m, bus } = deepMachine(depth);
  const start = m.trace.length;
  const count = 500_000;
  const once = (): number => {
    m.cut(start);
    const t = performance.now();
    for (let i = 0; i < count; i++) {
      m.out(0xcf8, name((bus << 8) | (((i & 7) + 1) << 3), (i & 15) << 2), 4);
      m.in(0xcfc, 4);
    }
    return count / (performance.now() - t) / 1000;
  };
  once();
  report(
    `CF8+CFC read pairs, traced, behind ${String(depth)} bridges`,
    median(Array.from({ length: 9 }, once)),
    'M/s',
  );
}

function seeks(): void {
  const { m, bus } = deepMachine(0);
  while (m.trace.length < 1_000_000) {
    const i = m.trace.length;
    m.out(0xcf8, name((bus << 8) | (((i & 7) + 1) << 3), 0x10), 4);
    m.out(0xcfc, i << 12, 4);
  }
  const times: number[] = [];
  let at = 7;
  for (let i = 0; i < 200; i++) {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    const t = performance.now();
    m.seek(at % 1_000_000);
    times.push(performance.now() - t);
  }
  report('worst of 200 random seeks in 1,000,000 rows', Math.max(...times), 'ms');
  report('median seek', median(times), 'ms');
}

function frames(): void {
  const scenario = {
    title: '',
    machine: 'pc',
    ram: 256,
    authentic: 'qemu',
    parts: [{ model: 'e1000', addr: '3' }],
  } as const;
  const leader = new Session(scenario);
  const cutter = new Cutter(leader);
  const follower = new Machine(build(scenario).board);
  const once = (writes: number, n: number): number => {
    const commands = Array.from({ length: writes }, (_, i) => ({
      do: 'out' as const,
      port: 0xcf8,
      bytes: 4 as const,
      value: (0x8000_0000 + n * 4096 + i * 4) >>> 0,
    }));
    leader.act({ text: '', commands });
    const t = performance.now();
    follow(follower, structuredClone(cutter.cut()));
    return performance.now() - t;
  };
  for (const writes of [1, 1000, 100_000]) {
    const runs = Array.from({ length: writes > 1000 ? 9 : 200 }, (_, n) => once(writes, n));
    report(`frame of ${String(writes)} writes: cut, cloned, followed`, median(runs.slice(3)), 'ms');
  }
}

const bytesOf = ({ texts, ...columns }: Piece): number =>
  Object.values(columns).reduce<number>(
    (sum, each) => sum + (ArrayBuffer.isView(each) ? each.byteLength : 0),
    0,
  ) + texts.reduce((sum, text) => sum + text.length, 0);

function bigBoard(): void {
  const endpoint = endpointShape();
  const bridge = bridgeShape();
  const once = (): number => {
    const t = performance.now();
    const builder = new BoardBuilder('pci.0', false);
    const wires = [0];
    for (let i = 0; i < 255; i++) {
      const index = builder.plug({ path: '', model: 'bridge', shape: bridge, wire: 0, devfn: i });
      wires.push(builder.parts[index]?.below ?? 0);
    }
    for (const wire of wires.slice(1)) {
      for (let devfn = 0; devfn < 256; devfn++)
        builder.plug({ path: '', model: 'endpoint', shape: endpoint, wire, devfn });
    }
    const m = new Machine(builder.done(plainPlatform, 0x100000, 'qemu'));
    if (m.board.parts.length < 65_535) throw new Error('too small');
    return performance.now() - t;
  };
  report('board of 65,535 functions on 256 buses built', median(Array.from({ length: 5 }, once)), 'ms');
}

/** SeaBIOS on the full board as the worker runs it, then what a page does with that: pieces, seeks. */
async function firmware(): Promise<void> {
  const { scenario } = fullBoard;
  const models = await modelsFor(scenario);
  const builds = Array.from({ length: 5 }, () => {
    const t = performance.now();
    const { board } = build(scenario, models);
    const built = performance.now();
    new Machine(board);
    return [built - t, performance.now() - built] as const;
  });
  report('full board (65,529 functions) built from its scenario', median(builds.map(([b]) => b)), 'ms');
  report('a machine made of it', median(builds.map(([, m]) => m)), 'ms');

  let leader = new Session(scenario, [], [], 1, models);
  const busy: number[] = [];
  const runs = Array.from({ length: 3 }, () => {
    leader = new Session(scenario, [], [], 1, models);
    leader.act({ text: '', commands: [{ do: 'start', program: 'seabios' }] });
    const before = process.cpuUsage();
    const t = performance.now();
    leader.act({ text: '', commands: [{ do: 'step', count: 0xffff_ffff }] });
    const ms = performance.now() - t;
    const { user, system } = process.cpuUsage(before);
    busy.push((user + system) / 1000);
    return ms;
  });
  const rows = leader.machine.trace.length;
  const note = `(${String(rows)} rows, ${String(leader.sentences.length)} sentences)`;
  report('SeaBIOS on the full board, traced', median(runs), 'ms', note);
  report('the same in processor time, all threads', median(busy), 'ms');
  report('its rows', rows / median(runs) / 1000, 'M/s');

  const cutter = new Cutter(leader);
  const follower = new Machine(leader.machine.board);
  const pieces: number[] = [];
  const told = new Sentences();
  const tellings: number[] = [];
  let travelled = 0;
  for (let more: string | undefined = 'piece'; more !== undefined;) {
    const frame = structuredClone(cutter.cut(false, 0x2_0000));
    const t = performance.now();
    follow(follower, frame);
    pieces.push(performance.now() - t);
    const after = performance.now();
    told.take(frame.said);
    tellings.push(performance.now() - after);
    travelled += bytesOf(frame.said);
    ({ more } = frame);
  }
  report('a piece of 131,072 rows followed, median', median(pieces), 'ms');
  report('a piece of 131,072 rows followed, longest', Math.max(...pieces), 'ms');
  report('its sentences taken in, longest', Math.max(...tellings), 'ms');
  report('a sentence on its way', travelled / told.length, 'bytes');
  const times: number[] = [];
  let at = 7;
  for (let i = 0; i < 200; i++) {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    const t = performance.now();
    const cursor = 1 + (at % rows);
    const explanation = explain(follower, cursor - 1);
    follower.seek(cursor);
    beatsOf(follower, explanation);
    times.push(performance.now() - t);
  }
  report('seek and explanation anywhere in them, median', median(times), 'ms');
  report('seek and explanation, worst of 200', Math.max(...times), 'ms');
}

pairs(0);
pairs(4);
seeks();
frames();
bigBoard();
await firmware();
