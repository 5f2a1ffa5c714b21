/** The machine as a picture, anew whenever its words change; a card that looks the same stays the same object. */
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { sessionStore } from '../../store/session-store.ts';
import { pictureOf, type CardPicture, type Picture } from './picture.ts';

export function usePicture(): Picture {
  const machine = useStore(sessionStore, (s) => s.machine);
  const kinds = useStore(sessionStore, (s) => s.kinds);
  const generation = useStore(sessionStore, (s) => s.generation);
  const kept = useRef(new Map<number, { key: string; card: CardPicture }>());
  return useMemo(() => {
    void generation; // the machine is mutable: this counts its changes
    const picture = pictureOf(machine, kinds);
    const cards = picture.cards.map((card) => {
      const key = JSON.stringify(card);
      const before = kept.current.get(card.fn);
      if (before?.key === key) return before.card;
      kept.current.set(card.fn, { key, card });
      return card;
    });
    return { ...picture, cards };
  }, [machine, kinds, generation]);
}
