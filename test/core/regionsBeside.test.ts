/** The ways through conflict, termination, help, hours, lessons, funding and records: where each event leads, what ends it. */
import { describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  accepted,
  approved,
  conciliation,
  contractEnded,
  entered,
  factsOf,
  folded,
  leftEarly,
  offered,
  passed,
  proposed,
  type Row,
  raised,
  reasonKnown,
  registeredFor,
  reopened,
  scheduled,
  training,
} from '../support/journal.ts';
import { daysOf, wayOf } from '../support/ways.ts';

const begun = entered('2024-02-01');
const left: Row = ['2024-03-01', leftEarly];
const back: Row = ['2024-03-02', reopened];

describe('a conflict', () => {
  const trained = training({ conciliationCommittee: true });
  const on = (day: number, event: JourneyEvent): Row => [`2024-10-0${day}`, event];
  const adviser: JourneyEvent = { type: 'conflict.adviserCalled', participantAgreed: true };
  const filed: JourneyEvent = { type: 'conflict.actionFiled', by: 'company' };
  const mediated: JourneyEvent = { type: 'conflict.mediated' };
  const failedTalk: JourneyEvent = { type: 'conflict.conciliationEnded' };
  const down = (to: 'talk' | 'mediation'): JourneyEvent => ({ type: 'conflict.deescalated', to });
  const answer = (by: 'participant' | 'company', yes: boolean): JourneyEvent => ({
    ...{ type: 'conflict.settlementAnswered', by, accepted: yes },
  });

  test('climbs and comes down the ladder', () => {
    expect(
      wayOf('conflict', trained, on(1, raised), on(2, mediated), on(3, adviser), on(4, down('mediation'))),
    ).toBe('calm → open.talk → open.mediation → open.trainingAdviser → open.mediation');
    expect(
      wayOf('conflict', trained, on(1, raised), on(2, adviser), on(3, down('talk')), on(4, adviser)),
    ).toBe('calm → open.talk → open.trainingAdviser → open.talk → open.trainingAdviser');
    const toCourt = [
      on(1, raised),
      on(2, conciliation),
      on(3, failedTalk),
      on(4, filed),
      on(5, { type: 'conflict.resolved' }),
    ];
    expect(wayOf('conflict', trained, ...toCourt)).toBe(
      'calm → open.talk → open.conciliation.pending → open.conciliation.failed → open.court → calm',
    );
    expect(wayOf('conflict', trained, on(1, raised), on(2, mediated), on(3, conciliation))).toBe(
      'calm → open.talk → open.mediation → open.conciliation.pending',
    );
  });

  test('is settled when both have accepted, and not when one declines or says nothing', () => {
    const before = [on(1, raised), on(2, conciliation), on(3, proposed('2024-10-03'))];
    const way = 'calm → open.talk → open.conciliation.pending → open.conciliation.proposed';
    const yes = on(4, answer('participant', true));
    expect(
      wayOf(
        'conflict',
        trained,
        ...before,
        yes,
        on(5, answer('participant', true)),
        on(6, answer('company', true)),
      ),
    ).toBe(`${way} → open.conciliation.proposed → open.conciliation.proposed → calm`);
    expect(wayOf('conflict', trained, ...before, yes, on(5, answer('company', false)))).toBe(
      `${way} → open.conciliation.proposed → open.conciliation.failed`,
    );
    expect(daysOf('conflict', [...trained, ...before, yes], '2024-10-10', '2024-10-11')).toBe(
      'open.conciliation.proposed → open.conciliation.failed',
    );
  });

  test('without a committee may go to court at once, and climbs by itself in silence', () => {
    const free = training({ conciliationCommittee: false });
    expect(wayOf('conflict', free, on(1, raised), on(2, filed))).toBe('calm → open.talk → open.court');
    expect(wayOf('conflict', free, on(1, raised), on(2, mediated), on(3, filed))).toBe(
      'calm → open.talk → open.mediation → open.court',
    );
    expect(wayOf('conflict', free, on(1, raised), on(2, adviser), on(3, filed))).toBe(
      'calm → open.talk → open.trainingAdviser → open.court',
    );
    expect(daysOf('conflict', [...free, on(1, raised)], '2024-10-08', '2024-10-09', '2024-12-01')).toBe(
      'open.talk → open.mediation → open.mediation',
    );
  });

  test('rests while the journey is closed, and goes on where it stood', () => {
    expect(wayOf('conflict', begun.slice(0, 1), ...begun.slice(1), ['2024-02-05', raised], left, back)).toBe(
      'off → calm → open.talk → off → open.mediation',
    );
    expect(wayOf('conflict', begun, left, back)).toBe('calm → off → calm');
    const [spruch, no] = [proposed('2024-10-03'), answer('company', false)];
    const rungs: readonly (readonly [string, ...Row[]])[] = [
      ['talk'],
      ['mediation', on(2, mediated)],
      ['trainingAdviser', on(2, adviser)],
      ['conciliation.pending', on(2, conciliation)],
      ['conciliation.proposed', on(2, conciliation), on(3, spruch)],
      ['conciliation.failed', on(2, conciliation), on(3, failedTalk)],
      ['conciliation.failed', on(2, conciliation), on(3, spruch), on(4, no)],
      ['court', on(2, conciliation), on(3, failedTalk), on(4, filed)],
    ];
    for (const [rung, ...rows] of rungs) {
      const open = [...trained, on(1, raised), ...rows];
      expect(wayOf('conflict', open, on(5, leftEarly), on(6, reopened))).toBe(
        `open.${rung} → off → open.${rung}`,
      );
    }
  });

  test('is over when training is completed', () => {
    const lost: Row[] = [on(5, contractEnded()), on(6, registeredFor('2024-10-07')), on(7, passed)];
    expect(wayOf('conflict', [...trained, on(1, raised)], ...lost)).toMatch(/^open.talk → .* → off$/);
    const { conflict, conciliations } = factsOf(
      folded('2024-10-07', ...trained, on(1, raised), on(2, conciliation), ...lost),
    );
    expect([conflict, conciliations]).toEqual([undefined, [{ from: '2024-10-02', to: '2024-10-07' }]]);
  });
});

