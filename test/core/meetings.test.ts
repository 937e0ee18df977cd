/** When reflection meetings are, by need and by agreement, and who is invited to them with whose consent. */
import { describe, expect, test } from 'vitest';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import { intensityOf } from '../../workflows/machine/facts.ts';
import {
  entered,
  factsOf,
  firedOn,
  folded,
  held,
  leftEarly,
  openOn,
  placesIn,
  type Row,
  reopened,
  scheduled,
  training,
} from '../support/journal.ts';

type Level = EventOf<'intensity.set'>['participant'];
const needs = (participant: Level, company?: Level): JourneyEvent => ({
  type: 'intensity.set',
  participant,
  ...(company ? { company } : {}),
});
const heldUntil = (nextOn: string): JourneyEvent => ({
  type: 'meeting.held',
  attended: ['participant', 'caseWorker'],
  nextOn,
});

describe('intensity follows the higher need of participant and company', () => {
  test.each<[Level, Level, Level]>([
    ['low', 'low', 'low'],
    ['low', 'medium', 'medium'],
    ['low', 'high', 'high'],
    ['medium', 'low', 'medium'],
    ['medium', 'high', 'high'],
    ['high', 'low', 'high'],
    ['high', 'medium', 'high'],
  ])('participant %s, company %s: %s', (participant, company, level) => {
    const state = folded('2024-09-02', ...training(), ['2024-09-02', needs(participant, company)]);
    expect(intensityOf(factsOf(state))).toBe(level);
    expect(openOn(state, 'reflectionDue')).toEqual([level === 'high' ? '2024-09-15' : '2024-09-29']);
  });

  test('what the company needs is kept where only the participant’s need is set', () => {
    const rows: Row[] = [
      ['2024-09-02', needs('low', 'high')],
      ['2024-09-03', needs('medium')],
    ];
    expect(intensityOf(factsOf(folded('2024-09-03', ...training(), ...rows)))).toBe('high');
  });
});

describe('reflectionDue, where the last meeting named the next', () => {
  const begun = entered('2024-01-31');
  const met: Row = ['2024-03-11', heldUntil('2024-04-05')];

  test('is a week before that day, and the invitation is to that day', () => {
    expect(openOn(folded('2024-03-12', ...begun, met), 'reflectionDue')).toEqual(['2024-03-29']);
    const invited = folded('2024-03-29', ...begun, met);
    expect(placesIn(invited)).toContain('reflection.due');
    expect(invited.effects['reflection/after-3']?.params).toMatchObject({ dueOn: '2024-04-05' });
  });

  test('is at once where that day is less than a week away', () => {
    const soon: Row = ['2024-03-11', heldUntil('2024-03-14')];
    const state = folded('2024-03-11', ...begun, soon);
    expect(firedOn(state, 'reflectionDue').at(-1)).toBe('2024-03-11');
    expect(state.effects['reflection/after-3']?.params).toMatchObject({ dueOn: '2024-03-14' });
  });

  test('goes by the cadence again after the next one', () => {
    const state = folded('2024-04-06', ...begun, met, ['2024-04-05', held]);
    expect(openOn(state, 'reflectionDue')).toEqual(['2024-05-05']);
  });

  test('is nothing any more when the journey ends', () => {
    expect(openOn(folded('2024-03-13', ...begun, met, ['2024-03-12', leftEarly]), 'reflectionDue')).toEqual(
      [],
    );
  });

  test('meetingUnrecorded: the next one is reckoned from the slot that nobody recorded', () => {
    const slot: Row = ['2024-02-29', scheduled('reflection/after-2', '2024-03-11T09:00:00.000Z')];
    const state = folded('2024-03-19', ...begun, slot);
    expect(firedOn(state, 'meetingUnrecorded')).toEqual(['2024-03-18']);
    expect(openOn(state, 'reflectionDue')).toEqual(['2024-04-11']);
  });
});

describe('the trainer', () => {
  const key = 'reflection/after-6';
  const task = `reminder/consentMissing/${key}`;
  const given = (to: 'company' | 'school'): JourneyEvent => ({ type: 'consent.given', to });
  const withdrawn: JourneyEvent = { type: 'consent.withdrawn', to: 'company' };
  const invited = (...rows: readonly Row[]) => folded('2024-10-05', ...training(), ...rows).effects;

  test('is invited with consent to tell the company', () => {
    const effects = invited(['2024-09-02', given('company')]);
    expect(effects[key]?.params).toMatchObject({ attendees: ['participant', 'caseWorker', 'trainer'] });
    expect(effects[task]).toBeUndefined();
  });

  test.each<[string, Row[]]>([
    ['without any consent', []],
    ['with consent to tell somebody else', [['2024-09-02', given('school')]]],
    [
      'when it was withdrawn',
      [
        ['2024-09-02', given('company')],
        ['2024-09-03', withdrawn],
      ],
    ],
  ])('is not invited %s: the case worker gets a task instead', (_, rows) => {
    const effects = invited(...rows);
    expect(effects[key]?.params).toMatchObject({ attendees: ['participant', 'caseWorker'] });
    expect(effects[task]?.params).toMatchObject({ to: ['caseWorker'], about: ['trainer'] });
    expect(effects[task]?.withdrawnAt).toBeUndefined();
  });

  test('is invited as soon as consent comes, and the task is taken back', () => {
    const effects = invited(['2024-10-02', given('company')]);
    expect(effects[key]?.params).toMatchObject({ attendees: ['participant', 'caseWorker', 'trainer'] });
    expect(effects[task]?.withdrawnAt).toBe('2024-10-02T12:00:00.000Z');
  });

  test('is no longer invited when consent is withdrawn', () => {
    const effects = invited(['2024-09-02', given('company')], ['2024-10-02', withdrawn]);
    expect(effects[key]?.params).toMatchObject({ attendees: ['participant', 'caseWorker'] });
    expect(effects[task]?.withdrawnAt).toBeUndefined();
  });

  test('is not invited in the preparation, and nobody misses the consent', () => {
    const effects = folded('2024-03-01', ...entered('2024-01-31')).effects;
    expect(effects['reflection/after-2']?.params).toMatchObject({ attendees: ['participant', 'caseWorker'] });
    expect(Object.keys(effects).filter((name) => name.includes('consentMissing'))).toEqual([]);
  });
});

describe('a journey that is reopened', () => {
  const begun = training({ start: '2024-09-02', end: '2027-08-31' });
  const slot: Row = ['2024-09-30', scheduled('reflection/after-6', '2024-10-14T08:00:00.000Z')];
  const invitations = (until: string, ...rows: Row[]) =>
    Object.values(folded(until, ...begun, slot, ...rows).effects).flatMap(
      ({ key, kind, fixedFrom, withdrawnAt }) =>
        kind === 'reflectionMeeting'
          ? [{ key, open: withdrawnAt === undefined && fixedFrom === undefined }]
          : [],
    );

  test.each([
    ['before its slot', '2024-10-07'],
    ['after its slot', '2024-10-15'],
  ])('calls a meeting of its own, where one was to come when it ended %s', (_, endedOn) => {
    const again: Row[] = [
      [endedOn, leftEarly],
      ['2024-11-04', reopened],
    ];
    expect(invitations('2024-11-05', ...again)).toEqual([
      { key: 'reflection/after-6', open: false },
      { key: 'reflection/after-8', open: true },
    ]);
  });
});
