/** The Chinese words of what comes after the first paint; the twin of en/later.ts. */

export const later = {};
