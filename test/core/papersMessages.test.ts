/** The month sheet, and what the funder is owed word of. */
import { describe, expect, test } from 'vitest';
import { funderMessagesOf, messageKinds } from '../../workflows/fold/papers/funderMessages.ts';
import { monthSheetOf } from '../../workflows/fold/papers/monthSheet.ts';
import { callBackOf, isOwed, owedOf } from '../../workflows/fold/papers/owed.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import { policies } from '../../workflows/policy/policy.ts';
import { afterwards, course, courseBy, courseIn } from '../support/courses.ts';
import {
  accepted,
  admitted,
  approved,
  contractEnded,
  entered,
  failed,
  journalOf,
  leftEarly,
  offered,
  passed,
  type Row,
  referral,
  referred,
  registeredFor,
  reopened,
  saying,
  submitted,
  taking,
  training,
} from '../support/journal.ts';

const contact = (minutes: number, more: Partial<EventOf<'contact.recorded'>> = {}): JourneyEvent => ({
  ...{ type: 'contact.recorded', with: 'participant', how: 'visit', minutes, reached: true },
  ...more,
});

/** Ten hours for September 2024 to February 2025. */
const withHours: Row[] = [
  ...training({}, { funder: 'agency-1' }),
  ['2024-09-02', approved('2024-09-01', '2025-08-31')],
  ['2024-09-03', offered('2024-09-01', '2025-02-28', 10)],
  ['2024-09-04', accepted],
  ['2024-09-30', contact(60)],
  ['2024-10-01', contact(45)],
  [
    '2024-10-15',
    contact(20, { with: 'trainer', how: 'phone', reached: false }),
    { role: 'learningSupporter' },
  ],
  ['2024-10-31', contact(15)],
  ['2024-11-01', contact(120)],
];

describe('a month sheet', () => {
  test('lists every contact of its month, sums them, and says what is left of the budget', () => {
    const sheet = monthSheetOf(course('2024-11-20', ...withHours), '2024-10');
    expect(sheet).toEqual({
      ...{ journey: 'p-1', site: 'site-1', funder: 'agency-1', caseWorker: 'w-1', month: '2024-10' },
      ...{ madeOn: '2024-11-20', running: false },
      contacts: [
        {
          ...{ entry: 11, on: '2024-10-01', with: 'participant', how: 'visit', minutes: 45, reached: true },
          ...{ by: 'caseWorker', recordedOn: '2024-10-01' },
        },
        {
          ...{ entry: 12, on: '2024-10-15', with: 'trainer', how: 'phone', minutes: 20, reached: false },
          ...{ by: 'learningSupporter', recordedOn: '2024-10-15' },
        },
        {
          ...{ entry: 13, on: '2024-10-31', with: 'participant', how: 'visit', minutes: 15, reached: true },
          ...{ by: 'caseWorker', recordedOn: '2024-10-31' },
        },
      ],
      lessons: [],
      sum: { contacts: 3, minutes: 80, reached: 2 },
      usedMinutes: 80,
      with: [
        { of: 'participant', contacts: 2, minutes: 60, reached: 2 },
        { of: 'trainer', contacts: 1, minutes: 20, reached: 0 },
      ],
      by: [
        { of: 'caseWorker', contacts: 2, minutes: 60, reached: 2 },
        { of: 'learningSupporter', contacts: 1, minutes: 20, reached: 0 },
      ],
      account: {
        ...{ per: 'budget', from: '2024-09-01', to: '2025-02-28' },
        ...{ agreedMinutes: 600, usedBefore: 60, leftMinutes: 460 },
      },
    });
  });

  test('counts lessons of learning support too, each by itself', () => {
    const rows: Row[] = [
      ...withHours,
      ['2024-11-02', { type: 'learningSupport.requested', subject: 'maths' }],
      ['2024-11-03', { type: 'learningSupport.started', supporter: 'u-1' }, { role: 'learningSupporter' }],
      ['2024-11-05', { type: 'learningSupport.sessionHeld', minutes: 90 }, { role: 'learningSupporter' }],
      ['2024-12-02', { type: 'hours.reported', month: '2024-11' }],
      ['2024-12-03', { type: 'learningSupport.sessionHeld', minutes: 60 }, { role: 'caseWorker' }],
    ];
    const journal = journalOf(...rows);
    const sheet = monthSheetOf(courseIn(journal, '2024-12-20'), '2024-11');
    expect(sheet.lessons).toEqual([
      { entry: 17, on: '2024-11-05', minutes: 90, by: 'learningSupporter', recordedOn: '2024-11-05' },
    ]);
    expect([sheet.sum.minutes, sheet.usedMinutes, sheet.account?.leftMinutes]).toEqual([120, 210, 250]);
    const late = afterwards(journal, [
      '2024-12-10',
      saying({ type: 'learningSupport.sessionHeld', minutes: 10 }, { effectiveAt: '2024-11-07' }),
    ]);
    const told = funderMessagesOf(courseIn(late, '2024-12-20')).find(({ kind }) => kind === 'hours');
    expect(told).toMatchObject({ correctedOn: '2024-12-10', fields: { minutes: 220 } });
  });

  test('counts against a contingent of its own, where hours are agreed by the month', () => {
    const { account } = monthSheetOf(courseBy(policies['2022-1'], '2024-11-20', ...withHours), '2024-10');
    expect(account).toMatchObject({ per: 'monthly', usedBefore: 0, leftMinutes: 520 });
  });

  test('takes the hours agreed last; has no account outside of what was agreed', () => {
    const rows: Row[] = [
      ...withHours,
      ['2024-12-01', offered('2024-11-01', '2025-03-31', 20)],
      ['2024-12-02', accepted],
    ];
    const of = (month: string) => monthSheetOf(course('2025-05-01', ...rows), month).account;
    expect(of('2024-10')?.agreedMinutes).toBe(600);
    expect(of('2024-11')).toMatchObject({ agreedMinutes: 1200, usedBefore: 0, leftMinutes: 1080 });
    expect(of('2025-03')).toMatchObject({ usedBefore: 120 });
    expect(of('2024-09')).toMatchObject({ usedBefore: 0, leftMinutes: 540 });
    expect([of('2024-08'), of('2025-04')]).toEqual([undefined, undefined]);
  });

  test('says that its month still runs, and on which day it was reported', () => {
    const rows: Row[] = [...withHours, ['2024-11-04', { type: 'hours.reported', month: '2024-10' }]];
    expect(monthSheetOf(course('2024-10-31', ...rows.slice(0, 13)), '2024-10').running).toBe(true);
    const sheet = monthSheetOf(course('2024-11-20', ...rows), '2024-10');
    expect(sheet).toMatchObject({ running: false, reportedOn: '2024-11-04' });
    expect(monthSheetOf(course('2024-11-20', ...rows), '2024-11')).not.toHaveProperty('reportedOn');
  });

  test('of somebody of whom little is known has little in it', () => {
    const sheet = monthSheetOf(course('2024-02-01'), '2024-12');
    expect(Object.keys(sheet)).toEqual([
      'journey',
      'month',
      'madeOn',
      'running',
      'contacts',
      'lessons',
      'sum',
      'usedMinutes',
      'with',
      'by',
    ]);
  });
});

