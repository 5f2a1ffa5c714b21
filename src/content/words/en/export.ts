/** English words of drawings as files and of the page on paper. */
export const exported = {
  'command.export-topology-svg': 'Save the bus as SVG',
  'command.export-topology-png': 'Save the bus as PNG',
  'command.export-map-svg': 'Save the address map as SVG',
  'command.export-map-png': 'Save the address map as PNG',
  'export.export-topology-svg': 'Bus, SVG',
  'export.export-topology-svg-about': 'The drawing at this step, for papers and slides.',
  'export.export-topology-png': 'Bus, PNG',
  'export.export-topology-png-about': 'The same as pixels, two for one.',
  'export.export-map-svg': 'Address map, SVG',
  'export.export-map-svg-about': 'Memory and I/O at this step.',
  'export.export-map-png': 'Address map, PNG',
  'export.export-map-png-about': 'The same as pixels, two for one.',
  'print.where': (s: { scenario: string; at: number; of: number }) =>
    `cf8 · ${s.scenario} · Step ${String(s.at)} of ${String(s.of)}`,
};
