/** Who is told what, under which key, of which day, and for which state it speaks. */
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../workflows/effects/effects.ts';
import { newsTopics } from '../../workflows/effects/words.ts';
import type { Actor } from '../../workflows/journal/entry.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import {
  accepted,
  approved,
  conciliation,
  contractEnded,
  entered,
  factsOf,
  folded,
  offered,
  proposed,
  type Row,
  raised,
  reasonKnown,
  scheduled,
  signed,
  training,
} from '../support/journal.ts';

const begun = entered('2024-02-01');
const worker = ['caseWorker'];
const both = ['caseWorker', 'teamLead'];
const lead = ['teamLead'];

/** An effect as the world sees it: without when and why it came to be. */
const told = (effect: Effect | undefined) =>
  effect && { key: effect.key, kind: effect.kind, params: effect.params, speaksFor: effect.speaksFor };
const effectOf = (key: string, until: string, rows: readonly Row[]): Effect | undefined =>
  folded(until, ...rows).effects[key];
const reminder = (key: string, params: object, speaksFor: string) => ({
  ...{ key: `reminder/${key}`, kind: 'reminder', params, speaksFor },
});

describe('a deadline that fired', () => {
  const goal: JourneyEvent = { type: 'goal.set', goal: 'g-1', reviewOn: '2024-02-12' };
  const agreed: Row[] = [
    ['2024-02-20', offered('2024-03-01', '2024-05-31')],
    ['2024-02-20', accepted],
  ];
  const fundings: Row[] = [
    ['2024-02-02', approved('2024-02-01', '2024-06-30', { share: 40 })],
    ['2024-02-02', approved('2024-02-01', '2024-09-30', { share: 40, funder: 'esf' })],
  ];

  test.each<[string, string, Row[], object, string]>([
    [
      'intakeDecision/1',
      '2024-02-20',
      begun.slice(0, 1),
      { topic: 'intakeDecision', to: worker, dueOn: '2024-02-15' },
      'phase.intake',
    ],
    [
      'preparationEndNear/2',
      '2024-07-10',
      begun,
      { topic: 'preparationEndNear', to: worker, dueOn: '2024-07-31' },
      'phase.accompanied.preparation',
    ],
    [
      'goalReview/3/2024-02-12',
      '2024-02-12',
      [...begun, ['2024-02-02', goal]],
      { topic: 'goalReview', to: worker, dueOn: '2024-02-12', item: 3 },
      'supportPlan.kept',
    ],
    [
      'usedHoursDue/202403/2024-04-08',
      '2024-04-02',
      [...begun, ...agreed],
      { topic: 'usedHoursDue', to: worker, dueOn: '2024-04-08', item: 202403 },
      'usedHours',
    ],
    [
      'usedHoursDue/202404/2024-05-08',
      '2024-05-03',
      [...begun, ...agreed],
      { topic: 'usedHoursDue', to: worker, dueOn: '2024-05-08', item: 202404 },
      'usedHours',
    ],
    [
      'fundingEnd/3/2024-06-30',
      '2024-05-05',
      [...begun, ...fundings],
      { topic: 'fundingEnd', to: both, dueOn: '2024-06-30', item: 3 },
      'funding.approved',
    ],
  ])('asks for the notice %s, of the day that it speaks of', (key, until, rows, params, speaksFor) => {
    const effect = effectOf(`reminder/${key}`, until, rows);
    expect(told(effect)).toEqual(reminder(key, params, speaksFor));
    expect(Object.keys(effect?.params ?? {})).toEqual(Object.keys(params));
  });

  test('that tells nobody asks for nothing', () => {
    const { fired, effects } = folded('2025-01-02', ...training());
    expect(fired.map(({ key }) => key)).toContain('probationEnd');
    expect(Object.keys(effects).filter((key) => key.includes('probationEnd'))).toEqual([]);
  });
});