const messages = (until: string, ...rows: readonly Row[]) =>
  funderMessagesOf(course(until, ...rows)).map(({ key, on, fields }) => [key, on, fields]);

describe('the funder is owed', () => {
  test('nothing before somebody has entered', () => {
    expect(messages('2024-03-01', ['2024-02-20', referred])).toEqual([]);
    const declined: Row[] = [
      ['2024-02-20', referred],
      ['2024-02-21', { type: 'intake.declined', reason: 'noNeed' }],
    ];
    expect(messages('2024-03-01', ...declined)).toEqual([]);
  });

  test('the entry, with what was agreed for it, and the exit with its reason', () => {
    expect(
      messages(
        '2024-06-01',
        ['2024-02-20', referral({ funder: 'agency-1' })],
        ['2024-02-25', admitted({ entryOn: '2024-03-01', weeklyHours: 30, partTime: false })],
        ['2024-04-01', leftEarly],
      ),
    ).toEqual([
      ['entry/2', '2024-03-01', { funder: 'agency-1', directStart: false, weeklyHours: 30, partTime: false }],
      ['exit/3', '2024-04-01', { way: 'early', reason: 'moved' }],
    ]);
    const [first] = funderMessagesOf(course('2024-03-10', ...entered('2024-03-01')));
    expect(first).toEqual({
      ...{ key: 'entry/2', kind: 'entry', label: messageKinds.entry, on: '2024-03-01' },
      fields: { directStart: false },
    });
  });

  test('a regular exit, also where time alone brought it about', () => {
    const rows: Row[] = [...training(), ['2027-03-01', registeredFor('2027-07-01')], ['2027-07-10', passed]];
    expect(messages('2029-01-01', ...rows).at(-1)).toEqual(['exit/8', '2028-07-10', { way: 'regular' }]);
  });

  test('an exit by the last failure or by death, with the way it closed as its reason', () => {
    const attempts = (day: string, newEnd: string): Row[] => [
      [`${day}-01`, registeredFor(`${day}-02`)],
      [`${day}-10`, failed],
      [`${day}-11`, { type: 'exam.extensionDemanded', newEnd }],
    ];
    const rows: Row[] = [
      ...training(),
      ...attempts('2027-07', '2028-02-28'),
      ...attempts('2028-01', '2028-08-30'),
      ['2028-07-01', registeredFor('2028-07-02')],
      ['2028-07-10', failed],
    ];
    expect(messages('2028-09-01', ...rows).at(-1)).toEqual([
      'exit/14',
      '2028-07-10',
      { way: 'early', reason: 'finallyFailed' },
    ]);
    const died: Row[] = [...training(), ['2025-01-01', { type: 'journey.deceased' }]];
    expect(messages('2025-02-01', ...died).at(-1)?.[2]).toEqual({ way: 'early', reason: 'deceased' });
  });

  test('another entry where a journey is reopened that had been entered', () => {
    const rows: Row[] = [...training(), ['2025-01-01', leftEarly], ['2025-02-01', reopened]];
    expect(messages('2025-02-02', ...rows).slice(-2)).toEqual([
      ['exit/7', '2025-01-01', { way: 'early', reason: 'moved' }],
      ['entry/8', '2025-02-01', { reopened: 'returned' }],
    ]);
    const intake: Row[] = [
      ['2024-02-20', referred],
      ['2024-02-21', { type: 'intake.declined', reason: 'noNeed' }],
      ['2024-02-22', reopened],
      ['2024-03-01', admitted()],
    ];
    expect(messages('2024-03-02', ...intake).map(([key]) => key)).toEqual(['entry/4']);
  });

  test('interruptions, another end of them, and when training went on', () => {
    const rows: Row[] = [
      ...training(),
      ['2025-02-01', { type: 'training.interrupted', reason: 'illness' }],
      ['2025-02-20', { type: 'training.resumed' }],
      ['2025-03-03', { type: 'leave.started', until: '2025-08-31' }],
      ['2025-05-01', { type: 'leave.changed', until: '2025-06-30' }],
    ];
    expect(messages('2026-01-01', ...rows).slice(1)).toEqual([
      ['interruption/7', '2025-02-01', { reason: 'illness' }],
      ['interruptionEnd/7', '2025-02-20', { reason: 'illness' }],
      ['interruption/9', '2025-03-03', { reason: 'parentalLeave', until: '2025-08-31' }],
      ['interruptionChanged/10', '2025-05-01', { until: '2025-06-30' }],
      ['interruptionEnd/9', '2025-07-01', { reason: 'parentalLeave' }],
    ]);
    expect(messages('2025-02-10', ...rows.slice(0, 7)).map(([key]) => key)).toEqual([
      'entry/2',
      'interruption/7',
    ]);
  });

  test('each report handed in or corrected, and used hours with their minutes', () => {
    const rows: Row[] = [
      ...withHours,
      ['2024-09-25', submitted('trainingStart')],
      ['2024-10-20', { type: 'report.corrected', report: 'trainingStart' }],
      ['2024-11-04', { type: 'hours.reported', month: '2024-10' }],
      ['2025-08-31', submitted('trainingYear', 1)],
    ].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0)) as Row[];
    expect(messages('2025-09-10', ...rows).slice(1)).toEqual([
      ['luvSubmitted/10', '2024-09-25', { report: 'trainingStart' }],
      ['luvCorrected/14', '2024-10-20', { report: 'trainingStart' }],
      ['hours/17', '2024-11-04', { month: '2024-10', minutes: 80, agreedMinutes: 600 }],
      ['luvSubmitted/18', '2025-08-31', { report: 'trainingYear', year: 1 }],
    ]);
  });

  test('an entry of its own at the provider that goes on; what came before is the former one’s to send', () => {
    const away: Row[] = [
      ...entered('2024-03-01'),
      ['2024-04-01', { type: 'journey.transferred', to: 'other' }],
    ];
    const journal = afterwards(journalOf(...away), [
      '2024-04-03',
      {
        ...saying({
          type: 'journey.received',
          ...{ from: 'first', site: 'site-9', federalState: 'BE', caseWorker: 'w-9' },
        }),
        ...{ replaces: 3, reason: 'moved', effectiveAt: '2024-04-03' },
      },
    ]);
    expect(messages('2024-04-02', ...away).at(-1)).toEqual([
      'exit/3',
      '2024-04-01',
      { way: 'early', reason: 'transferred' },
    ]);
    const here = funderMessagesOf(courseIn(journal, '2024-04-10'));
    expect(here.map(({ key, formerProvider, correctedOn }) => [key, formerProvider, correctedOn])).toEqual([
      ['entry/2', true, undefined],
      ['entry/3', undefined, undefined],
    ]);
    expect(owedOf(here, []).map(({ status }) => status)).toEqual(['former', 'open']);
  });
});

