/** Rules where several things stand side by side, at the edges of their periods, and before anybody has told an event. */
import { describe, expect, test } from 'vitest';
import type { Role } from '../../workflows/effects/words.ts';
import { explain } from '../../workflows/fold/explain.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import type { EventOf, EventType, JourneyEvent } from '../../workflows/journal/events.ts';
import { policies } from '../../workflows/policy/policy.ts';
import {
  accepted,
  admitted,
  approved,
  conciliation,
  contractEnded,
  entered,
  firedOn,
  folded,
  foldedBy,
  informed,
  offered,
  openOn,
  type Row,
  raised,
  referral,
  refusedBy,
  scheduled,
  signed,
  submitted,
  training,
} from '../support/journal.ts';

const begun = entered('2024-02-01');
const day = '2024-06-10';
const on = (...events: JourneyEvent[]): Row[] => events.map((event): Row => ['2024-02-05', event]);
/** Rules that bar an event whatever it says. */
const barred = (state: Folded, type: EventType) =>
  explain(state)
    .find((row) => row.type === type)
    ?.reasons.map(({ code }) => code);
const after = (...rows: readonly Row[]): Folded => folded(day, ...rows);
/** Rules that refuse an event told last; none if it is taken. */
const broken = (event: JourneyEvent, rows: readonly Row[], when = day): string[] => {
  const whole: Row[] = [...rows, [when, event]];
  return broke(() => folded(when, ...whole));
};
function broke(run: () => Folded): string[] {
  try {
    run();
    return [];
  } catch (error) {
    return refusedBy(() => {
      throw error;
    }).reasons.map(({ code }) => code);
  }
}

describe('before anybody tells it', () => {
  test.each<[EventType, JourneyEvent[], string]>([
    ['goal.reviewed', [{ type: 'goal.set', goal: 'g-1', reviewOn: '2024-09-01' }], 'goalOpen'],
    ['task.done', [{ type: 'task.set', task: 't-1', dueOn: '2024-09-01' }], 'taskOpen'],
    [
      'internship.started',
      [{ type: 'internship.planned', company: 'c-1', from: '2024-03-01', to: '2024-03-08' }],
      'internshipPlanned',
    ],
    ['consent.withdrawn', [{ type: 'consent.given', to: 'school' }], 'consentGiven'],
    ['contract.signed', [informed()], 'companyInformed'],
  ])('%s is possible as soon as there is something it may speak of', (type, opening, rule) => {
    expect(barred(after(...begun), type)).toEqual([rule]);
    expect(barred(after(...begun, ...on(...opening)), type)).toEqual([]);
  });

  test('a report is possible while any is wanted, a correction once any has been submitted', () => {
    const trained = folded('2024-10-01', ...training());
    expect(barred(trained, 'report.submitted')).toEqual([]);
    expect(barred(trained, 'report.corrected')).toEqual(['reportSubmitted']);
    const told: Row = ['2024-09-20', submitted('trainingStart')];
    expect(barred(folded('2024-10-01', ...training(), told), 'report.corrected')).toEqual([]);
    expect(barred(after(['2024-02-01', referral()]), 'report.submitted')).not.toEqual([]);
    const ofYear: Row = ['2025-08-20', submitted('trainingYear', 1)];
    expect(barred(folded('2025-09-01', ...training(), ofYear), 'report.corrected')).toEqual([]);
  });
});

