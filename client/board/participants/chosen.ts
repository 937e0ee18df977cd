/** Who is chosen in the list, across its pages. */
import { useState } from 'react';

/** As much of a card as is needed to speak of it. */
export interface ChosenCard {
  readonly id: string;
  readonly name: string | null;
}

export interface Chosen {
  readonly cards: readonly ChosenCard[];
  readonly has: (id: string) => boolean;
  readonly set: (cards: readonly ChosenCard[], isChosen: boolean) => void;
  /** Leaves only these of the chosen ones. */
  readonly keep: (ids: readonly string[]) => void;
}

export function useChosen(): Chosen {
  const [cards, setCards] = useState<readonly ChosenCard[]>([]);
  return {
    cards,
    has: (id) => cards.some((card) => card.id === id),
    set: (changed, isChosen) =>
      setCards((before) => {
        const others = before.filter((card) => !changed.some(({ id }) => id === card.id));
        return isChosen ? [...others, ...changed.map(({ id, name }) => ({ id, name }))] : others;
      }),
    keep: (ids) => setCards((before) => before.filter(({ id }) => ids.includes(id))),
  };
}
