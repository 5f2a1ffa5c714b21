/** lspci -vv: what the capabilities say in full. */
import type { ListedFunction } from './listed.ts';

export function detailsOf(_f: ListedFunction, _at: number, _id: number, _flags: number): string {
  return '';
}

export function extendedDetailsOf(_f: ListedFunction, _at: number, _id: number): string {
  return '';
}
