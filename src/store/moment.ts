/** A moment of the story: what a row did by then, and what is said of it. */
import { explain } from '../engine/explain.ts';
import type { Machine } from '../engine/machine.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { beatsOf, sentenceOf, type Beat } from '../session/beats.ts';
import { beginning, type SessionState } from './session-state.ts';

/** Before this beat of a writing row the words are still the old ones. */
const commits = new Set<Beat['kind']>(['latch', 'mask', 'platform', 'claim', 'event']);

/** The moment after row `cursor`, or that beat of the row. The machine is wound there. */
export function momentAt(
  machine: Machine,
  scenario: Scenario,
  cursor: number,
  which: 'first' | 'last' | number,
): Pick<SessionState, 'beat' | 'beats' | 'explanation' | 'sentence'> {
  machine.seek(cursor); // first: the explanation comes back to where it began
  if (cursor === 0) return { beat: 0, beats: [], explanation: undefined, sentence: beginning(scenario) };
  const explanation = explain(machine, cursor - 1);
  const beats = beatsOf(machine, explanation);
  const last = beats.length;
  const beat = which === 'last' ? last : Math.min(which === 'first' ? 1 : Math.max(1, which), last);
  const sentence = beat < last ? beats[beat - 1]?.say : sentenceOf(machine, explanation, beats);
  const commit = explanation.row.write ? beats.findLastIndex((b) => commits.has(b.kind)) + 1 : 0;
  if (beat < commit) machine.seek(cursor - 1);
  return { beat, beats, explanation, sentence: sentence ?? beginning(scenario) };
}
