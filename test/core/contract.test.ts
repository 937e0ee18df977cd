/** The contract: its own days, one that existed before the entry, the briefing of its company, and who is invited under it. */
import { describe, expect, test } from 'vitest';
import { viewOf } from '../../workflows/fold/view.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  contractEnded,
  entered,
  factsOf,
  firedOn,
  folded,
  informed,
  openOn,
  placesIn,
  type Row,
  referral,
  referred,
  refusedBy,
  signed,
  submitted,
  training,
} from '../support/journal.ts';

const begun = entered('2024-05-02');

describe('a contract', () => {
  const after = (more: Partial<EventOf<'contract.signed'>>, until = '2024-06-10') =>
    folded(until, ...begun, ['2024-06-03', informed()], ['2024-06-10', signed(more)]);

  test('typed later counts from the day of its signing', () => {
    const state = after({ signedOn: '2024-06-03' });
    expect(factsOf(state).contract?.signedOn).toBe('2024-06-03');
    expect(openOn(state, 'contractRegistration')).toEqual(['2024-06-17']);
    expect(openOn(state, 'contractRegistrationEscalation')).toEqual(['2024-07-01']);
  });

  test('already registered is registered, and nobody is reminded', () => {
    const state = after({ signedOn: '2024-06-03', registeredOn: '2024-06-07' }, '2024-12-01');
    expect(factsOf(state).contract?.registeredOn).toBe('2024-06-07');
    expect(placesIn(state)).toContain('registration.registered');
    expect([...firedOn(state, 'contractRegistration'), ...openOn(state, 'contractRegistration')]).toEqual([]);
  });

  test.each([{ signedOn: '2024-06-11' }, { signedOn: '2024-06-03', registeredOn: '2024-06-11' }])(
    'cannot have been signed or registered in the future: %o',
    (days) => {
      expect(refusedBy(() => after(days)).reasons.map(({ code }) => code)).toEqual(['signedByNow']);
    },
  );

  test('keeps its percentage of full time, and does not claim to know of a committee', () => {
    expect(factsOf(after({ partTimePercent: 75 })).contract).toMatchObject({ partTimePercent: 75 });
    expect(factsOf(after({})).contract?.committee).toBeUndefined();
    expect(factsOf(after({ conciliationCommittee: false })).contract?.committee).toBe(false);
  });

  test('waits for the first day while parts of the preparation are still recorded', () => {
    const part: JourneyEvent = { type: 'preparation.partRecorded', part: 'childcare', status: 'done' };
    const rows: Row[] = [
      ...begun,
      ['2024-06-03', informed()],
      ['2024-06-10', signed()],
      ['2024-06-12', part],
    ];
    expect(placesIn(folded('2024-06-12', ...rows))).toContain('phase.accompanied.contracted');
  });
});

describe('a contract that existed at entry', () => {
  const entry = '2025-10-01';
  const years = { signedOn: '2024-06-03', registeredOn: '2024-06-20', guardiansSigned: true };
  const joined: Row[] = [
    [entry, referral({ adultOn: '2026-12-01' })],
    [entry, { type: 'minor.examined', on: '2024-06-01' }],
    [entry, admitted({ directStart: true, guardiansToo: true })],
    [entry, informed()],
    [entry, signed(years)],
  ];
  const started: Row = ['2025-10-02', { type: 'training.started' }];

  test('asks to confirm its first day three days after the entry', () => {
    expect(openOn(folded(entry, ...joined), 'firstDayConfirmation')).toEqual(['2025-10-04']);
  });

  test('has been employment since its first day, and training with support since the entry', () => {
    const state = folded('2025-10-02', ...joined, started);
    expect(factsOf(state)).toMatchObject({ employedSince: '2024-09-01', trainingSince: entry });
    const firstDay = viewOf(state).milestones.find(({ key }) => key === 'firstDay');
    expect(firstDay?.reachedOn).toBe('2024-09-01');
  });

  test('has its probation behind it, and nobody reviews it', () => {
    const state = folded('2026-06-01', ...joined, started);
    expect(placesIn(state)).toContain('phase.accompanied.training.established');
    expect(firedOn(state, 'probationReview')).toEqual([]);
  });

  test('is reported on from the entry: no report on what lies before it', () => {
    const state = folded('2025-10-02', ...joined, started);
    expect(openOn(state, 'luvTrainingStart')).toEqual(['2025-11-11']);
    expect(openOn(state, 'luvTrainingProgress')).toEqual(['2025-12-31']);
    expect([...openOn(state, 'luvProbation'), ...firedOn(state, 'luvProbation')]).toEqual([]);
    expect(firedOn(state, 'luvTrainingYear')).toEqual([]);
    expect(state.open.filter(({ key }) => key === 'luvTrainingYear')).toEqual([
      expect.objectContaining({ item: 2, dueOn: '2026-08-31' }),
    ]);
  });

  test('asks for a minor’s follow-up examination a year after employment began, not after the entry', () => {
    const state = folded('2026-01-01', ...joined, started);
    expect(firedOn(state, 'minorFollowUp')).toEqual(['2025-09-01']);
    expect(firedOn(state, 'minorBan')).toEqual(['2025-11-01']);
  });

  test('lets meetings begin with the entry', () => {
    const state = folded('2025-10-02', ...joined, started);
    expect(factsOf(state).cadenceSince).toBe(entry);
  });
});

