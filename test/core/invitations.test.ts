/** Who is invited and called upon: case worker or deputy, guardian, trainer, and on every rung of a conflict those whose turn it is. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  conciliation,
  entered,
  folded,
  leftEarly,
  type Row,
  raised,
  referral,
  scheduled,
  training,
} from '../support/journal.ts';

const begun = entered('2024-01-31');
const first = 'reflection/after-2';
const taskOf = (key: string): string => `reminder/consentMissing/${key}`;
const paramsOf = (key: string, until: string, rows: readonly Row[]) =>
  folded(until, ...rows).effects[key]?.params;

describe('the invitation to a reflection meeting', () => {
  const leader: Actor = { role: 'teamLead' };
  const handover: Row[] = [
    ['2024-03-02', { type: 'handover.proposed', to: 'w-2' }, leader],
    ['2024-03-02', { type: 'handover.accepted' }, { role: 'caseWorker', id: 'w-2' }],
  ];
  const deputy = (from: string, until: string): JourneyEvent => ({
    type: 'deputy.appointed',
    ...{ deputy: 'w-3', from, until },
  });

  test('names its day, notice, place, people and case worker, and speaks for the meetings', () => {
    const effect = folded('2024-03-01', ...begun).effects[first];
    expect(effect).toEqual({
      ...{ key: first, kind: 'reflectionMeeting', speaksFor: 'reflection' },
      params: {
        ...{ dueOn: '2024-02-29', noticeDays: 7, federalState: 'BW', caseWorker: 'w-1' },
        attendees: ['participant', 'caseWorker'],
      },
      ...{ at: '2024-02-29T05:00:00.000Z', cause: { entry: 2, deadline: 'reflectionDue' }, visit: 1 },
    });
    expect(Object.keys(effect?.params ?? {})).not.toContain('startsAt');
  });

  test('is changed for the next case worker when a handover is accepted', () => {
    expect(paramsOf(first, '2024-03-02', [...begun, ...handover.slice(0, 1)])).toMatchObject({
      caseWorker: 'w-1',
    });
    expect(paramsOf(first, '2024-03-02', [...begun, ...handover])).toMatchObject({ caseWorker: 'w-2' });
  });

  test.each([
    ['while there is one on that day', '2024-02-20', '2024-02-29', 'w-3'],
    ['from the first day on', '2024-02-29', '2024-03-20', 'w-3'],
    ['but not once it is over', '2024-02-20', '2024-02-28', 'w-1'],
    ['but not before it begins', '2024-03-01', '2024-03-20', 'w-1'],
  ])('brings the deputy %s', (_, from, until, caseWorker) => {
    const rows: Row[] = [...begun, ['2024-02-20', deputy(from, until)]];
    expect(paramsOf(first, '2024-02-29', rows)).toMatchObject({ caseWorker });
  });

  test('goes by the day of its slot, once there is one', () => {
    const slot: Row = ['2024-02-29', scheduled(first, '2024-03-11T09:00:00.000Z')];
    const on = (from: string, until: string): Row[] => [...begun, slot, ['2024-03-01', deputy(from, until)]];
    expect(paramsOf(first, '2024-03-01', on('2024-03-11', '2024-03-11'))).toMatchObject({
      caseWorker: 'w-3',
    });
    expect(paramsOf(first, '2024-03-01', on('2024-03-01', '2024-03-10'))).toMatchObject({
      caseWorker: 'w-1',
    });
  });

  test('is changed when a deputy comes or goes while it is under way', () => {
    const away: Row[] = [...begun, ['2024-03-01', deputy('2024-02-28', '2024-03-20')]];
    expect(paramsOf(first, '2024-03-01', away)).toMatchObject({ caseWorker: 'w-3' });
    const back: Row[] = [...away, ['2024-03-02', { type: 'deputy.ended' }]];
    expect(paramsOf(first, '2024-03-02', back)).toMatchObject({ caseWorker: 'w-1' });
  });

  test('brings a minor’s guardian until the participant comes of age', () => {
    const rows: Row[] = [
      ['2024-01-31', referral({ adultOn: '2024-03-05' })],
      ['2024-01-31', admitted({ guardiansToo: true })],
    ];
    const attendees = ['participant', 'caseWorker'];
    expect(paramsOf(first, '2024-03-04', rows)).toMatchObject({ attendees: [...attendees, 'guardian'] });
    expect(paramsOf(first, '2024-03-05', rows)).toMatchObject({ attendees });
  });

  test('names the time a case worker moved it to', () => {
    const startsAt = '2024-03-14T10:00:00.000Z';
    const rows: Row[] = [
      ...begun,
      ['2024-02-29', scheduled(first, '2024-03-11T09:00:00.000Z')],
      ['2024-03-01', { type: 'meeting.moved', startsAt }],
    ];
    expect(paramsOf(first, '2024-03-01', rows)).toMatchObject({ startsAt, dueOn: '2024-02-29' });
    const effect = folded('2024-03-01', ...rows).effects[first];
    expect([effect?.fixedFrom, effect?.at]).toEqual([startsAt, '2024-02-29T05:00:00.000Z']);
  });

  test('is named after the entry that called the last one off, and due on its day', () => {
    const rows: Row[] = [
      ...begun,
      ['2024-02-29', scheduled(first, '2024-03-11T09:00:00.000Z')],
      ['2024-03-01', { type: 'meeting.cancelled' }],
    ];
    const { effects } = folded('2024-03-01', ...rows);
    expect(effects[first]?.withdrawnAt).toBe('2024-03-01T12:00:00.000Z');
    expect(effects['reflection/after-4']?.params).toMatchObject({ dueOn: '2024-03-01' });
  });

  test('is not sent because of consent or handover as long as no meeting is due', () => {
    const given: Row = ['2024-02-02', { type: 'consent.given', to: 'company' }];
    expect(folded('2024-02-02', ...begun, given).effects).toEqual({});
  });

  test('is taken back, with the task that stood in for consent, when the journey ends', () => {
    const rows: Row[] = [...training(), ['2024-10-02', leftEarly]];
    const key = 'reflection/after-6';
    const { effects } = folded('2024-10-02', ...rows);
    for (const name of [key, taskOf(key)])
      expect(effects[name]?.withdrawnAt).toBe('2024-10-02T12:00:00.000Z');
  });

  test('without consent becomes a task of the day it was found missing, about the one who is not told', () => {
    const key = 'reflection/after-6';
    const { effects } = folded('2024-10-01', ...training());
    expect(effects[taskOf(key)]).toMatchObject({
      ...{ key: taskOf(key), kind: 'reminder', speaksFor: 'reflection' },
      params: { topic: 'consentMissing', to: ['caseWorker'], dueOn: '2024-09-29', about: ['trainer'] },
    });
  });
});

describe('a conflict calls upon', () => {
  const trained = training({ conciliationCommittee: false });
  const open: Row[] = [...trained, ['2024-10-01', raised]];
  const adviser: JourneyEvent = { type: 'conflict.adviserCalled', participantAgreed: true };
  const filed: JourneyEvent = { type: 'conflict.actionFiled', by: 'participant' };
  const withCommittee: Row[] = [...training({ conciliationCommittee: true }), ['2024-10-01', raised]];
  const chamber: Row = ['2024-09-05', { type: 'consent.given', to: 'chamber' }];
  const consented: Row[] = [...trained, chamber, ['2024-10-01', raised]];

  test.each<[string, string, string, string[], string, Row[]]>([
    ['talk', '2024-10-01', '7/talk', ['caseWorker'], '2024-10-08', open],
    ['mediation', '2024-10-09', '7/mediation', ['caseWorker', 'teamLead'], '2024-10-22', open],
    ['mediation', '2024-10-23', '7/mediation/alert-1', ['teamLead'], '2024-10-29', open],
    ['mediation', '2024-10-30', '7/mediation/alert-2', ['teamLead'], '2024-11-05', open],
    [
      'trainingAdviser',
      '2024-10-02',
      '8/trainingAdviser',
      ['caseWorker', 'trainingAdviser'],
      '2024-10-09',
      [...consented, ['2024-10-02', adviser]],
    ],
    [
      'trainingAdviser',
      '2024-10-10',
      '8/trainingAdviser/alert-1',
      ['teamLead'],
      '2024-10-16',
      [...consented, ['2024-10-02', adviser]],
    ],
    [
      'conciliation',
      '2024-10-02',
      '7/conciliation',
      ['caseWorker', 'teamLead'],
      '2024-10-09',
      [...withCommittee, ['2024-10-02', conciliation]],
    ],
    [
      'court',
      '2024-10-02',
      '7/court',
      ['caseWorker', 'teamLead'],
      '2024-10-09',
      [...open, ['2024-10-02', filed]],
    ],
  ])('on the rung %s, on %s, under conflict/%s: %j, by %s', (rung, until, name, to, respondBy, rows) => {
    const key = `conflict/${name}`;
    const conflict = Number(name.split('/')[0]);
    expect(folded(until, ...rows).effects[key]).toMatchObject({
      ...{ key, kind: 'conflictEscalation', speaksFor: `conflict.open.${rung}` },
      params: { conflict, ordinal: 1, rung, to, respondBy },
    });
    expect(folded(until, ...rows).effects[taskOf(key)]).toBeUndefined();
  });

  test('nobody at the chamber without consent: that becomes a task, and the case worker is told alone', () => {
    const key = 'conflict/7/trainingAdviser';
    const { effects } = folded('2024-10-02', ...open, ['2024-10-02', adviser]);
    expect(effects[key]?.params).toMatchObject({ to: ['caseWorker'] });
    expect(effects[taskOf(key)]).toMatchObject({
      params: {
        topic: 'consentMissing',
        to: ['caseWorker'],
        dueOn: '2024-10-02',
        about: ['trainingAdviser'],
      },
      speaksFor: 'conflict.open.trainingAdviser',
    });
  });

  test('a second conflict by its own entry and the next number', () => {
    const again: Row[] = [...open, ['2024-10-02', { type: 'conflict.resolved' }], ['2024-10-03', raised]];
    expect(paramsOf('conflict/9/talk', '2024-10-03', again)).toMatchObject({ conflict: 9, ordinal: 2 });
  });
});