describe('a message', () => {
  const journal = journalOf(...entered('2024-03-01'), ['2024-04-01', contractless()]);

  function contractless(): JourneyEvent {
    return { type: 'occupation.agreed', occupation: 'joiner' };
  }

  test('keeps its key when its entry is corrected, and says since when', () => {
    const corrected = afterwards(journal, [
      '2024-05-02',
      { ...saying(admitted({ entryOn: '2024-03-04' })), replaces: 2, reason: 'mistake' },
    ]);
    expect(funderMessagesOf(courseIn(corrected, '2024-05-10'))).toMatchObject([
      { key: 'entry/2', on: '2024-03-04', correctedOn: '2024-05-02' },
    ]);
  });

  test('of used hours changes with a contact that is entered after it was told', () => {
    const reported = journalOf(...withHours, ['2024-11-04', { type: 'hours.reported', month: '2024-10' }]);
    const hours = (known: typeof reported) =>
      funderMessagesOf(courseIn(known, '2024-12-20')).find(({ kind }) => kind === 'hours');
    expect(hours(reported)).not.toHaveProperty('correctedOn');
    const later = afterwards(
      reported,
      ['2024-11-20', saying(contact(10), { effectiveAt: '2024-10-20' })],
      ['2024-12-01', saying(contact(10), { effectiveAt: '2024-10-21' })],
    );
    expect(hours(later)).toMatchObject({ correctedOn: '2024-12-01', fields: { minutes: 100 } });
    const other = afterwards(later, [
      '2024-12-10',
      { ...saying({ type: 'hours.reported', month: '2024-10' }), replaces: 15, reason: 'mistake' },
    ]);
    expect(hours(other)).toMatchObject({ correctedOn: '2024-12-10' });
  });
});

