/** How fast the engine is. */
import { Machine } from '../../src/engine/machine.ts';
import { catalogue } from '../../src/models/catalogue.ts';
import { build } from '../../src/scenario/build.ts';
import { median, timed } from './table.ts';

export function engine(): void {
  const parts = [
    { model: 'pci-bridge', id: 'b', addr: '5', properties: { chassis_nr: '1' } },
    { model: 'edu', bus: 'b', fill: true as const },
  ];
  const scenario = { title: '', machine: 'pc', ram: 256, authentic: 'qemu', parts } as const;
  const machine = new Machine(build(scenario, catalogue).board);
  const times: number[] = [];
  let functions = 0;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    functions = 0;
    const outl = (port: number, value: number): void => machine.out(port, value, 4);
    outl(0xcf8, 0x8000_2818);
    outl(0xcfc, 0x0001_0100);
    for (let bdf = 0; bdf < 512; bdf++) {
      outl(0xcf8, 0x8000_0000 + bdf * 256);
      if (machine.in(0xcfc, 4) >>> 0 === 0xffff_ffff) continue;
      functions++;
      for (let bar = 0x10; bar < 0x18; bar += 4) {
        outl(0xcf8, 0x8000_0000 + bdf * 256 + bar);
        outl(0xcfc, 0xffff_ffff);
        machine.in(0xcfc, 4);
      }
    }
    times.push(performance.now() - start);
  }
  timed(`engine: finds ${String(functions)} functions and sizes their BARs`, median(times), 'ms', 300);
}
