/** Moves a problem's place from where a command begins to where it stands in the line. */
import type { Result } from '../../base/problem.ts';

export function shifted<T>(result: Result<T>, by: number): Result<T> {
  if (result.ok || by === 0 || result.problem.place === undefined) return result;
  const { place } = result.problem;
  return {
    ok: false,
    problem: {
      ...result.problem,
      place: {
        ...place,
        ...(place.from === undefined ? {} : { from: place.from + by }),
        ...(place.to === undefined ? {} : { to: place.to + by }),
      },
    },
  };
}
