/** What all sections of a participant's page share: the journey, the words, and who and what the codes stand for. */
import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type {
  Catalogue,
  Journal,
  Journey,
  Notes,
  Organisations,
  Sites,
  Staff,
} from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { useCatalogue } from '../parts/catalogue.ts';
import { useOrganisations, useSites, useStaff } from '../parts/directory.ts';
import { keys } from '../queries.ts';

export interface Shown extends Journey {
  readonly id: string;
  readonly catalogue: Catalogue;
  readonly staff: Staff['staff'];
  readonly organisations: Organisations['organisations'];
  readonly sites: Sites['sites'];
  readonly notes: Notes['notes'];
}

const Context = createContext<Shown | undefined>(undefined);
export const ShownContext = Context.Provider;

export function useShown(): Shown {
  const shown = use(Context);
  if (!shown) throw new Error('useShown outside a participant’s page');
  return shown;
}

export const apiPath = (journey: string, rest = ''): string =>
  `/api/journeys/${encodeURIComponent(journey)}${rest}`;

export const useJourney = (journey: string) =>
  useQuery({
    queryKey: keys.journey(journey),
    queryFn: ({ signal }) => get<Journey>(apiPath(journey), {}, signal),
  });

export const useJournal = (journey: string, enabled = true) =>
  useQuery({
    queryKey: keys.journey(journey, 'journal'),
    queryFn: ({ signal }) => get<Journal>(apiPath(journey, '/journal'), {}, signal),
    enabled,
  });

/** Everything beside the journey itself. Who reads only the support gets no notes. */
export function useSurroundings(journey: string, isWhole: boolean): Omit<Shown, keyof Journey> | undefined {
  const { data: catalogue } = useCatalogue();
  const staff = useStaff().data?.staff ?? [];
  const organisations = useOrganisations().data?.organisations ?? [];
  const sites = useSites().data?.sites ?? [];
  const { data } = useQuery({
    queryKey: keys.journey(journey, 'notes'),
    queryFn: ({ signal }) => get<Notes>(apiPath(journey, '/notes'), {}, signal),
    enabled: isWhole,
  });
  return catalogue && { id: journey, catalogue, staff, organisations, sites, notes: data?.notes ?? [] };
}

/** Whether the caller may say this now. Pure. */
export const mayBeSaid = ({ explanations }: Pick<Shown, 'explanations'>, type: string): boolean =>
  explanations.some((one) => one.type === type && one.possible);

/** What an organisation or a member of staff is called; the id where it is not known here. Pure. */
export function nameOf(
  { organisations, staff, people }: Pick<Shown, 'organisations' | 'staff' | 'people'>,
  id: string,
): string {
  const known = [...organisations, ...staff, ...people].find((one) => one.id === id);
  return known?.name ?? id;
}

/** The text of a note; the code itself where it is none. Pure. */
export const noteText = ({ notes }: Pick<Shown, 'notes'>, id: string): string =>
  notes.find((note) => note.id === id)?.text ?? id;
