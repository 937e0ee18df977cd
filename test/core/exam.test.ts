/** The exam: what an exam that was not passed makes possible, when it ends the contract, and how it is sat between contracts. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../workflows/fold/explain.ts';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import {
  contractEnded,
  factsOf,
  failed,
  firedOn,
  folded,
  informed,
  openOn,
  passed,
  placesIn,
  type Row,
  refusedBy,
  registeredFor,
  signed,
  training,
} from '../support/journal.ts';

const examined: Row[] = [...training(), ['2027-03-01', registeredFor('2027-06-10')]];
const repeating: Row[] = [...examined, ['2027-06-20', failed]];
const extendedTo = (newEnd: string): JourneyEvent => ({ type: 'exam.extensionDemanded', newEnd });
const bridgedTo = (until: string): JourneyEvent => ({ type: 'exam.bridged', until });
const leaveUntil = (type: 'leave.started' | 'leave.changed', until: string): JourneyEvent => ({
  type,
  until,
});
const examPlaces = (state: ReturnType<typeof folded>): string[] =>
  placesIn(state).filter((path) => path.startsWith('phase.accompanied.exam.'));

describe('an exam that was failed or missed', () => {
  const again: Row = ['2027-07-01', registeredFor('2027-12-10')];
  const sat: Row[] = [again, ['2027-12-10', { type: 'exam.sat' }]];

  test('is to be repeated, which is one state whether the extension was demanded or not', () => {
    const demanded: Row = ['2027-06-21', extendedTo('2028-01-31')];
    for (const rows of [repeating, [...repeating, demanded]]) {
      expect(examPlaces(folded('2027-06-22', ...rows))).toEqual(['phase.accompanied.exam.repeating']);
    }
  });

  test('lets the extension be demanded after the repeat exam has been registered, too', () => {
    const state = folded('2027-08-02', ...repeating, again, ['2027-08-01', extendedTo('2028-01-31')]);
    expect(examPlaces(state)).toContain('phase.accompanied.exam.sitting.registered');
    expect(factsOf(state).contract).toMatchObject({ end: '2028-01-31', originalEnd: '2027-08-31' });
    expect(openOn(state, 'extensionDemand')).toEqual([]);
    expect(openOn(state, 'longestExtension')).toEqual(['2028-08-31']);
  });

  test.each<[string, Row[]]>([
    ['registered again', [again]],
    ['sat again', sat],
  ])('lets a bridging be agreed when %s', (_, rows) => {
    const day = rows.at(-1)?.[0] ?? '';
    const state = folded(day, ...repeating, ...rows, [day, bridgedTo('2028-01-31')]);
    expect(openOn(state, 'bridgingEnd')).toEqual(['2028-01-31']);
  });

  test('keeps extensionDemand running while the repeat exam is registered, and it fires there', () => {
    expect(openOn(folded('2027-08-01', ...repeating, again), 'extensionDemand')).toEqual(['2027-08-31']);
    const late = folded('2027-09-02', ...repeating, again);
    expect(firedOn(late, 'extensionDemand')).toEqual(['2027-08-31']);
    expect(Object.values(late.effects).map(({ speaksFor }) => speaksFor)).toContain('phase.accompanied.exam');
  });

  test('opens the extension when illness prevented it, after registration too', () => {
    const ill: Row[] = [...examined, ['2027-06-20', { type: 'exam.missedByIllness' }], again];
    const state = folded('2027-08-02', ...ill, ['2027-08-01', extendedTo('2028-01-31')]);
    expect(factsOf(state)).toMatchObject({ extensionOpen: false, contract: { end: '2028-01-31' } });
  });

  test('is extended without delay after the contract’s end, too', () => {
    const late: Row[] = [...examined, ['2027-09-20', failed], ['2027-09-21', extendedTo('2028-01-31')]];
    expect(factsOf(folded('2027-09-22', ...late)).contract?.end).toBe('2028-01-31');
  });

  test.each<[string, Row[], string[]]>([
    ['before any exam was failed', examined, ['extensionOpen']],
    [
      'a second time for one exam',
      [...repeating, ['2027-06-20', extendedTo('2027-12-31')]],
      ['extensionOpen'],
    ],
  ])('refuses an extension %s', (_, rows, codes) => {
    const { reasons } = refusedBy(() =>
      folded('2027-06-22', ...rows, ['2027-06-21', extendedTo('2028-01-31')]),
    );
    expect(reasons.map(({ code }) => code)).toEqual(codes);
  });

  test('opens no extension where an earlier one has reached the year, and withinLongestExtension says so', () => {
    const longest: Row[] = [
      ...repeating,
      ['2027-06-21', extendedTo('2028-08-31')],
      ['2027-07-01', registeredFor('2027-12-10')],
    ];
    const state = folded('2027-12-20', ...longest, ['2027-12-20', failed]);
    const answer = explain(state).find(({ type }) => type === 'exam.extensionDemanded');
    expect(answer?.reasons.map(({ code }) => code)).toEqual(['withinLongestExtension']);
    const late = folded('2028-10-01', ...longest, ['2027-12-20', failed]);
    expect([...openOn(state, 'extensionDemand'), ...firedOn(late, 'extensionDemand')]).toEqual([]);
    const shorter: Row[] = [...repeating, ['2027-06-21', extendedTo('2028-08-30')], ...longest.slice(-1)];
    const left = folded('2027-12-20', ...shorter, ['2027-12-20', failed]);
    expect(openOn(left, 'extensionDemand')).toEqual(['2028-08-30']);
    expect(explain(left).find(({ type }) => type === 'exam.extensionDemanded')?.possible).toBe(true);
  });

  test('refuses a bridging where there is nothing to repeat', () => {
    const { reasons } = refusedBy(() =>
      folded('2027-06-22', ...examined, ['2027-06-21', bridgedTo('2027-12-31')]),
    );
    expect(reasons.map(({ code }) => code)).toEqual(['repeatOpen']);
  });

  test('extended, the contract is no longer moved by a leave that began before', () => {
    const rows: Row[] = [
      ...examined,
      ['2027-06-01', leaveUntil('leave.started', '2027-06-30')],
      ['2027-06-20', failed],
      ['2027-06-21', extendedTo('2028-03-31')],
      ['2027-06-22', leaveUntil('leave.changed', '2027-08-31')],
    ];
    expect(factsOf(folded('2027-06-23', ...rows)).contract).toMatchObject({
      end: '2028-03-31',
      originalEnd: '2027-09-30',
    });
  });

  test('extended, another end set by the chamber leaves the original one where it was', () => {
    const rows: Row[] = [
      ...repeating,
      ['2027-06-21', extendedTo('2028-01-31')],
      ['2027-11-02', { type: 'contract.endChanged', newEnd: '2028-02-29' }],
    ];
    expect(factsOf(folded('2027-11-03', ...rows)).contract).toMatchObject({
      end: '2028-02-29',
      originalEnd: '2027-08-31',
    });
  });
});

describe('passing (§21(2) BBiG)', () => {
  test('before the agreed end ends the contract that day', () => {
    const state = folded('2027-06-20', ...examined, ['2027-06-20', passed]);
    expect(factsOf(state)).toMatchObject({ contractEndedOn: '2027-06-20', trainingEndedOn: '2027-06-20' });
    expect(placesIn(state)).toEqual(expect.arrayContaining(['phase.followUp', 'registration.none']));
  });

  test('announced after the agreed end: the contract ended on its agreed day', () => {
    const state = folded('2027-09-20', ...examined, ['2027-09-20', passed]);
    expect(factsOf(state)).toMatchObject({ contractEndedOn: '2027-08-31', trainingEndedOn: '2027-08-31' });
  });

  test('is no early end: nobody claims damages', () => {
    const state = folded('2027-06-20', ...examined, ['2027-06-20', passed]);
    expect(openOn(state, 'damagesClaim')).toEqual([]);
  });
});

describe('somebody between contracts', () => {
  const lost: Row[] = [...training(), ['2026-11-16', contractEnded()]];
  const registered: Row[] = [...lost, ['2026-12-01', registeredFor('2027-01-10')]];
  const another = (more: Partial<EventOf<'contract.signed'>> = {}): Row[] => [
    ['2027-01-04', informed('c-2')],
    [
      '2027-01-05',
      signed({ company: 'c-2', start: '2027-01-15', end: '2028-01-31', probationMonths: 2, ...more }),
    ],
  ];

  test('may be registered for the exam and pass it', () => {
    expect(examPlaces(folded('2026-12-01', ...registered))).toContain(
      'phase.accompanied.exam.sitting.registered',
    );
    const state = folded('2027-01-20', ...registered, ['2027-01-20', passed]);
    expect(placesIn(state)).toContain('phase.followUp');
    expect(factsOf(state)).toMatchObject({ contractEndedOn: '2026-11-16', trainingEndedOn: '2027-01-20' });
  });

  test('is not told of the last day of a contract that has ended', () => {
    expect(firedOn(folded('2027-12-01', ...registered), 'contractEnd')).toEqual([]);
  });

  test('has no contract to extend when the exam is failed, but may be bridged', () => {
    const again: Row[] = [...registered, ['2027-01-20', failed]];
    const state = folded('2027-01-21', ...again);
    expect([...openOn(state, 'extensionDemand'), ...openOn(state, 'longestExtension')]).toEqual([]);
    const { reasons } = refusedBy(() =>
      folded('2027-01-22', ...again, ['2027-01-21', extendedTo('2028-01-31')]),
    );
    expect(reasons.map(({ code }) => code)).toContain('contractRuns');
    const bridged = folded('2027-01-22', ...again, ['2027-01-21', bridgedTo('2027-06-30')]);
    expect(openOn(bridged, 'bridgingEnd')).toEqual(['2027-06-30']);
  });

  test('cannot lose the contract a second time', () => {
    const { reasons } = refusedBy(() => folded('2027-01-06', ...registered, ['2027-01-05', contractEnded()]));
    expect(reasons.map(({ code }) => code)).toEqual(['contractRuns']);
  });

  test('may sign a new contract, and then sits the exam under that one', () => {
    const state = folded('2027-01-06', ...registered, ...another());
    expect(examPlaces(state)).toContain('phase.accompanied.exam.sitting.registered');
    expect(factsOf(state)).toMatchObject({ sittingOn: '2027-01-10', contractEndedOn: undefined });
    expect(openOn(state, 'firstDayConfirmation')).toEqual(['2027-01-18']);
    const failing = folded('2027-01-21', ...registered, ...another(), ['2027-01-20', failed]);
    expect(openOn(failing, 'extensionDemand')).toEqual(['2028-01-31']);
  });

  test('may begin training at the new company before the result, whose probation ends in the exam too', () => {
    const rows: Row[] = [...registered, ...another(), ['2027-01-15', { type: 'training.started' }]];
    const begun = folded('2027-01-16', ...rows);
    expect(openOn(begun, 'probationReview')).toEqual(['2027-02-14']);
    expect([firedOn(begun, 'firstDayConfirmation'), openOn(begun, 'probationEnd')]).toEqual([
      ...[[], ['2027-03-14']],
    ]);
    const state = folded('2027-03-16', ...rows);
    expect(factsOf(state).stage).toBe('established');
    expect(openOn(state, 'probationEnd')).toEqual([]);
    expect(placesIn(folded('2027-03-17', ...rows, ['2027-03-17', passed]))).toContain('phase.followUp');
  });

  test('begins another exam where the new contract is in another occupation', () => {
    const state = folded('2027-01-06', ...registered, ...another({ occupation: 'carpenter' }));
    expect(placesIn(state)).toContain('phase.accompanied.contracted');
    expect(factsOf(state).sittingOn).toBeUndefined();
  });
});

describe('the loss of a contract', () => {
  const registered: Row[] = [...training(), ['2027-02-01', registeredFor('2027-05-10')]];
  const insolvency: Row = ['2027-05-20', contractEnded({ reason: 'insolvency' })];
  const sat: Row[] = [...registered, ['2027-05-10', { type: 'exam.sat' }], insolvency];

  test('between the sitting and its result leaves the result to come', () => {
    expect(examPlaces(folded('2027-05-21', ...sat))).toContain('phase.accompanied.exam.sitting.sat');
    const state = folded('2027-06-30', ...sat, ['2027-06-30', passed]);
    expect(placesIn(state)).toContain('phase.followUp');
    expect(factsOf(state)).toMatchObject({ contractEndedOn: '2027-05-20', trainingEndedOn: '2027-06-30' });
  });

  test('before a repeat exam asks for a new company, unless the time is bridged', () => {
    const rows: Row[] = [...sat, ['2027-06-30', failed]];
    const state = folded('2027-07-01', ...rows);
    expect(firedOn(state, 'betweenContractsReminder')).toEqual(['2027-06-17']);
    expect(openOn(state, 'betweenContractsEscalation')).toEqual(['2027-08-12']);
    const offer: Row = ['2027-07-02', { type: 'placement.offered', company: 'c-2' }];
    expect(factsOf(folded('2027-07-02', ...rows, offer)).offer).toBe('c-2');
    const bridged = folded('2027-07-02', ...rows, ['2027-07-01', bridgedTo('2027-12-31')]);
    expect(openOn(bridged, 'betweenContractsEscalation')).toEqual([]);
  });

  test('that came to its agreed last day leaves a bridging possible until the repeat exam', () => {
    const rows: Row[] = [...repeating, ['2027-08-31', contractEnded({ reason: 'other' })]];
    const state = folded('2027-09-02', ...rows, ['2027-09-01', bridgedTo('2028-01-31')]);
    expect(openOn(state, 'bridgingEnd')).toEqual(['2028-01-31']);
    expect(openOn(state, 'damagesClaim')).toEqual([]);
  });
});

describe('the registration for the exam', () => {
  const lost: Row[] = [...training(), ['2026-11-16', contractEnded()]];
  const anew: Row[] = [
    ...lost,
    ['2027-02-01', informed('c-2')],
    ['2027-02-01', signed({ company: 'c-2', start: '2027-02-01', end: '2027-08-31' })],
    ['2027-02-01', { type: 'training.started' }],
  ];

  test('is possible and reminded of in the probation of a new company', () => {
    expect(openOn(folded('2027-02-02', ...anew), 'examRegistrationReminder')).toEqual(['2027-02-28']);
    const late = folded('2027-06-30', ...anew);
    expect(firedOn(late, 'examRegistrationReminder')).toEqual(['2027-02-28']);
    expect(firedOn(late, 'examRegistrationEscalation')).toEqual(['2027-04-30']);
    const state = folded('2027-03-02', ...anew, ['2027-03-01', registeredFor('2027-06-10')]);
    expect(examPlaces(state)).toContain('phase.accompanied.exam.sitting.registered');
    expect(openOn(state, 'probationEnd')).toEqual(['2027-05-31']);
  });

  test('is not reminded of between contracts, whose end nobody knows', () => {
    expect(openOn(folded('2026-11-17', ...lost), 'examRegistrationReminder')).toEqual([]);
  });

  const extended: Row = ['2027-06-21', extendedTo('2028-05-31')];
  const both = ['examRegistrationReminder', 'examRegistrationEscalation'] as const;

  test('for a repeat exam is reminded of before the end of the extended contract', () => {
    const state = folded('2027-06-22', ...repeating, extended);
    expect(both.map((key) => openOn(state, key))).toEqual([['2027-11-30'], ['2028-01-31']]);
    const again: Row = ['2027-07-01', registeredFor('2027-12-10')];
    expect(both.flatMap((key) => openOn(folded('2027-07-02', ...repeating, extended, again), key))).toEqual(
      [],
    );
  });

  test('for a repeat exam is reminded of before the end of a bridging', () => {
    const state = folded('2027-06-22', ...repeating, ['2027-06-21', bridgedTo('2028-06-30')]);
    expect(both.map((key) => openOn(state, key))).toEqual([['2027-12-30'], ['2028-02-29']]);
    const speaking = Object.values(folded('2028-03-01', ...repeating).effects).filter(({ key }) =>
      key.startsWith('reminder/examRegistration'),
    );
    expect(new Set(speaking.map(({ speaksFor }) => speaksFor))).toEqual(
      new Set(['phase.accompanied.training', 'phase.accompanied.exam.repeating']),
    );
  });
});

test('§37(1) BBiG: part 1 is not repeated, under a second contract neither', () => {
  const partOne = (day: string): Row => [day, { type: 'exam.intermediateTaken', part: 'part1' }];
  const rows: Row[] = [
    ...training(),
    partOne('2026-03-02'),
    ['2026-05-04', contractEnded()],
    ['2026-06-01', informed('c-2')],
    ['2026-06-01', signed({ company: 'c-2', start: '2026-06-15', end: '2028-01-31' })],
    ['2026-06-15', { type: 'training.started' }],
  ];
  const { reasons } = refusedBy(() => folded('2026-09-02', ...rows, partOne('2026-09-01')));
  expect(reasons.map(({ code }) => code)).toEqual(['partOneOnce']);
});
