/** English words of the timeline's lanes: their names, what the marks mean, what folds them. */
export const lanes = {
  'command.timeline-fold': 'Fold or unfold the timeline',
  'timeline.fold': 'Fold the timeline',
  'timeline.unfold': 'Unfold the timeline',
  'timeline.show-branches': (s: { count: number }) =>
    s.count === 1 ? 'One branch: show it, or not' : `${String(s.count)} branches: show them, or not`,
  'timeline.more-tools': 'More of the timeline',
  'timeline.marks': 'What the marks mean',
  'timeline.mark.write': 'write',
  'timeline.mark.read': 'read',
  'timeline.mark.unclaimed': 'nobody claimed it',
  'timeline.lane.config': 'Configuration',
  'timeline.lane.io': 'I/O',
  'timeline.lane.memory': 'Memory',
  'timeline.lane.other': 'Interrupts, DMA, events',
};
