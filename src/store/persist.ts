/** Preferences that outlive the page. A blocked or full storage is silently a fresh start. */

import { isEmbedded } from './embedded.ts';

const prefix = 'cf8.';

export function recall(key: string): string | undefined {
  if (isEmbedded) return undefined;
  try {
    return localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: string): void {
  if (isEmbedded) return;
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Works without; the page says nothing about what it cannot help.
  }
}

export function forget(key: string): void {
  if (isEmbedded) return;
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept.
  }
}