describe('a termination', () => {
  const established = (...rows: Row[]): [string, readonly Row[], ...Row[]] => [
    'termination',
    training(),
    ...rows,
  ];
  const known: Row = ['2025-02-04', reasonKnown()];
  const received: Row = ['2025-02-05', { type: 'termination.received', by: 'company' }];
  const settled: Row = ['2025-02-06', { type: 'termination.settled', how: 'withdrawn' }];
  const dropped: Row = ['2025-02-05', { type: 'termination.dropped' }];
  const givingUp: Row = ['2025-02-04', { type: 'termination.givingUp' }];
  const ended: Row = ['2025-02-07', contractEnded()];
  const out: Row = ['2025-02-07', leftEarly];

  test('is possible, received and settled, or dropped', () => {
    expect(wayOf(...established(known, received, settled))).toBe('none → reasonKnown → received → none');
    expect(wayOf(...established(known, dropped))).toBe('none → reasonKnown → none');
    expect(wayOf(...established(received, settled))).toBe('none → received → none');
    expect(wayOf(...established(givingUp, received, settled))).toBe('none → givingUp → received → none');
    expect(wayOf(...established(givingUp, settled))).toBe('none → givingUp → none');
  });

  test('waits while a conciliation is pending', () => {
    const arguing: Row[] = [['2025-02-03', raised], ['2025-02-03', conciliation], known];
    const over: Row = ['2025-02-05', { type: 'conflict.conciliationEnded' }];
    expect(wayOf(...established(...arguing, over))).toBe('none → none → none → suspended → reasonKnown');
    expect(wayOf(...established(...arguing, dropped))).toBe('none → none → none → suspended → none');
    expect(wayOf(...established(...arguing, received))).toBe('none → none → none → suspended → received');
    expect(wayOf(...established(...arguing, ended))).toBe('none → none → none → suspended → none');
    expect(wayOf(...established(...arguing, out))).toBe('none → none → none → suspended → off');
  });

  test('ends with the contract, the journey, its last day, or an action in court', () => {
    expect(wayOf(...established(known, ended))).toBe('none → reasonKnown → none');
    expect(wayOf(...established(givingUp, ended))).toBe('none → givingUp → none');
    for (const [row, place] of [
      [known, 'reasonKnown'],
      [received, 'received'],
      [givingUp, 'givingUp'],
    ] as const) {
      expect(wayOf(...established(row, out, ['2025-02-08', reopened]))).toBe(
        `none → ${place} → off → ${place}`,
      );
    }
    expect(wayOf(...established(known, dropped, out, ['2025-02-08', reopened]))).toMatch(/ → off → none$/);
    const filed: JourneyEvent = { type: 'conflict.actionFiled', by: 'participant' };
    expect(wayOf(...established(received, ['2025-02-06', raised], ['2025-02-06', filed]))).toBe(
      'none → received → received → none',
    );
    expect(daysOf('termination', [...training(), known], '2025-02-18', '2025-02-19')).toBe(
      'reasonKnown → none',
    );
    expect(daysOf('termination', [...training(), received], '2025-02-26', '2025-02-27')).toBe(
      'received → none',
    );
    expect(daysOf('termination', [...training(), givingUp], '2025-03-04', '2025-03-05')).toBe(
      'givingUp → none',
    );
  });

  test('leaves a time for damages after an early end', () => {
    expect(wayOf('damages', training(), ended, ['2025-02-08', { type: 'journey.deceased' }])).toBe(
      'none → running → none',
    );
    expect(daysOf('damages', [...training(), ended], '2025-05-07', '2025-05-08')).toBe('running → none');
  });
});