describe('when a contract ends', () => {
  const overdue = (...rows: readonly Row[]) =>
    viewOf(folded('2026-12-01', ...training({ probationMonths: 2 }), ...rows))
      .overdue.filter(({ key }) => key.startsWith('luv'))
      .map(({ key, dueOn }) => [key, dueOn]);
  const ended: Row = ['2025-10-01', contractEnded()];

  test('the reports that were due before stay due, and none comes after', () => {
    expect(overdue(ended)).toEqual([
      ['luvProbation', '2024-10-03'],
      ['luvTrainingStart', '2024-10-12'],
      ['luvTrainingProgress', '2024-11-30'],
      ['luvTrainingYear', '2025-08-31'],
    ]);
  });

  test('they may still be submitted', () => {
    const rows: Row[] = [
      ended,
      ['2025-10-02', submitted('trainingYear', 1)],
      ['2025-10-02', submitted('probation')],
    ];
    expect(overdue(...rows).map(([key]) => key)).toEqual(['luvTrainingStart', 'luvTrainingProgress']);
  });
});

describe('the briefing', () => {
  const direct: Row[] = [
    ['2024-09-02', referred],
    ['2024-09-02', admitted({ directStart: true })],
  ];
  const briefing = (...rows: readonly Row[]) =>
    placesIn(folded('2024-09-10', ...direct, ...rows)).filter((path) => path.startsWith('briefing.'));
  const contract: Row = ['2024-09-03', signed()];

  test.each<[string, Row[], string]>([
    ['is due while nobody is informed', [contract], 'due'],
    ['is still due when another company is informed', [contract, ['2024-09-04', informed('c-2')]], 'due'],
    [
      'is given when the company of the contract is informed',
      [contract, ['2024-09-04', informed()]],
      'given',
    ],
    [
      'is due again when the contract turns out to be with another',
      [['2024-09-02', informed('c-2')], contract],
      'due',
    ],
  ])('%s', (_, rows, place) => {
    expect(briefing(...rows)).toEqual([`briefing.${place}`]);
  });

  test('ends with the accompaniment, and is due again when the journey is reopened', () => {
    const left: Row = ['2024-09-05', { type: 'journey.leftEarly', reason: 'moved' }];
    expect(briefing(contract, left)).toEqual(['briefing.notDue']);
    expect(
      briefing(contract, left, ['2024-09-06', { type: 'journey.reopened', reason: 'returned' }]),
    ).toEqual(['briefing.due']);
  });
});

test('the school times go with the invitation, and make one that is under way anew', () => {
  const school: JourneyEvent = { type: 'school.timesSet', weekdays: ['monday'] };
  const rows = [...entered('2024-08-01'), ['2024-09-02', school]] as const;
  const { effects } = folded('2024-09-03', ...rows);
  expect(effects['reflection/after-2']?.params).toMatchObject({
    school: { weekdays: ['monday'], blocks: [] },
  });
});

