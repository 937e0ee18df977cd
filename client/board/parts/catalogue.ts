/** The words and forms of everything that can be entered: the same for everybody, so asked for once. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { EventDescription } from '../../../workflows/journal/describe.ts';
import type { Catalogue } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { keys } from '../queries.ts';
import type { Text } from '../words.ts';

export const useCatalogue = (): UseQueryResult<Catalogue> =>
  useQuery({
    queryKey: keys.catalogue,
    queryFn: ({ signal }) => get<Catalogue>('/api/catalogue', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How an event is asked for; nothing where there is none of this type. Pure. */
export const eventIn = (catalogue: Catalogue, type: string): EventDescription | undefined =>
  catalogue.events.find((event) => event.type === type);

/** What a notice is about: a deadline or news. Pure. */
export const topicText = ({ deadlines, news }: Pick<Catalogue, 'deadlines' | 'news'>, topic: string): Text =>
  news[topic] ?? deadlines[topic] ?? { de: topic, en: topic };
