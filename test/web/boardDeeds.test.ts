/** What settles the matters of today: nothing that can fall due or be told of is without an answer. */
import { describe, expect, it, test } from 'vitest';
import { answers, answerTo, type Known } from '../../client/board/deeds.ts';
import { words } from '../../client/board/words.ts';
import { newsTopics, rungs } from '../../workflows/effects/words.ts';
import { wordsOfEvent } from '../../workflows/journal/describe.ts';
import { type EventType, isEventType } from '../../workflows/journal/events.ts';
import { noFacts } from '../../workflows/machine/facts.ts';
import { newestPolicy, policies } from '../../workflows/policy/policy.ts';

const tables = [
  ['deadline', answers.byDeadline, Object.keys(policies[newestPolicy].deadlines)],
  ['news', answers.byNews, newsTopics],
  ['rung of a conflict', answers.byRung, rungs],
] as const;

describe.each(tables)('every %s', (_, table, known) => {
  it('has its answer, and no other has one', () => {
    expect(Object.keys(table).toSorted()).toEqual([...known].toSorted());
  });

  it.each(Object.entries(table))('%s says what is to be done, or why nothing is', (_key, answer) => {
    const said = 'why' in answer ? answer.why : answer.action;
    expect(words[said]).toEqual({ de: expect.any(String), en: expect.any(String) });
    if ('deeds' in answer) expect(answer.deeds.length).toBeGreaterThan(0);
  });

  it.each(Object.entries(table))('%s fills in fields that its events have', (_key, answer) => {
    if (!('deeds' in answer)) return;
    const at: Known = { facts: noFacts, item: 202611, person: 'w-1' };
    for (const { type, fields } of answer.deeds) {
      expect(isEventType(type)).toBe(true);
      const own = wordsOfEvent(type as EventType).words;
      expect(Object.keys(own)).toEqual(expect.arrayContaining(Object.keys(fields?.(at) ?? {})));
    }
  });
});

test('a month is told by the number of its deadline, a goal by its entry', () => {
  const fieldsOf = (topic: string, item: number) => {
    const answer = answerTo({ topic });
    return 'deeds' in answer ? answer.deeds[0]?.fields?.({ facts: noFacts, item, person: 'w-1' }) : undefined;
  };
  expect(fieldsOf('usedHoursReport', 202603)).toEqual({ month: '2026-03' });
  expect(fieldsOf('goalReview', 7)).toEqual({ goal: 7 });
  expect(fieldsOf('luvTrainingYear', 2)).toEqual({ report: 'trainingYear', year: 2 });
});

test('the rungs of a conflict are no deadlines, and a key of older rules is looked at', () => {
  expect(answerTo({ kind: 'conflictEscalation', topic: 'mediation' })).toMatchObject({
    action: 'deedConflict',
  });
  expect(answerTo({ kind: 'learningSupport', topic: 'maths' })).toMatchObject({ action: 'deedLessons' });
  expect(answerTo({ topic: 'toString' })).toEqual({ why: 'deedUnknown' });
});