describe('news', () => {
  const handover: JourneyEvent = { type: 'handover.proposed', to: 'w-2' };
  const leader: Actor = { role: 'teamLead' };
  const asked: Row[] = [...begun, ['2024-02-05', handover]];
  const answering: Row[] = [...asked, ['2024-02-06', { type: 'handover.approved' }, leader]];
  const trained = training({ conciliationCommittee: true });
  const arguing: Row[] = [...trained, ['2024-10-01', raised], ['2024-10-02', conciliation]];
  const established = (rows: Row[]): Row[] => [...training(), ['2025-02-03', raised], ...rows];
  const received = (by: EventOf<'termination.received'>['by']): Row => [
    '2025-02-04',
    { type: 'termination.received', by },
  ];
  const missed: JourneyEvent = { type: 'meeting.missed', missing: ['participant'] };
  const twice: Row[] = [
    ...begun,
    ['2024-03-01', scheduled('reflection/after-2', '2024-03-11T09:00:00.000Z')],
    ['2024-03-11', missed],
    ['2024-03-12', scheduled('reflection/after-4', '2024-03-20T09:00:00.000Z')],
    ['2024-03-20', missed],
  ];

  const table: [string, string[], string, string, Row[]][] = [
    ['meetingsMissed/6', lead, '2024-03-20', 'reflection', twice],
    [
      'settlementProposed/9',
      both,
      '2024-10-17',
      'conflict.open.conciliation',
      [...arguing, ['2024-10-10', proposed('2024-10-10')]],
    ],
    [
      'terminationPossible/8',
      both,
      '2025-02-18',
      'termination',
      established([['2025-02-04', reasonKnown()]]),
    ],
    ['terminationReceived/8', both, '2025-02-25', 'termination', established([received('company')])],
    ['terminationReceived/8', both, '2025-02-04', 'termination', established([received('participant')])],
    [
      'trainingGivenUp/8',
      both,
      '2025-03-04',
      'termination',
      established([['2025-02-04', { type: 'termination.givingUp' }]]),
    ],
    [
      'damagesPossible/8',
      both,
      '2025-05-04',
      'damages.running',
      established([['2025-02-04', contractEnded()]]),
    ],
    ['handoverToApprove/3', lead, '2024-02-12', 'assignment.handover.unapproved', asked],
    [
      'handoverDeclined/5',
      both,
      '2024-02-07',
      'assignment',
      [...answering, ['2024-02-07', { type: 'handover.declined' }, leader]],
    ],
    [
      'effectStuck/3',
      ['ops'],
      '2024-02-05',
      'operation.running',
      [...begun, ['2024-02-05', { type: 'effect.stuck', effect: 'reflection/after-2', rev: 1 }]],
    ],
  ];

  test.each(table)('%s goes to %j and names %s', (key, to, dueOn, speaksFor, rows) => {
    const topic = key.split('/')[0];
    const until = rows.at(-1)?.[0] ?? '';
    expect(told(effectOf(`reminder/${key}`, until, rows))).toEqual(
      reminder(key, { topic, to, dueOn }, speaksFor),
    );
  });

  const answer = (key: string, dueOn: string) =>
    reminder(
      key,
      { topic: 'handoverToAnswer', to: worker, dueOn, caseWorker: 'w-2' },
      'assignment.handover.unanswered',
    );

  test('of a handover goes to the one who is to take over, once the team lead has said yes', () => {
    const keys = Object.keys(folded('2024-02-05', ...asked).effects);
    expect(keys.filter((key) => key.includes('handoverToAnswer'))).toEqual([]);
    expect(told(effectOf('reminder/handoverToAnswer/4', '2024-02-06', answering))).toEqual(
      answer('handoverToAnswer/4', '2024-02-13'),
    );
  });

  test('of a handover that the team lead proposes goes there at once', () => {
    const rows: Row[] = [...begun, ['2024-02-05', handover, leader]];
    const { effects } = folded('2024-02-05', ...rows);
    expect(told(effects['reminder/handoverToAnswer/3'])).toEqual(answer('handoverToAnswer/3', '2024-02-12'));
    expect(effects['reminder/handoverToApprove/3']).toBeUndefined();
  });

  test.each([
    ['notComing', 'meetingDeclined'],
    ['late', 'meetingLate'],
    ['callMe', 'callWanted'],
  ] as const)('of an answer %s goes to the case worker and says who gave it', (reply, topic) => {
    const rows: Row[] = [
      ...entered('2024-01-31'),
      ['2024-02-29', scheduled('reflection/after-2', '2024-03-11T09:00:00.000Z')],
      ['2024-03-01', { type: 'meeting.replied', by: 'participant', reply: 'coming' }],
      ['2024-03-02', { type: 'meeting.replied', by: 'participant', reply }],
    ];
    const answers = Object.values(folded('2024-03-02', ...rows).effects).filter(
      ({ at }) => at > '2024-03-01',
    );
    expect(answers.map(told)).toEqual([
      reminder(
        `${topic}/5`,
        { topic, to: worker, dueOn: '2024-03-11', from: 'participant' },
        'reflection.scheduled',
      ),
    ]);
    expect(factsOf(folded('2024-03-02', ...rows)).meeting?.replies).toEqual({ participant: reply });
  });

  test('is told of every topic here or in the tests of consent', () => {
    const covered = new Set([
      ...table.map(([key]) => key.split('/')[0]),
      'handoverToAnswer',
      'consentMissing',
      'meetingDeclined',
      'meetingLate',
      'callWanted',
    ]);
    expect(newsTopics.filter((topic) => !covered.has(topic))).toEqual([]);
  });

  test('of missed meetings comes from the second in a row on, and not after one that was held between', () => {
    const met: JourneyEvent = { type: 'meeting.held', attended: ['participant', 'caseWorker'] };
    const missedOf = (rows: Row[]) =>
      Object.keys(folded(rows.at(-1)?.[0] ?? '', ...rows).effects).filter((key) => key.includes('Missed'));
    expect(missedOf(twice.slice(0, 4))).toEqual([]);
    expect(missedOf(twice)).toEqual(['reminder/meetingsMissed/6']);
    const between: Row[] = [
      ...twice.slice(0, 4),
      ['2024-03-13', met],
      ['2024-04-15', scheduled('reflection/after-5', '2024-04-22T09:00:00.000Z')],
      ['2024-04-22', missed],
    ];
    expect(missedOf(between)).toEqual([]);
  });

  test('of a possible termination comes again when a conciliation no longer suspends it', () => {
    const rows: Row[] = [
      ...arguing,
      ['2024-10-03', reasonKnown()],
      ['2024-10-10', { type: 'conflict.conciliationEnded' }],
    ];
    const { effects } = folded('2024-10-10', ...rows);
    expect(told(effects['reminder/terminationPossible/10'])).toEqual(
      reminder(
        'terminationPossible/10',
        { topic: 'terminationPossible', to: both, dueOn: '2024-10-24' },
        'termination',
      ),
    );
    expect(told(effects['reminder/terminationPossible/9'])?.params).toMatchObject({ dueOn: '2024-10-03' });
  });
});

