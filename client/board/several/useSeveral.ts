/** The way from what is to be said to what each journey has answered: checked first, told when confirmed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outcome } from '../../web/api/schemas.ts';
import { newKey } from '../api.ts';
import type { ChosenCard } from '../participants/chosen.ts';
import { type Checked, checkEach, type SeveralSaid } from './several.ts';

export interface Several<S extends SeveralSaid> {
  readonly check: (cards: readonly ChosenCard[], said: S) => void;
  /** Back to the form. */
  readonly back: () => void;
  readonly enter: () => void;
  readonly checked: readonly Checked[] | undefined;
  /** How many would take it. */
  readonly possible: number;
  readonly outcomes: readonly Outcome[] | undefined;
  readonly isChecking: boolean;
  readonly isEntering: boolean;
  /** What was wrong with what is to be said, whoever it is said to. */
  readonly checkError: unknown;
  readonly enterError: unknown;
}

interface Asked<S> {
  readonly said: S;
  readonly checked: readonly Checked[];
  readonly key: string;
}

/** `tell` tells those that would take it. */
export function useSeveral<S extends SeveralSaid>(
  tell: (cards: readonly ChosenCard[], said: S, key: string) => Promise<readonly Outcome[]>,
): Several<S> {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked<S>>();
  const checking = useMutation({
    mutationFn: ({ cards, said }: { cards: readonly ChosenCard[]; said: S }) => checkEach(cards, said),
    onSuccess: (checked, { said }) => setAsked({ said, checked, key: newKey() }),
  });
  const entering = useMutation({
    mutationFn: async ({ said, checked, key }: Asked<S>) => {
      const willing = checked.filter(({ preview }) => preview).map(({ card }) => card);
      return [...(await tell(willing, said, key)), ...checked.flatMap(refusedOf)];
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['journey'] });
      await queries.invalidateQueries({ queryKey: ['lists'] });
    },
  });
  return {
    check: (cards, said) => checking.mutate({ cards, said }),
    back: () => {
      entering.reset();
      setAsked(undefined);
    },
    enter: () => asked && entering.mutate(asked),
    checked: asked?.checked,
    possible: asked?.checked.filter(({ preview }) => preview).length ?? 0,
    outcomes: entering.data,
    isChecking: checking.isPending,
    isEntering: entering.isPending,
    checkError: checking.error,
    enterError: entering.error,
  };
}

/** What was refused before is not said; it stands among the results as it was answered. */
const refusedOf = ({ card, preview, reasons }: Checked): Outcome[] =>
  preview
    ? []
    : [
        {
          ...{ journey: card.id, name: card.name, done: false },
          reasons: reasons.map(({ de, en }) => ({ code: 'refused', de, en })),
        },
      ];