describe('support', () => {
  test('help is wanted until all of it has ended', () => {
    const asked: Row = ['2024-02-05', { type: 'help.asked', topic: 'school', for: 'participant' }];
    const step = (type: 'help.started' | 'help.ended', help: number): Row => ['2024-02-06', { type, help }];
    const rows = [asked, asked, step('help.started', 3), step('help.ended', 3), step('help.ended', 4)];
    expect(wayOf('help', begun, ...rows)).toBe('none → wanted → wanted → wanted → wanted → none');
    expect(wayOf('help', begun.slice(0, 1), ...begun.slice(1), left, back, asked)).toMatch(
      /^off → none → off → none/,
    );
    expect(wayOf('help', begun, asked, left, back)).toBe('none → wanted → off → wanted');
  });

  test('lessons are requested and given', () => {
    const requested: Row = ['2024-02-05', { type: 'learningSupport.requested', subject: 'maths' }];
    const started: Row = ['2024-02-06', { type: 'learningSupport.started', supporter: 's-1' }];
    const ended: Row = ['2024-02-07', { type: 'learningSupport.ended' }];
    expect(wayOf('learningSupport', begun, requested, started, ended)).toBe(
      'none → requested → running → none',
    );
    expect(wayOf('learningSupport', begun, requested, ended)).toBe('none → requested → none');
    expect(wayOf('learningSupport', begun, left, back)).toBe('none → off → none');
    expect(wayOf('learningSupport', begun, requested, left, back)).toBe('none → requested → off → requested');
    expect(wayOf('learningSupport', begun, requested, started, left, back)).toBe(
      'none → requested → running → off → running',
    );
  });

  test('hours are offered until both agree, and reported from then on', () => {
    const offer: Row = ['2024-02-05', offered('2024-03-01', '2024-05-31')];
    const countered: Row = ['2024-02-06', { type: 'hours.countered', hours: 40 }];
    const no: Row = ['2024-02-07', { type: 'hours.answered', agreed: false, hours: 50 }];
    const yes: Row = ['2024-02-07', { type: 'hours.answered', agreed: true }];
    const taken: Row = ['2024-02-08', accepted];
    const [around, agreed] = ['negotiating.offered → negotiating.countered', 'agreed'];
    expect(wayOf('hours', begun, offer, countered, no, taken)).toBe(
      `none → ${around} → negotiating.offered → ${agreed}`,
    );
    expect(wayOf('hours', begun, offer, countered, yes, ['2024-02-09', offer[1]])).toBe(
      `none → ${around} → ${agreed} → negotiating.offered`,
    );
    expect(wayOf('hours', begun, offer, taken, left, back)).toBe(
      `none → negotiating.offered → ${agreed} → off → ${agreed}`,
    );
    expect(wayOf('hours', begun, offer, left, back)).toBe(
      'none → negotiating.offered → off → negotiating.offered',
    );
    expect(wayOf('hours', begun, offer, countered, left, back)).toBe(
      `none → ${around} → off → negotiating.countered`,
    );
    expect(wayOf('hours', begun, left, back)).toBe('none → off → none');
    expect(wayOf('hours', begun.slice(0, 1), ...begun.slice(1), left)).toBe('off → none → off');
    expect(wayOf('usedHours', begun, offer, taken, left)).toBe('none → none → reported → reported');
  });

  test('plan, reports, funding and records are kept in their time', () => {
    const funded: Row = ['2024-02-05', approved('2024-02-01', '2024-12-31')];
    const over: Row = ['2024-02-06', { type: 'funding.ended', funding: 3 }];
    expect(wayOf('supportPlan', [], ...begun, left, back)).toBe('none → kept → kept → over → kept');
    expect(wayOf('reports', [], ...begun, left)).toBe('none → none → kept → kept');
    expect(wayOf('funding', [], ...begun, funded, over, left, back)).toBe(
      'off → none → none → approved → none → off → none',
    );
    expect(wayOf('funding', begun, funded, left, back)).toBe('none → approved → off → approved');
    const hold: Row = ['2024-03-01', { type: 'legalHold.placed' }];
    const free: Row = ['2024-03-03', { type: 'legalHold.released' }];
    expect(wayOf('retention', begun, left, hold, free)).toBe('running → kept → onHold → kept');
    expect(wayOf('retention', begun, hold, ['2024-03-02', leftEarly], free)).toBe(
      'running → running → onHold → kept',
    );
    expect(wayOf('retention', begun, left, back)).toBe('running → kept → running');
    expect(wayOf('retention', begun, left, hold, back)).toBe('running → kept → onHold → running');
    const late: Row = ['2026-03-03', reopened];
    const held: Row = ['2026-03-03', { type: 'legalHold.placed' }];
    expect(daysOf('retention', [...begun, left], '2026-03-01', '2026-03-02')).toBe('kept → over');
    expect([wayOf('retention', [...begun, left], late), wayOf('retention', [...begun, left], held)]).toEqual([
      ...['kept → running', 'kept → onHold'],
    ]);
  });
});

