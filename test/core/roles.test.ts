/** Who may say what: every event of the catalogue and every role, and what needs the team lead. */
import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../../workflows/effects/words.ts';
import { explain } from '../../workflows/fold/explain.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { buildEntry } from '../../workflows/journal/entry.ts';
import { catalogue, type EventType, eventTypes, type JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  conciliation,
  entered,
  failed,
  folded,
  leftEarly,
  passed,
  type Row,
  raised,
  reasonKnown,
  referral,
  referred,
  refusedBy,
  registeredFor,
  training,
} from '../support/journal.ts';
import { eventOf } from '../support/randomJourney.ts';

const day = '2024-03-05';
const recordedAt = `${day}T12:00:00.000Z`;
const begun = folded(day, ...entered('2024-02-01'));
const allowed = (type: EventType): readonly Role[] => catalogue[type].roles;

/** A valid event of a type, as random journeys make it. */
const sample = (type: EventType): JourneyEvent =>
  eventOf(
    { gapHours: 0, lateHours: 0, pick: 0, wild: false, a: 1, b: 0, correction: 'none' },
    [type],
    day,
    begun,
  );

const build = (event: JourneyEvent, role: Role) =>
  buildEntry({ event, actor: { role } }, { seq: 1, requestId: 'r', recordedAt }, recordedAt);

const answerOf = (state: Folded, type: EventType, role: Role) =>
  explain(state, role).find((row) => row.type === type);

describe('an entry', () => {
  test.each(eventTypes)('%s is taken from every role that the catalogue names, and from no other', (type) => {
    const event = sample(type);
    expect(event.type).toBe(type);
    expect(allowed(type)).not.toHaveLength(0);
    for (const role of roles) {
      if (allowed(type).includes(role)) {
        expect(build(event, role)).toMatchObject({ event: { type }, actor: { role } });
        continue;
      }
      const refusal = refusedBy(() => build(event, role));
      expect([role, refusal.code]).toEqual([role, 'role-not-allowed']);
      expect(refusal.reasons).toEqual([expect.objectContaining({ field: 'actor.role' })]);
      for (const may of allowed(type)) expect(refusal.reasons[0]?.en).toContain(may);
    }
  });

  test('whatever the system says, nobody else may, and it says nothing else', () => {
    const system = eventTypes.filter((type) => allowed(type).includes('system'));
    expect(system).toEqual(['effect.stuck', 'meeting.scheduled']);
    for (const type of system) expect(allowed(type)).toEqual(['system']);
  });
});

/** Journeys in every phase, so that each event is possible in some. */
const journeys: readonly (readonly [string, Folded])[] = [
  ['before its first entry', folded(day)],
  ['in intake', folded(day, ['2024-02-01', referral({ adultOn: '2026-01-01' })])],
  ['in preparation', begun],
  ['in training', folded('2024-10-01', ...training())],
  [
    'in conflict',
    folded(
      '2024-10-01',
      ...training(),
      ['2024-09-20', raised],
      ['2024-09-21', conciliation],
      ['2024-09-22', reasonKnown()],
    ),
  ],
  [
    'in the exam',
    folded('2027-06-21', ...training(), ['2027-03-01', registeredFor('2027-06-10')], ['2027-06-20', failed]),
  ],
  [
    'in follow-up support',
    folded('2027-06-21', ...training(), ['2027-03-01', registeredFor('2027-06-10')], ['2027-06-20', passed]),
  ],
  ['closed', folded(day, ...entered('2024-02-01'), ['2024-03-01', leftEarly])],
];

describe('explain answers for every event and every role', () => {
  test.each(journeys)('of a journey %s', (_, state) => {
    const open = new Set(explain(state).flatMap(({ type, possible }) => (possible ? [type] : [])));
    for (const role of roles) {
      const answers = explain(state, role);
      expect(answers.map(({ type }) => type)).toEqual(eventTypes);
      for (const { type, possible, reasons, label, roles: who } of answers) {
        const may = allowed(type).includes(role);
        expect([type, possible]).toEqual([type, may && open.has(type)]);
        expect([type, reasons.length === 0]).toEqual([type, possible]);
        expect([type, reasons.some(({ code }) => code === 'role-not-allowed')]).toEqual([type, !may]);
        for (const { de, en } of reasons) expect(de.length > 10 && en.length > 10 && de !== en).toBe(true);
        expect([label, who]).toEqual([catalogue[type].label, catalogue[type].roles]);
      }
    }
  });
});

describe('the team lead’s approval', () => {
  const closed = folded(day, ...entered('2024-02-01'), ['2024-03-01', leftEarly]);
  const asked = folded(day, ...entered('2024-02-01'), [
    '2024-03-01',
    { type: 'handover.proposed', to: 'w-2' },
  ]);
  const needed: readonly (readonly [EventType, Folded])[] = [
    ['journey.leftEarly', begun],
    ['journey.transferred', begun],
    ['journey.received', begun],
    ['journey.reopened', closed],
    ['handover.approved', asked],
  ];

  test.each(needed)('is needed for %s, and the case worker is told so', (type, state) => {
    expect(answerOf(state, type, 'teamLead')).toMatchObject({ possible: true, reasons: [] });
    const answer = answerOf(state, type, 'caseWorker');
    expect(answer?.possible).toBe(false);
    expect(answer?.reasons).toEqual([
      expect.objectContaining({ code: 'role-not-allowed', en: expect.stringContaining('only by teamLead') }),
    ]);
    expect(refusedBy(() => build(sample(type), 'caseWorker')).code).toBe('role-not-allowed');
  });

  test('is needed for a case worker without a degree in social work, at admission and at a handover', () => {
    const admission: Row = ['2024-02-02', admitted({ qualified: false })];
    const rows: Row[] = [['2024-02-01', referred]];
    const refusal = refusedBy(() => folded(day, ...rows, admission));
    expect(refusal.reasons.map(({ code }) => code)).toEqual(['admittedByLead']);
    const approved: Row = [admission[0], admission[1], { role: 'teamLead' }];
    const handover: JourneyEvent = { type: 'handover.proposed', to: 'w-2', qualified: false };
    const again = refusedBy(() => folded(day, ...rows, approved, ['2024-02-05', handover]));
    expect(again.reasons.map(({ code }) => code)).toEqual(['handoverByLead']);
    expect(folded(day, ...rows, approved, ['2024-02-05', handover, { role: 'teamLead' }]).entry).toBe(3);
  });

  test('is not needed for a qualified one', () => {
    for (const more of [{}, { qualified: true }]) {
      expect(folded(day, ['2024-02-01', referred], ['2024-02-02', admitted(more)]).entry).toBe(2);
    }
  });
});

test('records are put on hold and released by data protection or the team lead', () => {
  const closed = folded(day, ...entered('2024-02-01'), ['2024-03-01', leftEarly]);
  expect(answerOf(closed, 'legalHold.placed', 'dataProtection')?.possible).toBe(true);
  expect(answerOf(closed, 'legalHold.placed', 'teamLead')?.possible).toBe(true);
  expect(answerOf(closed, 'legalHold.placed', 'caseWorker')?.possible).toBe(false);
});
