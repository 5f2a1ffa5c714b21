/** Simplified Chinese names of what the chipset itself keeps in the address spaces. */
import type { Translation } from '../catalogue.ts';
import type { places as english } from '../en/places.ts';
import { placeName } from './place-names.ts';

export const places: Translation<typeof english> = {
  'place.name': ({ name }) => placeName(name),
};
