/** The statechart as people live it: its regions, whole journeys by hand, and every exit. */
import { describe, expect, test } from 'vitest';
import type { AnyStateNode } from 'xstate';
import { cohort, historyOf } from '../../client/stories.ts';
import { fold } from '../../workflows/fold/fold.ts';
import { states } from '../../workflows/fold/states.ts';
import { phaseIn } from '../../workflows/fold/view.ts';
import { eventTypes } from '../../workflows/journal/events.ts';
import { parseJournal } from '../../workflows/journal/file.ts';
import { addDays } from '../../workflows/policy/calendar.ts';
import { deadlineKeys } from '../../workflows/policy/policy.ts';
import {
  admitted,
  contractEnded,
  factsOf,
  failed,
  folded,
  informed,
  leftEarly,
  passed,
  placesIn,
  type Row,
  referred,
  registeredFor,
  rulebook,
  signed,
  training,
} from '../support/journal.ts';

interface GuardShape {
  readonly params?: { readonly rules?: readonly string[] };
  readonly guards?: readonly unknown[];
}

const closedAs = (how: string): string => `phase.closed.${how}`;

describe('the statechart', () => {
  test('takes every event of the catalogue and every deadline, each in exactly one region', () => {
    const regions = new Map<string, Set<string>>();
    for (const { path, events } of states.values()) {
      for (const type of events) {
        regions.set(type, (regions.get(type) ?? new Set()).add(path.split('.')[0] ?? ''));
      }
    }
    const known = [...eventTypes, ...deadlineKeys.map((key) => `deadline.${key}`)];
    expect(known.filter((type) => regions.get(type)?.size !== 1)).toEqual([]);
    expect([...regions.keys()].filter((type) => type !== '' && !known.includes(type))).toEqual([]);
  });

  test('names every deadline in some state, and takes it there or above', () => {
    for (const key of deadlineKeys) {
      const named = [...states.values()].filter(({ deadlines }) => deadlines.includes(key));
      expect(named, key).not.toHaveLength(0);
      for (const { path } of named) {
        const taking = [...states.values()].filter(({ events }) => events.includes(`deadline.${key}`));
        expect(
          taking.some((row) => `${path}.`.startsWith(`${row.path}.`)),
          `${key} in ${path}`,
        ).toBe(true);
      }
    }
  });

  test.each(cohort)('every effect of the story of $journey speaks for a state that exists', ({ story }) => {
    const start = '2022-03-01';
    const until = addDays(start, 2200);
    const journal = parseJournal(historyOf(story(start), start, until), `${until}T12:00:00.000Z`);
    const { effects } = fold(rulebook, journal, `${until}T12:00:00.000Z`);
    const kinds = Object.values(effects);
    expect(kinds.length).toBeGreaterThan(1);
    expect(kinds.filter(({ speaksFor }) => !states.has(speaksFor))).toEqual([]);
  });
});

describe('all ways by one event', () => {
  const rulesOf = (guard: unknown): string[] => {
    const { params, guards = [] } = (guard ?? {}) as GuardShape;
    return [...(params?.rules ?? []), ...guards.flatMap(rulesOf)];
  };
  const nodes = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodes)];
  const all = nodes(rulebook.machine.root);

  test('ask the same rules, so that the last speaks for all', () => {
    for (const { path, transitions } of all) {
      for (const [type, ways] of transitions) {
        expect(
          new Set(ways.map(({ guard }) => rulesOf(guard).join())).size,
          `${type} in ${path.join('.')}`,
        ).toBe(1);
      }
    }
  });

  test('lie in one state, not in one above it too', () => {
    const above = (node: AnyStateNode): AnyStateNode[] =>
      node.parent ? [node.parent, ...above(node.parent)] : [];
    const twice = all.flatMap((node) =>
      node.ownEvents.filter(
        (type) => type !== '' && above(node).some(({ ownEvents }) => ownEvents.includes(type)),
      ),
    );
    expect(twice).toEqual([]);
  });
});