describe('what the funder still waits for', () => {
  const entry = funderMessagesOf(course('2024-03-10', ...entered('2024-03-01')));
  const statusOf = (...args: Parameters<typeof owedOf>) =>
    owedOf(...args).map(({ key, status, transmittedOn }) => [key, status, transmittedOn]);

  test('is what has not been transmitted', () => {
    expect(statusOf(entry, [])).toEqual([['entry/2', 'open', undefined]]);
    expect(statusOf(entry, [{ key: 'entry/2', transmittedOn: '2024-03-05' }])).toEqual([
      ['entry/2', 'transmitted', '2024-03-05'],
    ]);
  });

  test('is what was corrected after it was transmitted, until it goes out again', () => {
    const corrected = entry.map((message) => ({ ...message, correctedOn: '2024-05-02' }));
    const sent = (transmittedOn: string) => statusOf(corrected, [{ key: 'entry/2', transmittedOn }])[0]?.[1];
    expect([sent('2024-05-01'), sent('2024-05-02'), sent('2024-05-03')]).toEqual([
      'corrected',
      'transmitted',
      'transmitted',
    ]);
  });

  test('is word that a message is no longer true, until that has gone out', () => {
    const sent = { key: 'exit/9', transmittedOn: '2024-03-05' };
    const [, callBack] = owedOf(entry, [sent]);
    expect(callBack).toEqual({
      ...{ key: 'takenBack/exit/9', kind: 'takenBack', label: messageKinds.takenBack, on: '2024-03-05' },
      ...{ fields: { message: 'exit/9' }, status: 'open' },
    });
    expect(callBackOf('exit/9')).toBe('takenBack/exit/9');
    const both = [sent, { key: callBackOf('exit/9'), transmittedOn: '2024-03-06' }];
    expect(statusOf(entry, both)).toEqual([
      ['entry/2', 'open', undefined],
      ['takenBack/exit/9', 'transmitted', '2024-03-06'],
    ]);
  });

  test('is what was called back and is true again', () => {
    const sent = [
      { key: 'entry/2', transmittedOn: '2024-03-05' },
      { key: callBackOf('entry/2'), transmittedOn: '2024-03-06' },
    ];
    expect(statusOf(entry, sent)).toEqual([['entry/2', 'open', undefined]]);
  });

  test('comes of a voided entry by itself', () => {
    const journal = journalOf(...training(), ['2025-01-01', contractEnded()], ['2025-02-01', leftEarly]);
    const before = funderMessagesOf(courseIn(journal, '2025-02-02'));
    const sent = before.map(({ key }) => ({ key, transmittedOn: '2025-02-02' }));
    const voided = afterwards(journal, ['2025-02-03', { ...taking(8), actor: { role: 'teamLead' } }]);
    const after = owedOf(funderMessagesOf(courseIn(voided, '2025-02-04')), sent);
    expect(after.filter(isOwed).map(({ key }) => key)).toEqual(['takenBack/exit/8']);
  });

  test('is neither what has gone out nor what is the former provider’s', () => {
    const about = (status: 'open' | 'transmitted' | 'corrected' | 'former') =>
      isOwed({ ...entered2(), status });
    const entered2 = () => ({ ...(entry[0] as NonNullable<(typeof entry)[0]>) });
    expect([about('open'), about('corrected'), about('transmitted'), about('former')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
