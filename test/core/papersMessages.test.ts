/** What the funder is owed word of. */
import { describe, expect, test } from 'vitest';
import { funderMessagesOf, messageKinds } from '../../workflows/fold/papers/funderMessages.ts';
import { owedOf } from '../../workflows/fold/papers/owed.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { afterwards, course, courseIn } from '../support/courses.ts';
import {
  admitted,
  entered,
  failed,
  journalOf,
  leftEarly,
  passed,
  type Row,
  referral,
  referred,
  registeredFor,
  reopened,
  saying,
  submitted,
  training,
} from '../support/journal.ts';
import { contact, withHours } from '../support/supportHours.ts';

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
    const died: Row = ['2024-02-21', { type: 'journey.deceased' }];
    expect(messages('2024-03-01', ['2024-02-20', referred], died)).toEqual([]);
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
    expect(first).toStrictEqual({
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
    const sameDay: Row[] = [...entered('2024-03-01'), ['2024-03-01', leftEarly], ['2024-03-01', reopened]];
    expect(messages('2024-03-02', ...sameDay).map(([key]) => key)).toEqual(['entry/2', 'entry/4', 'exit/3']);
  });

  test.each<[JourneyEvent]>([
    [{ type: 'intake.declined', reason: 'noNeed' }],
    [{ type: 'intake.referredElsewhere', to: 'bae', reason: 'needsMore' }],
  ])('one entry where the intake was reopened after %j', (closed) => {
    const intake: Row[] = [
      ['2024-02-20', referred],
      ['2024-02-21', closed],
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
    expect(here.map(({ fields }) => fields)).toEqual([{ directStart: false }, { from: 'first' }]);
    expect(owedOf(here, []).map(({ status }) => status)).toEqual(['former', 'open']);
    const never = funderMessagesOf(course('2024-04-10', ...away));
    expect(never.filter((message) => 'formerProvider' in message)).toEqual([]);
  });
});

test('messages come in the order of their days, those of one day as the list of kinds has them', () => {
  const day = '2024-10-01';
  const rows: Row[] = [
    ...training(),
    [day, submitted('trainingStart')],
    [day, { type: 'training.interrupted', reason: 'illness' }],
    [day, { type: 'training.resumed' }],
    [day, { type: 'journey.deceased' }],
  ];
  expect(messages(day, ...rows).map(([key]) => key)).toEqual([
    ...['entry/2', 'exit/10', 'interruption/8', 'interruptionEnd/8', 'luvSubmitted/7'],
  ]);
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
    const atOnce = afterwards(reported, ['2024-11-04', saying(contact(10), { effectiveAt: '2024-10-20' })]);
    expect(hours(atOnce)).not.toHaveProperty('correctedOn');
    const other = afterwards(later, [
      '2024-12-10',
      { ...saying({ type: 'hours.reported', month: '2024-10' }), replaces: 15, reason: 'mistake' },
    ]);
    expect(hours(other)).toMatchObject({ correctedOn: '2024-12-10' });
  });
});
