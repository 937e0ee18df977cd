/** Rows of the store as the API shows them: what they carry for rights is left out, codes get their words. Pure. */
import type { Card as CardRow } from '../../../activities/store/cards.ts';
import { newsLabels } from '../../../workflows/effects/words.ts';
import { states } from '../../../workflows/fold/states.ts';
import type { Day } from '../../../workflows/policy/calendar.ts';
import { newestPolicy, policies } from '../../../workflows/policy/policy.ts';
import { type Principal, readingOf, rolesOn } from '../rights.ts';
import type { Card, CardQuery } from './schemas.ts';

interface Text {
  readonly de: string;
  readonly en: string;
}

/** A journey in a list. */
export function cardOf({ whose: _, entries: __, asOf: ___, next, ...card }: CardRow): Card {
  return { ...card, next: next && { ...next, label: labelOfDeadline(next.key) } };
}

/** The same for somebody: where they read of the learning support only, nothing of conflict and deadlines. */
export function cardFor(principal: Principal, row: CardRow, today: Day): Card {
  const card = cardOf(row);
  if (readingOf(rolesOn(principal, row.whose, today)) === 'whole') return card;
  return { ...card, attention: 'none', conflictRung: 'none', next: null };
}

/** What somebody may ask of a list: who only supports may not find out by asking what they may not read. */
export function askedBy({ roles }: Principal, query: CardQuery): CardQuery {
  if (roles.some((role) => role !== 'learningSupporter')) return query;
  const { sort } = query;
  const isTelling = sort === 'attention' || sort === 'nextDeadline';
  return { ...query, attention: undefined, dueBy: undefined, sort: isTelling ? 'name' : sort };
}

/** What a deadline is called; its key where no rule of today knows it. */
export function labelOfDeadline(key: string): Text {
  const rows: { readonly [key: string]: { readonly label: Text } } = policies[newestPolicy].deadlines;
  return rows[key]?.label ?? { de: key, en: key };
}

/** What a notice is about: a deadline, news, the rung of a conflict, the subject of lessons. */
export function labelOfNotice({ kind, topic }: { readonly kind: string; readonly topic: string }): Text {
  if (kind === 'conflictEscalation')
    return states.get(`conflict.open.${topic}`)?.label ?? labelOfDeadline(topic);
  if (kind === 'learningSupport') {
    const { de, en } = states.get('learningSupport')?.label ?? labelOfDeadline(topic);
    return { de: `${de} (${topic})`, en: `${en} (${topic})` };
  }
  const news: { readonly [topic: string]: Text } = newsLabels;
  return news[topic] ?? labelOfDeadline(topic);
}
