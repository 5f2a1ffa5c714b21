/** English words of panes: all of the room for one. */
export const panes = {
  'pane.maximise': (s: { pane: string }) => `Maximise: ${s.pane}`,
  'pane.restore': (s: { pane: string }) => `Restore all panes: ${s.pane}`,
  'command.maximise': 'Maximise this pane, or restore all',
  'command.maximise-timeline': 'Maximise the timeline',
  'command.maximise-topology': 'Maximise the bus',
  'command.maximise-inspector': 'Maximise the configuration',
  'command.maximise-address-map': 'Maximise the address map',
  'command.maximise-console': 'Maximise the console',
  'command.maximise-program': 'Maximise the program',
  'reason.one-pane': 'Here panes show one at a time.',
};