describe('a journey by hand', () => {
  const all: Row[] = [
    ['2024-03-01', referred],
    ['2024-03-05', admitted()],
    ['2024-04-01', { type: 'occupation.agreed', occupation: 'joiner' }],
    ['2024-04-10', { type: 'internship.planned', company: 'c-1', from: '2024-04-15', to: '2024-04-26' }],
    ['2024-04-15', { type: 'internship.started', internship: 4 }],
    ['2024-04-26', { type: 'internship.reviewed', internship: 4, fit: true }],
    ['2024-05-02', { type: 'placement.started' }],
    ['2024-05-10', informed()],
    ['2024-05-20', signed()],
    ['2024-05-28', { type: 'contract.registered' }],
    ['2024-09-02', { type: 'training.started', firstDay: '2024-09-01' }],
    ['2027-02-01', registeredFor('2027-06-10')],
    ['2027-06-20', passed],
    ['2027-07-01', { type: 'job.started' }],
    ['2027-10-01', { type: 'followUp.ended' }],
  ];

  test('goes from intake through every phase to its regular end', () => {
    const phases = all.map(([when], index) => phaseIn(folded(when, ...all.slice(0, index + 1))));
    expect([...new Set(phases)]).toEqual(
      ['intake', 'preparation', 'placement', 'training', 'exam', 'followUp', 'closed'].filter((phase) =>
        phases.some((known) => known === phase),
      ),
    );
    expect(new Set(phases).size).toBe(7);
    const end = folded('2028-01-01', ...all);
    expect(placesIn(end)).toContain(closedAs('completed'));
    expect(factsOf(end)).toMatchObject({ trainingEndedOn: '2027-06-20', endedOn: '2027-10-01' });
    expect(end.open.map(({ key, dueOn }) => [key, dueOn])).toEqual([['recordsErased', '2029-10-01']]);
  });

  test.each<[string, Row[]]>([
    [
      'referred',
      [
        all[0] ?? ['', referred],
        ['2024-03-05', { type: 'intake.referredElsewhere', to: 'bvb', reason: 'needsOther' }],
      ],
    ],
    ['declined', [all[0] ?? ['', referred], ['2024-03-05', { type: 'intake.declined', reason: 'ownWish' }]]],
    ['leftEarly', [...all.slice(0, 11), ['2025-01-10', leftEarly]]],
    ['completed', all.slice(0, 14)],
    ['completed', all.slice(0, 13)],
  ])('ends %s', (how, rows) => {
    const end = folded('2031-01-01', ...rows);
    expect(placesIn(end)).toEqual(expect.arrayContaining([closedAs(how), 'retention.over']));
    expect(end.open).toEqual([]);
  });

  test('that goes through an entry-level qualification (EQ) is in placement, not in intake', () => {
    const start = '2024-04-01';
    const signing: Row = [
      start,
      { type: 'entryQualification.signed', company: 'c-1', start, end: '2024-08-31' },
    ];
    const state = folded(start, ...all.slice(0, 2), signing);
    expect(placesIn(state)).toContain('phase.accompanied.entryQualification');
    expect(phaseIn(state)).toBe('placement');
    const contract: Row[] = [
      ['2024-05-10', informed()],
      ['2024-05-20', signed()],
    ];
    expect(placesIn(folded('2024-05-20', ...all.slice(0, 2), signing, ...contract))).toContain(
      'phase.accompanied.contracted',
    );
  });

  const exam = (sitting: string, on: string): Row[] => [
    [addDays(sitting, -60), registeredFor(sitting)],
    [on, failed],
  ];
  const failures = [
    ...training(),
    ...exam('2027-06-10', '2027-06-20'),
    ['2027-06-21', { type: 'exam.extensionDemanded', newEnd: '2028-01-31' }],
    ...exam('2027-12-10', '2027-12-20'),
  ] satisfies Row[];

  test('survives two failed exams', () => {
    const twice = folded('2027-12-21', ...failures);
    expect(placesIn(twice)).toContain('phase.accompanied.exam.repeating');
    expect(factsOf(twice)).toMatchObject({
      examsFailed: 2,
      contract: { end: '2028-01-31', originalEnd: '2027-08-31' },
    });
  });

  test('closes as finally failed after the third failed exam', () => {
    const end = folded('2028-08-01', ...failures, ...exam('2028-06-10', '2028-06-20'));
    expect(placesIn(end)).toContain(closedAs('finallyFailed'));
    expect(factsOf(end).examsFailed).toBe(3);
  });

  test('survives the loss of a contract: a second company, registered and begun anew', () => {
    const lost = [
      ...training(),
      ['2024-11-15', contractEnded({ by: 'company', reason: 'duringProbation' })],
    ] satisfies Row[];
    const between = folded('2024-11-16', ...lost);
    expect(placesIn(between)).toContain('phase.accompanied.training.betweenContracts');
    expect(placesIn(between)).toContain('registration.none');
    const second = [
      ...lost,
      ['2025-01-10', informed('c-2')],
      ['2025-01-20', signed({ company: 'c-2', start: '2025-02-01', end: '2028-01-31', probationMonths: 2 })],
    ] satisfies Row[];
    expect(placesIn(folded('2025-01-21', ...second))).toEqual(
      expect.arrayContaining(['phase.accompanied.contracted', 'registration.missing']),
    );
    const begun = folded('2025-02-03', ...second, ['2025-02-03', { type: 'training.started' }]);
    expect(placesIn(begun)).toContain('phase.accompanied.training.probation');
    expect(begun.open).toContainEqual(expect.objectContaining({ key: 'probationEnd', dueOn: '2025-03-31' }));
  });
});
