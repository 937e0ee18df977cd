/** What each event adds to what is known, and what it leaves as it was. */
import { describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { Conflict } from '../../workflows/machine/facts/conflict.ts';
import { noFacts } from '../../workflows/machine/facts.ts';
import { after, day, dueOn, fired } from '../support/facts.ts';
import { raised, scheduled } from '../support/journal.ts';

const conflict: Conflict = {
  ...{ entry: 4, ordinal: 1, between: 'other', rung: 'conciliation', rungSince: '2024-09-20' },
  ...{ alerts: 2, alertedOn: '2024-09-27' },
};
const settlement = { proposedOn: '2024-09-28', servedOn: '2024-09-29', instructed: true };

describe('a conflict', () => {
  test('is known by its entry, its number and its first rung', () => {
    expect(after(raised, { conflicts: 1 })).toMatchObject({
      conflicts: 2,
      conflict: {
        entry: 9,
        ordinal: 2,
        between: 'participantAndTrainer',
        rung: 'talk',
        rungSince: day,
        alerts: 0,
      },
    });
  });

  test.each<[JourneyEvent, string]>([
    [{ type: 'conflict.mediated' }, 'mediation'],
    [{ type: 'conflict.adviserCalled', participantAgreed: true }, 'trainingAdviser'],
    [{ type: 'conflict.conciliationRequested', by: 'company' }, 'conciliation'],
    [{ type: 'conflict.actionFiled', by: 'company' }, 'court'],
    [{ type: 'conflict.deescalated', to: 'talk' }, 'talk'],
  ])(
    'that takes a rung begins there anew, without alerts, with a proposal nobody accepts now: %j',
    (event, rung) => {
      const known = { ...conflict, heard: true, settlement: { ...settlement, acceptedBy: [] } } as const;
      const { alertedOn: _, settlement: __, ...rest } = known;
      // The action keeps the two weeks from the proposal.
      const left = rung === 'court' ? {} : { settlement: { ...settlement, acceptedBy: [], failed: true } };
      expect(after(event, { conflict: known }).conflict).toStrictEqual({
        ...{ ...rest, ...left, rung, rungSince: day, alerts: 0 },
      });
      expect(after(event).conflict).toBeUndefined();
    },
  );

  test('counts its alerts from the last day of each period, or where it was closed then from the day before', () => {
    const morning = { on: dueOn, next: '2024-09-22' };
    for (const key of ['conflictMediation', 'conflictAlert']) {
      const at = (when?: string) => fired(key, { conflict }, when).conflict;
      expect(at(morning.next)).toEqual({ ...conflict, alerts: 3, alertedOn: morning.on });
      expect(at()).toEqual({ ...conflict, alerts: 3, alertedOn: '2024-09-30' });
      expect(fired(key).conflict).toBeUndefined();
    }
    const since = (when?: string) => fired('conflictTalk', { conflict }, when).conflict;
    expect(since(morning.next)).toMatchObject({ rung: 'mediation', rungSince: morning.on });
    expect(since()).toMatchObject({ rung: 'mediation', rungSince: '2024-09-30' });
  });

  test('keeps who has accepted a proposal: each side once, and only while it does', () => {
    const answer = (
      by: 'participant' | 'company',
      accepted: boolean,
      acceptedBy: ('participant' | 'company')[],
    ) =>
      after(
        { type: 'conflict.settlementAnswered', by, accepted },
        { conflict: { ...conflict, settlement: { ...settlement, acceptedBy } } },
      ).conflict?.settlement;
    expect(answer('company', true, [])).toEqual({ ...settlement, acceptedBy: ['company'] });
    expect(answer('company', true, ['participant'])?.acceptedBy).toEqual(['participant', 'company']);
    expect(answer('company', true, ['company'])?.acceptedBy).toEqual(['company']);
    expect(answer('company', false, ['participant', 'company'])).toEqual({
      ...{ ...settlement, acceptedBy: ['participant'], failed: true },
    });
    const late = { conflict: { ...conflict, settlement: { ...settlement, acceptedBy: [] } } };
    expect(fired('settlementAcceptance', late).conflict?.settlement?.failed).toBe(true);
    expect(fired('settlementAcceptance', { conflict }).conflict).toEqual(conflict);
  });

  test('has been heard once a conciliation has ended by itself', () => {
    const end: JourneyEvent = { type: 'conflict.conciliationEnded' };
    expect(after(end, { conflict }).conflict).toEqual({ ...conflict, heard: true });
    expect(after(end).conflict).toBeUndefined();
    const proposal: JourneyEvent = {
      type: 'conflict.settlementProposed',
      ...{ servedOn: day, remediesInstructed: true },
    };
    expect(after(proposal, { conflict }).conflict?.heard).toBe(true);
    for (const event of [
      { type: 'conflict.mediated' },
      { type: 'conflict.deescalated', to: 'talk' },
    ] as const) {
      expect(after(event, { conflict }).conflict?.heard).toBeUndefined();
    }
  });

  test('without a proposal has nothing to be accepted', () => {
    const answer: JourneyEvent = { type: 'conflict.settlementAnswered', by: 'company', accepted: true };
    expect(after(answer, { conflict })).toEqual({ ...noFacts, conflict });
    expect(after(answer)).toEqual(noFacts);
    const proposal: JourneyEvent = {
      type: 'conflict.settlementProposed',
      ...{ servedOn: '2024-09-29', remediesInstructed: false },
    };
    expect(after(proposal)).toEqual(noFacts);
    expect(after(proposal, { conflict }).conflict?.settlement).toEqual({
      ...{ proposedOn: day, servedOn: '2024-09-29', instructed: false, acceptedBy: [] },
    });
  });

  test.each<JourneyEvent>([
    { type: 'conflict.resolved' },
    { type: 'conflict.conciliationEnded' },
    { type: 'conflict.mediated' },
    { type: 'conflict.deescalated', to: 'mediation' },
  ])('that leaves the conciliation ends the pending one, and no earlier one again: %j', (event) => {
    const first = { from: '2024-08-01', to: '2024-08-10' };
    const pending = { from: '2024-09-20' };
    expect(after(event, { conflict, conciliations: [first, pending] }).conciliations).toEqual([
      first,
      { ...pending, to: day },
    ]);
    expect(after(event, { conflict, conciliations: [first] }).conciliations).toEqual([first]);
    expect(after(event, { conflict }).conciliations).toEqual([]);
  });
});

test('a termination is known by who terminates and since when, and forgotten when it is settled or too late', () => {
  const known = { termination: { by: 'company', knownOn: '2024-09-20' } } as const;
  const { termination } = after({ type: 'termination.reasonKnown', by: 'company' });
  expect(termination).toEqual({ by: 'company', knownOn: day });
  const given = after({ type: 'termination.reasonKnown', by: 'company', knownOn: '2024-09-20' });
  expect(given).toMatchObject(known);
  const dismissals = { 4: '2024-09-20' };
  const dismissed = after({ type: 'termination.received', by: 'company' }, { ...known, dismissals });
  expect(dismissed).toMatchObject({ termination: undefined, dismissals: { ...dismissals, 9: day } });
  const own = after({ type: 'termination.received', by: 'participant' }, { ...known, dismissals });
  expect(own).toMatchObject({ termination: undefined, dismissals });
  expect(after({ type: 'termination.givingUp' }).termination).toEqual({ by: 'participant', receivedOn: day });
  for (const event of [
    { type: 'termination.dropped' },
    { type: 'termination.settled', how: 'accepted' },
  ] as const) {
    expect(after(event, known).termination).toBeUndefined();
  }
  for (const key of ['terminationNotice', 'givingUpNotice']) {
    expect(fired(key, known).termination).toBeUndefined();
  }
  const two = { ...dismissals, 6: day };
  const settled = { type: 'termination.settled', how: 'withdrawn' } as const;
  expect(after(settled, { dismissals: two }).dismissals).toEqual({});
  expect(after({ ...settled, termination: 4 }, { dismissals: two }).dismissals).toEqual({ 6: day });
  expect(fired('terminationAction', { dismissals: two }, day, 6).dismissals).toEqual(dismissals);
  expect(after({ type: 'conflict.actionFiled', by: 'participant' }, { dismissals: two }).dismissals).toEqual(
    {},
  );
  const earlyEnds = { 4: '2024-06-21', 7: day };
  expect(fired('damagesClaim', { earlyEnds }, day, 4).earlyEnds).toEqual({ 7: day });
});

describe('a meeting', () => {
  const meeting = {
    key: 'reflection/after-2',
    startsAt: '2024-10-10T09:00:00.000Z',
    endsAt: '2024-10-10T10:00:00.000Z',
    entry: 5,
  };

  test('has the slot it was given, and keeps its length when it is moved', () => {
    expect(after(scheduled('reflection/after-2', meeting.startsAt)).meeting).toEqual({
      ...meeting,
      entry: 9,
    });
    const startsAt = '2024-10-14T14:30:00.000Z';
    const moved = after({ type: 'meeting.moved', startsAt }, { meeting });
    expect(moved).toMatchObject({
      movedTo: startsAt,
      meeting: { startsAt, endsAt: '2024-10-14T15:30:00.000Z' },
    });
    expect(after({ type: 'meeting.moved', startsAt })).toEqual(noFacts);
  });

  test('begins the next cycle when it is over, whichever way', () => {
    const under = {
      meeting,
      meetingDueOn: '2024-09-30',
      movedTo: meeting.startsAt,
      cycle: 2,
      missedInRow: 1,
    };
    const cleared = { cycle: 9, meeting: undefined, movedTo: undefined };
    const held: JourneyEvent = { type: 'meeting.held', attended: ['participant'], nextOn: '2024-11-04' };
    const over = { ...cleared, meetingDueOn: undefined, lastMeetingOn: day };
    expect(after(held, under)).toEqual({ ...noFacts, ...over, nextMeetingOn: '2024-11-04', missedInRow: 0 });
    const missed = after({ type: 'meeting.missed', missing: ['participant'] }, under);
    expect(missed).toEqual({ ...noFacts, ...cleared, meetingDueOn: day, missedInRow: 2 });
    const cancelled = after({ type: 'meeting.cancelled' }, under);
    expect(cancelled).toEqual({ ...noFacts, ...cleared, meetingDueOn: day, missedInRow: 1 });
    const unrecorded = { ...over, cycle: 5, lastMeetingOn: '2024-10-10', missedInRow: 1 };
    expect(fired('meetingUnrecorded', under)).toEqual({ ...noFacts, ...unrecorded });
    expect(fired('meetingUnrecorded')).toEqual(noFacts);
  });

  test('is due on the day agreed, or else on the one the cadence gives', () => {
    expect(fired('reflectionDue')).toMatchObject({ meetingDueOn: dueOn, nextMeetingOn: undefined });
    const agreed = fired('reflectionDue', { nextMeetingOn: '2024-09-28' });
    expect([agreed.meetingDueOn, agreed.nextMeetingOn]).toEqual(['2024-09-28', undefined]);
  });
});

describe('people', () => {
  const handover = { to: 'w-2', since: '2024-09-20', approved: false };
  const deputy = { id: 'w-3', from: '2024-09-01', until: '2024-10-31' };

  test('a handover waits for the next word since its last one, and is over when it is answered', () => {
    const told = { to: 'w-2', since: day };
    expect(after({ type: 'handover.proposed', to: 'w-2' }).handover).toEqual({ ...told, approved: false });
    expect(after({ type: 'handover.approved' }, { handover }).handover).toEqual({ ...told, approved: true });
    expect(after({ type: 'handover.approved' })).toEqual(noFacts);
    const before = { handover, deputy, caseWorker: 'w-1' };
    expect(after({ type: 'handover.accepted' }, before)).toEqual({
      ...{ ...noFacts, handover: undefined, deputy: undefined, caseWorker: 'w-2' },
    });
    for (const type of ['handover.declined', 'handover.withdrawn'] as const) {
      expect(after({ type }, before)).toEqual({ ...noFacts, deputy, caseWorker: 'w-1', handover: undefined });
    }
  });

  test('a deputy is there until the last day, or until ended', () => {
    const { id, ...time } = deputy;
    expect(after({ type: 'deputy.appointed', deputy: id, ...time }).deputy).toEqual(deputy);
    expect(after({ type: 'deputy.ended' }, { deputy }).deputy).toBeUndefined();
    expect(fired('deputyEnds', { deputy }).deputy).toBeUndefined();
  });

  test('each party has a consent of its own', () => {
    const consents = { school: 'given', company: 'given' } as const;
    expect(after({ type: 'consent.given', to: 'chamber' }, { consents }).consents).toEqual({
      ...{ ...consents, chamber: 'given' },
    });
    expect(after({ type: 'consent.withdrawn', to: 'company' }, { consents }).consents).toEqual({
      ...{ school: 'given', company: 'withdrawn' },
    });
  });
});