describe('an invitation under way', () => {
  const consent: Row = ['2024-09-02', { type: 'consent.given', to: 'company' }];
  const invited = (until: string, key: string, ...rows: readonly Row[]) =>
    folded(until, ...rows).effects[key]?.params;

  test('goes to the trainer too as soon as training has begun', () => {
    const rows: Row[] = [
      ...entered('2024-07-31'),
      ['2024-08-01', informed()],
      ['2024-08-02', signed()],
      ['2024-08-03', { type: 'consent.given', to: 'company' }],
    ];
    const started: Row = ['2024-09-01', { type: 'training.started' }];
    const key = 'reflection/after-2';
    expect(invited('2024-08-31', key, ...rows)).toMatchObject({ attendees: ['participant', 'caseWorker'] });
    expect(invited('2024-09-01', key, ...rows, started)).toMatchObject({
      attendees: ['participant', 'caseWorker', 'trainer'],
    });
  });

  test.each<[string, string, Row[]]>([
    ['in training', '2024-10-05', []],
    ['in the exam', '2027-06-20', [['2027-03-01', { type: 'exam.registered', sittingOn: '2027-06-10' }]]],
  ])('no longer goes to the trainer when the contract ends %s', (_, day, rows) => {
    const key = 'reflection/after-6';
    const all: Row[] = [...training(), consent, ...rows];
    expect(invited(day, key, ...all)).toMatchObject({ attendees: ['participant', 'caseWorker', 'trainer'] });
    expect(invited(day, key, ...all, [day, contractEnded()])).toMatchObject({
      attendees: ['participant', 'caseWorker'],
    });
  });

  test('no longer goes to the guardian from the day of majority on', () => {
    const rows = training({}, { adultOn: '2024-10-10' });
    const key = 'reflection/after-6';
    expect(invited('2024-10-09', key, ...rows)).toMatchObject({
      attendees: ['participant', 'caseWorker', 'guardian'],
    });
    expect(invited('2024-10-10', key, ...rows)).toMatchObject({ attendees: ['participant', 'caseWorker'] });
  });
});

describe('an internship', () => {
  const planned: JourneyEvent = {
    type: 'internship.planned',
    company: 'c-1',
    from: '2024-08-19',
    to: '2024-09-06',
  };
  const rows: Row[] = [
    ...begun,
    ['2024-08-01', planned],
    ['2024-08-19', { type: 'internship.started', internship: 3 }],
    ['2024-08-20', informed()],
    ['2024-08-21', signed()],
    ['2024-09-01', { type: 'training.started' }],
  ];

  test.each<JourneyEvent>([
    { type: 'internship.reviewed', internship: 3, fit: true },
    { type: 'internship.brokenOff', internship: 3, reason: 'other' },
  ])('that ran into the training still ends there: $type', (event) => {
    const { internships } = factsOf(folded('2024-09-06', ...rows, ['2024-09-06', event]));
    expect(internships[3]?.status).toBe(event.type === 'internship.brokenOff' ? 'brokenOff' : 'fit');
  });

  test('is not planned in training', () => {
    expect(refusedBy(() => folded('2024-09-06', ...rows, ['2024-09-06', planned])).code).toBe('wrong-phase');
  });
});

describe('a contract lost before its first day', () => {
  const lost = (...rows: readonly Row[]): string[] =>
    placesIn(folded(rows.at(-1)?.[0] ?? '', ...rows)).filter((path) => path.startsWith('phase.accompanied.'));
  const fresh: Row[] = [...entered('2024-05-02'), ['2024-06-03', informed()], ['2024-06-03', signed()]];

  test('leads back to placement', () => {
    expect(lost(...fresh, ['2024-07-01', contractEnded()])).toContain(
      'phase.accompanied.preparation.placing',
    );
  });

  test('leaves who has trained before without a company, as the first one did', () => {
    const second = signed({ start: '2025-01-01', end: '2027-12-31' });
    const rows: Row[] = [
      ...training(),
      ['2024-10-01', contractEnded()],
      ['2024-11-04', second],
      ['2024-12-02', contractEnded()],
    ];
    expect(lost(...rows)).toContain('phase.accompanied.training.betweenContracts');
  });
});
