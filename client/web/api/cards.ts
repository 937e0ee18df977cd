/** Rows of the store as the API shows them: what they carry for rights is left out, codes get their words. Pure. */
import type { Card as CardRow } from '../../../activities/store/cards.ts';
import { newsLabels } from '../../../workflows/effects/words.ts';
import { states } from '../../../workflows/fold/states.ts';
import { newestPolicy, policies } from '../../../workflows/policy/policy.ts';
import type { Card } from './schemas.ts';

interface Text {
  readonly de: string;
  readonly en: string;
}

/** A journey in a list. */
export function cardOf({ whose: _, entries: __, asOf: ___, next, ...card }: CardRow): Card {
  return { ...card, next: next && { ...next, label: labelOfDeadline(next.key) } };
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
