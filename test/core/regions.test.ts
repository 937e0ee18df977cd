/** The ways through the regions beside the phase, step by step: where each event leads, what ends it, and what begins it again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldOn } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { type Actor, buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import {
  admitted,
  contractEnded,
  entered,
  informed,
  leftEarly,
  placesIn,
  type Row,
  referral,
  referred,
  reopened,
  saying,
  signed,
  training,
} from '../support/journal.ts';
import { origins, play } from '../support/randomJournals.ts';
import { anyMove } from '../support/randomJourney.ts';
import { daysOf, wayOf } from '../support/ways.ts';

const leader: Actor = { role: 'teamLead' };
const begun = entered('2024-02-01');

const left: Row = ['2024-03-01', leftEarly];
const back: Row = ['2024-03-02', reopened];

test('random journeys closed and reopened at once stand where they stood, but for the cycle of meetings', () => {
  const told = (kept: Folded, journal: readonly Entry[], event: JourneyEvent): Folded => {
    const [seq, recordedAt] = [journal.length + 1, kept.now];
    return foldOn(
      kept,
      journal,
      [buildEntry(saying(event), { seq, requestId: `r-${seq}`, recordedAt }, recordedAt)],
      recordedAt,
    );
  };
  let reached = 0;
  const journey = fc.property(
    fc.constantFrom(...origins),
    fc.array(anyMove, { minLength: 1, maxLength: 18 }),
    (origin, moves) => {
      const { kept, journal } = play(origin, moves);
      if (!placesIn(kept).includes('phase.accompanied')) return;
      reached += 1;
      const again = told(told(kept, journal, leftEarly), journal, reopened);
      const stands = ({ snapshot: { value } }: Folded) => ({ ...(value as object), reflection: undefined });
      expect(stands(again)).toEqual(stands(kept));
    },
  );
  fc.assert(journey, { numRuns: 300, seed: 2026, endOnFailure: true });
  expect(reached).toBeGreaterThan(100);
});

describe('attendance', () => {
  const absent: Row = ['2024-02-05', { type: 'absence.began', reason: 'illness' }];
  const present: Row = ['2024-02-09', { type: 'absence.ended' }];

  test('is kept while the journey is accompanied', () => {
    expect(wayOf('absence', begun.slice(0, 1), ...begun.slice(1), absent, present, left, back)).toBe(
      'off → present → absent → present → off → present',
    );
    expect(wayOf('absence', begun, absent, left, back)).toBe('present → absent → off → absent');
  });
});

describe('assignment', () => {
  const proposal: Row = ['2024-02-05', { type: 'handover.proposed', to: 'w-2' }];
  const approval: Row = ['2024-02-06', { type: 'handover.approved' }, leader];

  test('begins with the case worker and ends with the journey, also in the midst of a handover', () => {
    expect(wayOf('assignment', begun.slice(0, 1), ...begun.slice(1), left, back)).toBe(
      'unassigned → assigned → ended → assigned',
    );
    expect(wayOf('assignment', begun, proposal, left, back)).toBe(
      'assigned → handover.unapproved → ended → handover.unapproved',
    );
    expect(wayOf('assignment', begun, proposal, approval, left, back)).toBe(
      'assigned → handover.unapproved → handover.unanswered → ended → handover.unanswered',
    );
  });

  test('goes over when the team lead has approved and the receiver has accepted', () => {
    const taken: Row = ['2024-02-07', { type: 'handover.accepted' }, { role: 'caseWorker', id: 'w-2' }];
    expect(wayOf('assignment', begun, proposal, approval, taken)).toBe(
      'assigned → handover.unapproved → handover.unanswered → assigned',
    );
    const declined: Row = ['2024-02-07', { type: 'handover.declined' }, leader];
    const withdrawn: Row = ['2024-02-07', { type: 'handover.withdrawn' }];
    expect(wayOf('assignment', begun, ['2024-02-05', proposal[1], leader], declined)).toBe(
      'assigned → handover.unanswered → assigned',
    );
    expect(wayOf('assignment', begun, proposal, withdrawn)).toBe('assigned → handover.unapproved → assigned');
  });

  test('has no case worker as long as none is named at the referral, or the journey was turned down', () => {
    const named: Row = ['2024-02-01', referral({ caseWorker: 'w-1' })];
    expect(
      wayOf('assignment', [], named, ['2024-02-02', { type: 'intake.declined', reason: 'noNeed' }]),
    ).toBe('unassigned → assigned → ended');
  });
});

describe('a deputy', () => {
  const appointed: Row = [
    '2024-02-05',
    { type: 'deputy.appointed', deputy: 'w-2', from: '2024-02-12', until: '2024-02-20' },
  ];
  const ended: Row = ['2024-02-14', { type: 'deputy.ended' }];

  test('covers from the first day to the last, as long as there is somebody to cover for', () => {
    expect(wayOf('deputy', begun.slice(0, 1), ...begun.slice(1), appointed, ended, left, back)).toBe(
      'none → possible → planned → possible → none → possible',
    );
    const rows: Row[] = [...begun, appointed];
    expect(daysOf('deputy', rows, '2024-02-11', '2024-02-12', '2024-02-20', '2024-02-21')).toBe(
      'planned → covering → covering → possible',
    );
    const again = (day: string): Row[] => [
      [day, leftEarly],
      [day, reopened],
    ];
    expect(wayOf('deputy', begun, appointed, ...again('2024-02-06'))).toBe(
      'possible → planned → none → planned',
    );
    expect(wayOf('deputy', rows, ...again('2024-02-13'))).toBe('planned → none → covering');
  });

  test('is not needed any more when another case worker takes the journey', () => {
    const proposal: Row = ['2024-02-06', { type: 'handover.proposed', to: 'w-3' }, leader];
    const taken: Row = ['2024-02-07', { type: 'handover.accepted' }, leader];
    expect(wayOf('deputy', begun, appointed, proposal, taken)).toBe(
      'possible → planned → planned → possible',
    );
    const later: Row = ['2024-02-13', { type: 'handover.accepted' }, leader];
    expect(daysOf('deputy', [...begun, appointed, proposal, later], '2024-02-13')).toBe('possible');
  });
});

describe('consent', () => {
  test.each(['company', 'school', 'chamber'] as const)(
    'of the %s is given, withdrawn, and given again',
    (to) => {
      const given: JourneyEvent = { type: 'consent.given', to };
      const rows: Row[] = [
        ['2024-02-05', given],
        ['2024-02-06', { type: 'consent.withdrawn', to }],
        ['2024-02-07', given],
      ];
      expect(wayOf(`consent.${to}`, begun, ...rows)).toBe('none → given → withdrawn → given');
      for (const other of ['company', 'school', 'chamber'].filter((party) => party !== to)) {
        expect(wayOf(`consent.${other}`, begun, ...rows)).toBe('none → none → none → none');
      }
    },
  );
});

describe('protection of minors', () => {
  const minor: Row[] = [
    ['2024-02-01', referral({ adultOn: '2024-06-01' })],
    ['2024-02-01', admitted({ guardiansToo: true })],
  ];

  test('lasts until the participant comes of age or the journey ends', () => {
    expect(wayOf('minor', [], ...minor, left, back)).toBe('adult → minor → minor → over → minor');
    expect(daysOf('minor', minor, '2024-05-31', '2024-06-01')).toBe('minor → adult');
    expect(wayOf('minor', begun, left)).toBe('adult → adult');
  });
});

describe('registration and briefing', () => {
  const contracted: Row[] = [...begun, ['2024-02-05', informed()]];
  const contract: Row = ['2024-02-06', signed()];
  const registered: Row = ['2024-02-07', { type: 'contract.registered' }];

  test('the registration follows the contract', () => {
    const ended: Row = ['2024-02-08', contractEnded()];
    expect(wayOf('registration', contracted, contract, registered, ended)).toBe(
      'none → missing → registered → none',
    );
    expect(wayOf('registration', contracted, contract, ended)).toBe('none → missing → none');
    expect(wayOf('registration', contracted, contract, left, back)).toBe('none → missing → none → missing');
    expect(wayOf('registration', contracted, contract, registered, left)).toBe(
      'none → missing → registered → none',
    );
  });

  test('a company whose contract existed at entry is informed afterwards', () => {
    const direct: Row[] = [
      ['2024-02-01', referred],
      ['2024-02-01', admitted({ directStart: true })],
      ['2024-02-02', signed()],
    ];
    expect(wayOf('briefing', [], ...direct, ['2024-02-03', informed()])).toBe(
      'notDue → notDue → due → due → given',
    );
    expect(wayOf('briefing', direct, ['2024-02-03', informed('c-2')], left, back)).toBe(
      'due → due → notDue → due',
    );
    expect(wayOf('briefing', [], ...begun)).toBe('notDue → notDue → notDue');
  });
});

describe('pauses', () => {
  const interrupted: Row = ['2024-10-01', { type: 'training.interrupted', reason: 'illness' }];
  const resumed: Row = ['2024-10-05', { type: 'training.resumed' }];
  const leave: Row = ['2024-10-08', { type: 'leave.started', until: '2024-10-31' }];

  test('end when training goes on, or with the contract or the journey', () => {
    expect(wayOf('pause', training(), interrupted, resumed, leave)).toBe(
      'none → interrupted → none → parentalLeave',
    );
    expect(wayOf('pause', training(), interrupted, leave, ['2024-10-09', contractEnded()])).toBe(
      'none → interrupted → parentalLeave → none',
    );
    expect(wayOf('pause', training(), interrupted, ['2024-10-09', contractEnded()])).toBe(
      'none → interrupted → none',
    );
    for (const pausing of [interrupted, leave]) {
      const place = pausing === leave ? 'parentalLeave' : 'interrupted';
      const again: Row[] = [
        ['2024-10-10', leftEarly],
        ['2024-10-12', reopened],
      ];
      expect(wayOf('pause', training(), pausing, ...again)).toBe(`none → ${place} → none → ${place}`);
    }
    expect(daysOf('pause', [...training(), leave], '2024-10-31', '2024-11-01')).toBe('parentalLeave → none');
  });
});
