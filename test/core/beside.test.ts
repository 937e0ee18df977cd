/** What goes on beside the phase: the conflict ladder and the cycle of reflection meetings. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../workflows/fold/explain.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  conciliation,
  factsOf,
  firedOn,
  folded,
  held,
  leftEarly,
  openOn,
  placesIn,
  type Row,
  raised,
  referred,
  reopened,
  scheduled,
  training,
} from '../support/journal.ts';

describe('a conflict', () => {
  const start: Row[] = [...training(), ['2024-10-01', raised]];
  const rung = (state: Folded) => factsOf(state).conflict?.rung;

  test('climbs by silence to mediation and no further', () => {
    expect(rung(folded('2024-10-08', ...start))).toBe('talk');
    expect(rung(folded('2024-10-09', ...start))).toBe('mediation');
    const later = folded('2025-02-01', ...start);
    expect(rung(later)).toBe('mediation');
    expect(later.effects['conflict/7/mediation/alert-2']?.params).toMatchObject({ to: ['teamLead'] });
  });

  test('climbs by hand, rung by rung, to court', () => {
    const acts: JourneyEvent[] = [
      { type: 'conflict.mediated' },
      { type: 'conflict.adviserCalled', participantAgreed: true },
      { type: 'conflict.conciliationRequested', by: 'participant' },
      { type: 'conflict.actionFiled', by: 'participant' },
    ];
    const rows = acts.map((event): Row => ['2024-10-02', event]);
    const climbed = rows.map((_, index) => rung(folded('2024-10-02', ...start, ...rows.slice(0, index + 1))));
    expect(climbed).toEqual(['mediation', 'trainingAdviser', 'conciliation', 'court']);
  });

  test('is de-escalated by hand, and its periods begin anew', () => {
    const down: Row = ['2024-10-20', { type: 'conflict.deescalated', to: 'talk' }];
    const talking = folded('2024-10-21', ...start, down);
    expect(placesIn(talking)).toContain('conflict.open.talk');
    expect(talking.open).toContainEqual(
      expect.objectContaining({ key: 'conflictTalk', dueOn: '2024-10-27' }),
    );
  });

  test('cannot be de-escalated from its lowest rung, and explain says so', () => {
    const answer = explain(folded('2024-10-02', ...start)).find(
      ({ type }) => type === 'conflict.deescalated',
    );
    expect(answer?.possible).toBe(false);
    expect(answer?.reasons.map(({ code }) => code)).toEqual(['lowerRung']);
  });

  test('is resolved, and the next one is the second', () => {
    const rows: Row[] = [...start, ['2024-10-05', { type: 'conflict.resolved' }], ['2024-10-06', raised]];
    expect(placesIn(folded('2024-10-05', ...rows.slice(0, -1)))).toContain('conflict.calm');
    expect(factsOf(folded('2024-10-06', ...rows)).conflict).toMatchObject({
      ordinal: 2,
      entry: 9,
      rung: 'talk',
    });
  });

  test('rests while the journey is closed, and goes on without an alert for each week of that time', () => {
    const rows: Row[] = [...start, ['2024-10-02', conciliation], ['2024-10-10', leftEarly]];
    const state = folded('2026-09-01', ...rows);
    expect(placesIn(state)).toContain('conflict.off');
    expect(factsOf(state).conciliations).toEqual([{ from: '2024-10-02' }]);
    const again = folded('2026-09-02', ...rows, ['2026-09-02', reopened]);
    expect(placesIn(again)).toContain('conflict.open.conciliation.pending');
    expect(firedOn(again, 'conflictAlert')).toEqual(['2024-10-09', '2024-10-16']);
    expect(openOn(again, 'conflictAlert')).toEqual(['2026-09-08']);
  });

  test.each([
    ['unknown', undefined, true],
    ['known to exist', true, true],
    ['known to be missing', false, false],
  ])('reaches a conciliation committee that is %s: %s, %s', (_, conciliationCommittee, possible) => {
    const more = conciliationCommittee === undefined ? {} : { conciliationCommittee };
    const rows: Row[] = [...training(more), ['2024-10-01', raised]];
    const answer = explain(folded('2024-10-02', ...rows)).find(({ type }) => type === conciliation.type);
    expect(answer).toMatchObject({ possible });
    if (!possible) expect(answer?.reasons.map(({ code }) => code)).toEqual(['committeeExists']);
  });
});

describe('reflection meetings', () => {
  const entered: Row[] = [
    ['2024-01-31', referred],
    ['2024-01-31', admitted()],
  ];
  const key = 'reflection/after-2';
  const invited: Row[] = [...entered, ['2024-02-29', scheduled(key, '2024-03-11T09:00:00.000Z')]];
  const missed: JourneyEvent = { type: 'meeting.missed', missing: ['participant'] };

  test('become due by the cadence, are scheduled by the system and held', () => {
    const due = folded('2024-02-29', ...entered);
    expect(placesIn(due)).toContain('reflection.due');
    expect(due.effects[key]).toMatchObject({ kind: 'reflectionMeeting', params: { dueOn: '2024-02-29' } });
    expect(placesIn(folded('2024-03-01', ...invited))).toContain('reflection.scheduled');
    const after = folded('2024-03-12', ...invited, ['2024-03-11', held]);
    expect(placesIn(after)).toContain('reflection.waiting');
    expect(after.open).toContainEqual(expect.objectContaining({ key: 'reflectionDue', dueOn: '2024-04-11' }));
    expect(after.effects[key]?.withdrawnAt).toBeUndefined();
  });

  test('missed once are asked for again; twice in a row the team lead is told', () => {
    const once = folded('2024-03-12', ...invited, ['2024-03-12', missed]);
    expect(placesIn(once)).toContain('reflection.due');
    expect(Object.keys(once.effects)).toContain('reflection/after-4');
    const rows: Row[] = [
      ...invited,
      ['2024-03-12', missed],
      ['2024-03-12', scheduled('reflection/after-4', '2024-03-20T09:00:00.000Z')],
      ['2024-03-20', missed],
    ];
    const told = (state: Folded) =>
      Object.values(state.effects).filter(({ key: at }) => at.includes('meetingsMissed'));
    expect(told(once)).toEqual([]);
    const twice = told(folded('2024-03-21', ...rows));
    expect(twice).toEqual([
      expect.objectContaining({ params: expect.objectContaining({ to: ['teamLead'] }) }),
    ]);
  });

  test('moved keep their key and take the new slot', () => {
    const moved: Row = ['2024-03-05', { type: 'meeting.moved', startsAt: '2024-03-18T09:00:00.000Z' }];
    const state = folded('2024-03-06', ...invited, moved);
    expect(state.effects[key]?.params).toMatchObject({ startsAt: '2024-03-18T09:00:00.000Z' });
    expect(openOn(state, 'meetingRecord')).toEqual(['2024-03-20']);
  });

  test('cancelled are taken back and asked for again', () => {
    const state = folded('2024-03-06', ...invited, ['2024-03-05', { type: 'meeting.cancelled' }]);
    expect(state.effects[key]?.withdrawnAt).toBe('2024-03-05T12:00:00.000Z');
    expect(state.effects['reflection/after-4']?.withdrawnAt).toBeUndefined();
    expect(placesIn(state)).toContain('reflection.due');
  });

  test('that nobody recorded are unrecorded, never counted as missed', () => {
    const state = folded('2024-03-19', ...invited);
    expect(placesIn(state)).toContain('reflection.waiting');
    expect(factsOf(state)).toMatchObject({ missedInRow: 0, lastMeetingOn: '2024-03-11' });
    expect(state.effects['reminder/meetingUnrecorded/3']?.params).toMatchObject({ to: ['teamLead'] });
  });
});
