/** What the firmware gave out is kept: windows first, then the BARs of what decodes, then of what does not, ROMs last. */
import { hex0x, size as sizeText } from '../../base/hex.ts';
import { say } from '../../base/problem.ts';
import { formatBdf } from '../../pci/bdf.ts';
import type { Program } from '../program.ts';
import { devicesBelow, Reg, type Device, type Kernel } from './kernel.ts';
import { claim, type Resource } from './resources.ts';
import { routines } from '../depth.ts';

const rom = 6;

export function* survey(kernel: Kernel): Program {
  const all = kernel.roots.flatMap((root) => [...devicesBelow(root)]);
  for (const device of all) {
    for (const window of device.resources.filter(({ index, open }) => index > rom && open)) {
      if (window.start !== 0 && (yield* keep(kernel, device, window))) continue;
      // nothing may come out of a window that is not where it says
      Object.assign(window, { open: false, start: 0, bytes: 0 });
    }
  }
  for (const pass of ['on', 'off'] as const) {
    yield { say: say('linux.survey-bars', { pass }) };
    for (const device of all) yield* keepBars(kernel, device, pass);
  }
  for (const device of all) {
    for (const each of device.resources.filter(({ index, start }) => index === rom && start !== 0)) {
      if (!(yield* keep(kernel, device, each))) each.start = 0;
    }
  }
}

function* keepBars(kernel: Kernel, device: Device, pass: 'on' | 'off'): Program {
  const { config } = kernel;
  const { bdf, layout, resources } = device;
  const command = config.read(bdf, Reg.command, 2);
  for (const bar of resources) {
    if (bar.index >= rom || bar.parent !== undefined || bar.start === 0) continue;
    const on = (command & (bar.io ? 1 : 2)) !== 0;
    if (on !== (pass === 'on')) continue;
    if (!(yield* keep(kernel, device, bar)) && !bar.fixed) bar.start = 0;
  }
  if (pass === 'off') return;
  const at = layout === 1 ? Reg.bridgeRom : Reg.rom;
  if (!resources.some(({ index, romOn }) => index === rom && romOn)) return;
  yield { say: say('linux.rom-off', { who: formatBdf(bdf) }) };
  config.write(bdf, at, (config.read(bdf, at, 4) & ~1) >>> 0, 4);
}

function* keep(kernel: Kernel, { bdf, bus }: Device, resource: Resource): Program<boolean> {
  const kept = claim(resource, kernel.windowsOf(bus));
  const slots = { who: formatBdf(bdf), bar: resource.index, base: hex0x(resource.start) };
  if (kept) yield { say: say('linux.keep', { ...slots, size: sizeText(resource.bytes) }) };
  else yield { say: say('linux.conflict', slots) };
  return kept;
}

routines(survey, keepBars, keep);
