/** English, whole. */
import type { Catalogue } from './catalogue.ts';
import { messages } from './en-messages.ts';
import { screen } from './en-screen.ts';

export const en: Catalogue = { ...messages, ...screen };