describe('a contract', () => {
  const planned = (company: string): JourneyEvent => ({
    type: 'internship.planned',
    ...{ company, from: '2024-02-05', to: '2024-02-16' },
  });
  const internship = (...events: JourneyEvent[]): Row[] => [...begun, ...on(informed(), ...events)];
  const started: JourneyEvent = { type: 'internship.started', internship: 4 };
  const reviewed: JourneyEvent = { type: 'internship.reviewed', internship: 4, fit: true };
  const brokenOff: JourneyEvent = { type: 'internship.brokenOff', internship: 4, reason: 'other' };

  test.each<[string, string[], Row[]]>([
    ['that is only planned', ['internshipOrReason'], internship(planned('c-1'))],
    ['that was broken off', ['internshipOrReason'], internship(planned('c-1'), started, brokenOff)],
    ['at another company', ['internshipOrReason'], internship(planned('c-2'), started, reviewed)],
    ['that is running', [], internship(planned('c-1'), started)],
    ['that was reviewed', [], internship(planned('c-1'), started, reviewed)],
  ])('gives a reason for having no internship beside one %s: %j', (_, codes, rows) => {
    expect(broken(signed({ withoutInternship: undefined }), rows)).toEqual(codes);
  });

  test('that existed at entry needs no informed company; the next one does', () => {
    const direct: Row[] = [
      ['2024-06-01', referral()],
      ['2024-06-01', admitted({ directStart: true })],
    ];
    expect(broken(signed(), direct)).toEqual([]);
    const ended: Row[] = [...training(), ['2024-10-01', contractEnded()]];
    const next = signed({ company: 'c-2', start: '2024-12-01' });
    expect(broken(next, ended, '2024-11-10')).toEqual(['companyInformed']);
  });

  test('that has ended leaves nothing to be interrupted', () => {
    const interrupted: JourneyEvent = { type: 'training.interrupted', reason: 'illness' };
    const ended: Row[] = [...training(), ['2024-10-01', contractEnded()]];
    expect(broken(interrupted, training(), '2024-11-10')).toEqual([]);
    expect(broken(interrupted, ended, '2024-11-10')).toEqual(['inTraining']);
  });
});

test('an internship is started, reviewed or broken off by its own number, whatever others stand open', () => {
  const planned: JourneyEvent = {
    type: 'internship.planned',
    ...{ company: 'c-1', from: '2024-02-05', to: '2024-02-16' },
  };
  const [over, running, waiting] = [3, 4, 5];
  const started = (internship: number): JourneyEvent => ({ type: 'internship.started', internship });
  const reviewed = (internship: number): JourneyEvent => ({
    type: 'internship.reviewed',
    internship,
    fit: true,
  });
  const brokenOff = (internship: number): JourneyEvent => ({
    type: 'internship.brokenOff',
    ...{ internship, reason: 'other' },
  });
  const rows: Row[] = [
    ...begun,
    ...on(planned, planned, planned, started(over), started(running), brokenOff(over)),
  ];
  expect(broken(started(waiting), rows)).toEqual([]);
  expect(broken(started(running), rows)).toEqual(['internshipPlanned']);
  expect(broken(reviewed(running), rows)).toEqual([]);
  expect(broken(reviewed(waiting), rows)).toEqual(['internshipRunning']);
  expect(broken(brokenOff(waiting), rows)).toEqual([]);
  expect(broken(brokenOff(over), rows)).toEqual(['internshipOpen']);
});

test('help is begun once and ended once, by its own number, whatever else was asked for', () => {
  const asked: JourneyEvent = { type: 'help.asked', topic: 'school', for: 'participant' };
  const begins = (help: number): JourneyEvent => ({ type: 'help.started', help });
  const ends = (help: number): JourneyEvent => ({ type: 'help.ended', help });
  const [over, running, waiting] = [3, 4, 5];
  const rows: Row[] = [...begun, ...on(asked, asked, asked, begins(over), begins(running), ends(over))];
  expect(broken(begins(waiting), rows)).toEqual([]);
  expect(broken(begins(running), rows)).toEqual(['helpAsked']);
  expect(broken(ends(waiting), rows)).toEqual([]);
  expect(broken(ends(running), rows)).toEqual([]);
  expect(broken(ends(over), rows)).toEqual(['helpOpen']);
  const alone = after(...rows, ...on(ends(waiting)));
  expect([barred(alone, 'help.started'), barred(alone, 'help.ended')]).toEqual([['helpAsked'], []]);
});