test('meetings come due, are invited to, and are held, missed or called off', () => {
  const slot: Row = ['2024-03-01', scheduled('reflection/after-2', '2024-03-11T09:00:00.000Z')];
  const held: JourneyEvent = { type: 'meeting.held', attended: ['participant', 'caseWorker'] };
  const missed: JourneyEvent = { type: 'meeting.missed', missing: ['participant'] };
  const out: Row = ['2024-03-05', leftEarly];
  expect(wayOf('reflection', begun, ['2024-02-20', held])).toBe('waiting → waiting');
  expect(daysOf('reflection', begun, '2024-02-29', '2024-03-01')).toBe('waiting → due');
  expect(wayOf('reflection', begun, slot, ['2024-03-11', held])).toBe('waiting → scheduled → waiting');
  expect(wayOf('reflection', begun, slot, ['2024-03-11', missed])).toBe('waiting → scheduled → due');
  expect(wayOf('reflection', begun, slot, ['2024-03-02', { type: 'meeting.cancelled' }])).toBe(
    'waiting → scheduled → due',
  );
  expect(wayOf('reflection', begun, slot, ['2024-03-02', held])).toBe('waiting → scheduled → waiting');
  expect(wayOf('reflection', begun, ['2024-03-02', held])).toBe('waiting → waiting');
  expect(wayOf('reflection', begun, slot, out, ['2024-03-06', reopened])).toMatch(
    /^waiting → scheduled → off → /,
  );
  expect([wayOf('reflection', begun, out), wayOf('reflection', begun, ['2024-02-05', leftEarly])]).toEqual([
    ...['waiting → off', 'waiting → off'],
  ]);
  expect(daysOf('reflection', [...begun, slot], '2024-03-18', '2024-03-19')).toBe('scheduled → waiting');
});
