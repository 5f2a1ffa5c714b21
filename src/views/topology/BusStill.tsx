/** The bus as a picture to be kept or printed: whole, for a width of its own, with nothing chosen. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { restedStore } from '../../store/rested.ts';
import { BusDrawing, useScene } from './Drawing.tsx';
import { layout } from './layout.ts';
import { planOf } from './plan.ts';
import { useFolds } from './use-folds.ts';
import { useAbsent } from './use-picture.ts';
import './topology.css';

export function BusStill({ width = 600 }: { width?: number }) {
  const board = useStore(restedStore, (s) => s.machine.board);
  const absent = useAbsent();
  const { plan } = useFolds(useMemo(() => planOf(board, absent), [board, absent]));
  const place = useMemo(() => layout(plan, width), [plan, width]);
  return <BusDrawing scene={useScene(plan, place)} still />;
}
