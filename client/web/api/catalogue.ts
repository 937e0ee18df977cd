/** The words for what the API speaks in codes, and every event with its form. The same for everybody; pure. */
import { newsLabels, replyWords, roleWords, rungWords } from '../../../workflows/effects/words.ts';
import { describeEvents } from '../../../workflows/journal/describe.ts';
import { attentionWords, phaseWords } from '../../../workflows/journal/words/places.ts';
import { newestPolicy, policies } from '../../../workflows/policy/policy.ts';
import type { Catalogue } from './schemas.ts';

const labelled = <R extends { readonly label: { de: string; en: string } }>(
  rows: Readonly<Record<string, R>>,
) => Object.fromEntries(Object.entries(rows).map(([key, { label }]) => [key, label]));

/** All of it. */
export const catalogueOf = (): Catalogue => ({
  events: describeEvents(),
  deadlines: labelled(policies[newestPolicy].deadlines),
  news: newsLabels,
  roles: roleWords,
  phases: phaseWords,
  attentions: { ...attentionWords, stuck: { de: 'Hängt', en: 'Stuck' } },
  rungs: rungWords,
  replies: replyWords,
});