describe('what a request or an offer leads to', () => {
  const made = (kind: Effect['kind'], until: string, rows: readonly Row[]) =>
    Object.values(folded(until, ...rows).effects).flatMap((effect) =>
      effect.kind === kind ? [{ key: effect.key, params: effect.params, speaksFor: effect.speaksFor }] : [],
    );

  test('learning support is asked for with its subject', () => {
    const rows: Row[] = [...begun, ['2024-02-05', { type: 'learningSupport.requested', subject: 'maths' }]];
    expect(made('learningSupport', '2024-02-05', rows)).toEqual([
      {
        key: 'learningSupport/3',
        params: { subject: 'maths', dueOn: '2024-02-05' },
        speaksFor: 'learningSupport.requested',
      },
    ]);
  });

  const placing: Row[] = [
    ...begun,
    ['2024-02-05', { type: 'occupation.agreed', occupation: 'joiner' }],
    ['2024-02-06', { type: 'placement.started' }],
  ];
  const offer: Row = ['2024-02-08', { type: 'placement.offered', company: 'c-1' }];

  test('a company that offers a place is told of assisted training, unless it was informed before', () => {
    expect(made('informationPackage', '2024-02-08', [...placing, offer])).toEqual([
      {
        key: 'informationPackage/5',
        params: { company: 'c-1', dueOn: '2024-02-08' },
        speaksFor: 'phase.accompanied',
      },
    ]);
    const informedBefore: Row[] = [...placing, ['2024-02-07', { type: 'company.informed', company: 'c-1' }]];
    expect(made('informationPackage', '2024-02-08', [...informedBefore, offer])).toEqual([]);
  });

  test('so is the company of a contract that existed at entry', () => {
    const rows: Row[] = [
      ...entered('2024-09-01', { directStart: true }),
      ['2024-09-02', signed({ start: '2024-09-01' })],
    ];
    expect(made('informationPackage', '2024-09-02', rows)).toEqual([
      {
        key: 'informationPackage/3',
        params: { company: 'c-1', dueOn: '2024-09-02' },
        speaksFor: 'phase.accompanied',
      },
    ]);
  });
});