test('an invitation is answered for somebody else by case worker or team lead, and by nobody else', () => {
  const invited: Row = ['2024-02-29', scheduled('reflection/after-2', '2024-03-11T09:00:00.000Z')];
  const answered = (role: Role) =>
    broke(() =>
      folded('2024-03-05', ...begun, invited, [
        '2024-03-05',
        { type: 'meeting.replied', by: 'participant', reply: 'coming' },
        { role },
      ]),
    );
  expect([answered('caseWorker'), answered('teamLead'), answered('participant')]).toEqual([[], [], []]);
  expect(answered('guardian')).toEqual(['repliesForThemselves']);
});

describe('the committee comes before court', () => {
  const action: JourneyEvent = { type: 'conflict.actionFiled', by: 'participant' };
  const withCommittee = training({ conciliationCommittee: true });
  const quarrel: Row[] = [...withCommittee, ['2024-10-01', raised]];
  const asked: Row = ['2024-10-02', conciliation];

  test('while the contract lasts, from every rung and until the conciliation has ended', () => {
    expect(broken(action, quarrel, '2024-10-05')).toEqual(['conciliationFirst']);
    expect(broken(action, [...quarrel, asked], '2024-10-05')).toEqual(['conciliationFirst']);
  });

  test('no longer when the contract has ended', () => {
    const over: Row[] = [...quarrel, ['2024-10-02', contractEnded()]];
    expect(broken(action, over, '2024-10-05')).toEqual([]);
  });
});

describe('hours', () => {
  test('by month are offered from a month’s first day to a month’s last', () => {
    const by = (from: string, to: string) =>
      broke(() => foldedBy(policies['2022-1'], day, ...begun, ['2024-02-05', offered(from, to)]));
    expect(by('2024-04-15', '2024-04-30')).toEqual(['wholeMonths']);
    expect(by('2024-04-01', '2024-05-30')).toEqual(['wholeMonths']);
    expect(by('2024-04-01', '2024-05-31')).toEqual([]);
  });

  test('are reported for a month of any period that was agreed', () => {
    const agreed: Row[] = [
      ...begun,
      ['2024-02-05', offered('2024-02-01', '2024-02-29')],
      ['2024-02-05', accepted],
      ['2024-04-01', offered('2024-04-01', '2024-04-30')],
      ['2024-04-01', accepted],
    ];
    const month = (name: string) => broken({ type: 'hours.reported', month: name }, agreed);
    expect([month('2024-02'), month('2024-03'), month('2024-04')]).toEqual([[], ['monthCounts'], []]);
  });
});

test('hours reported late for an earlier month make no month due a second time', () => {
  const agreed: Row[] = [
    ...begun,
    ['2024-02-05', offered('2024-02-01', '2024-08-31')],
    ['2024-02-05', accepted],
  ];
  const late: Row = ['2024-05-06', { type: 'hours.reported', month: '2024-02' }];
  const state = folded('2024-05-07', ...agreed, late);
  expect(firedOn(state, 'usedHoursDue')).toEqual(['2024-03-01', '2024-04-01', '2024-05-01']);
  expect(openOn(state, 'usedHoursDue')).toEqual(['2024-06-01']);
});

test('the report of a training year is taken for the years that ask for one', () => {
  const year = (which: number) => broken(submitted('trainingYear', which), training(), '2027-02-01');
  expect([year(1), year(2), year(3), year(4)]).toEqual([[], [], ['reportWanted'], ['reportWanted']]);
});

describe('shares of funders', () => {
  const later: EventOf<'funding.approved'> & JourneyEvent = {
    ...{ type: 'funding.approved', funder: 'land-1', share: 80, from: '2024-07-01', to: '2024-12-31' },
  };
  const sooner = (to: string) => broken(approved('2024-02-01', to, { share: 80 }), [...begun, ...on(later)]);

  test('are added up on days that they share, to the very last', () => {
    expect(sooner('2024-06-30')).toEqual([]);
    expect(sooner('2024-07-01')).toEqual(['sharesFit']);
  });
});
