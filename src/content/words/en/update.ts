/** Offline use and newer builds. */
export const update = {
  'offline.badge': 'Offline',
  'offline.about': 'There is no network. Everything here works without one.',
  'update.ready': 'A newer version is here.',
  'command.reload': 'Reload',
  'reason.no-update': 'No newer version is waiting',
};
