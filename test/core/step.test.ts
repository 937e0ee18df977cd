/** The fold from within: its stays, its clock, its order of deadlines, answers that come too early, and mistakes in the machine. */
import { describe, expect, test } from 'vitest';
import { advance, begin, fold, foldOn } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { guarded } from '../../workflows/fold/step.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { Policy } from '../../workflows/policy/policy.ts';
import {
  accepted,
  admitted,
  entered,
  factsOf,
  folded,
  foldedBy,
  instantOf,
  journalOf,
  morning,
  offered,
  placesIn,
  policy,
  type Row,
  raised,
  referred,
  refusedBy,
  rulebook,
  scheduled,
  training,
} from '../support/journal.ts';

const begun = entered('2024-01-31');
const resolved: Row = ['2024-02-03', { type: 'conflict.resolved' }];

describe('a journey before its first entry', () => {
  const at = '2024-01-31T12:00:00.000Z';
  const empty = begin(rulebook, at);

  test('stands in its first states, each in its first stay, and asks for nothing', () => {
    expect(empty.visits['phase.new']).toEqual({ number: 1, since: at, entry: 0, fired: [] });
    expect(Object.keys(empty.stays)).toEqual(Object.keys(empty.visits));
    expect(new Set(Object.values(empty.stays))).toEqual(new Set([1]));
    expect(empty).toMatchObject({ entry: 0, effects: {}, fired: [], open: [], setAside: [], now: at });
  });

  test('takes its first entries at their own moment, whenever it was opened', () => {
    const journal = journalOf(...begun);
    const now = instantOf('2024-03-05');
    expect(foldOn(begin(rulebook, now), [], journal, now).visits).toEqual(
      fold(rulebook, journal, now).visits,
    );
    const earlier = begin(rulebook, '2024-01-01T12:00:00.000Z');
    expect(foldOn(earlier, [], journal, now).visits).toEqual(fold(rulebook, journal, now).visits);
  });
});

describe('stays', () => {
  test('are counted for every state, and begin with the entry that led there', () => {
    const twice = folded('2024-02-04', ...begun, ['2024-02-02', raised], resolved, ['2024-02-04', raised]);
    const second = { number: 2, since: instantOf('2024-02-04'), entry: 5, fired: [] };
    expect(twice.visits['conflict.open.talk']).toEqual(second);
    expect(twice.stays).toMatchObject({ 'conflict.open.talk': 2, 'conflict.calm': 2, 'phase.intake': 1 });
    expect(
      folded('2024-02-12', ...begun, ['2024-02-02', raised]).visits['conflict.open.talk'],
    ).toBeUndefined();
  });

  test('remember what has fired in them, with its date and what it is about', () => {
    const goal: Row = ['2024-02-01', { type: 'goal.set', goal: 'g-1', reviewOn: '2024-02-05' }];
    const { visits } = folded('2024-02-16', ...begun, goal, ['2024-02-08', raised]);
    expect(visits['supportPlan.kept']?.fired).toEqual(['goalReview 2024-02-05 3']);
    const intake = folded('2024-02-20', ['2024-02-01', referred]);
    expect(intake.visits['phase.intake']?.fired).toEqual(['intakeDecision 2024-02-15']);
  });
});

describe('the clock', () => {
  test('never goes back, and keeps the very fold where nothing happens', () => {
    const journey = folded('2024-02-10', ...begun);
    expect(advance(journey, '2024-02-09T12:00:00.000Z')).toBe(journey);
    expect(advance(journey, journey.now)).toBe(journey);
    expect(advance(journey, '2024-02-11T12:00:00.000Z').now).toBe('2024-02-11T12:00:00.000Z');
  });

  test('of an entry with an instant gives it the day in Germany, not the instant', () => {
    const rows: Row[] = [...begun, ['2024-07-09T22:30:00.000Z', { type: 'journey.deceased' }]];
    expect(factsOf(folded('2024-07-10', ...rows)).endedOn).toBe('2024-07-10');
  });
});

describe('entries told later', () => {
  const journal = journalOf(...begun, ['2024-02-02', raised]);
  const kept = fold(rulebook, journal, instantOf('2024-02-05'));
  const now = instantOf('2024-02-06');
  const next = (seq: number, more: Partial<Entry>): Entry => ({
    ...{ seq, requestId: 'r', recordedAt: now, actor: { role: 'caseWorker' as const } },
    ...more,
  });

  test.each<[string, Entry[]]>([
    ['all of them after it', [next(4, { event: resolved[1] })]],
    [
      'one of them before it',
      [next(4, { event: resolved[1] }), next(5, { event: raised, effectiveAt: '2024-02-03' })],
    ],
    ['one of them taking back another', [next(4, { event: referred, voids: 3 }), next(5, { event: raised })]],
  ])('give the same as the whole journal folded anew: %s', (_, added) => {
    const entries = added.map((entry) =>
      entry.voids === undefined ? entry : { ...entry, event: undefined },
    );
    const told = entries as Entry[];
    const anew = attempt(() => fold(rulebook, [...journal, ...told], now));
    expect(attempt(() => foldOn(kept, journal, told, now))).toEqual(anew);
  });

  test('unmake what a deadline between an early and a late one of them had made', () => {
    const recordedAt = instantOf('2024-02-20');
    const passed = fold(rulebook, journal, recordedAt);
    const told = [
      next(4, { recordedAt, event: resolved[1], effectiveAt: '2024-02-03' }),
      next(5, { recordedAt, event: raised }),
    ];
    const made = (state: Folded) => Object.keys(state.effects).filter((key) => key.startsWith('conflict/'));
    expect(made(passed)).toEqual(['conflict/3/talk', 'conflict/3/mediation']);
    expect(made(foldOn(passed, journal, told, recordedAt))).toEqual(['conflict/3/talk', 'conflict/5/talk']);
  });

  /** Where a journey stands, or why not. */
  function attempt(run: () => Folded): unknown {
    try {
      const { visits, open, effects, entry } = run();
      return { visits, open, effects, entry };
    } catch (error) {
      return error;
    }
  }
});

describe('deadlines due at once', () => {
  const alerting = (days: number): Policy => ({
    ...policy,
    deadlines: { ...policy.deadlines, conflictAlert: { ...policy.deadlines.conflictAlert, value: { days } } },
  });
  const open: Row[] = [...begun, ['2024-02-01', raised]];

  /** Support hours agreed late: each month that is over is due, and then overdue, at this one instant. */
  const agreedSince = (from: string): Row[] => [
    ...begun,
    ['2024-02-01', offered(from, '2024-12-31')],
    ['2024-02-01', accepted],
  ];

  test('that go on and on at one instant are refused, naming the one that went too far', () => {
    const refusal = refusedBy(() => folded('2024-02-01', ...agreedSince('2019-10-01')));
    expect([refusal.code, refusal.reasons]).toEqual([
      'deadline-loop',
      [
        {
          code: 'deadline-loop',
          de: 'Die Frist usedHoursDue (2024-01-01) löst sich immer wieder selbst aus.',
          en: 'The deadline usedHoursDue (2024-01-01) keeps setting itself off.',
        },
      ],
    ]);
  });

  test('may be nearly a hundred at one instant, and a month more is too many', () => {
    const { fired } = folded('2024-02-01', ...agreedSince('2019-12-01'));
    expect(fired.filter(({ at }) => at === instantOf('2024-02-01'))).toHaveLength(99);
    expect(refusedBy(() => folded('2024-02-01', ...agreedSince('2019-11-01'))).code).toBe('deadline-loop');
  });

  test('may be as many as there are days, one after the other', () => {
    const daily = foldedBy(alerting(1), '2024-07-20', ...open);
    expect(daily.fired.filter(({ key }) => key === 'conflictAlert').length).toBeGreaterThan(120);
    const late = fold(
      { ...rulebook, policy: alerting(1) },
      journalOf(...begun, ['2024-02-01', raised]),
      instantOf('2024-07-20'),
    );
    expect(late.fired).toEqual(daily.fired);
  });

  test('come by their own dates where all are late, and in the policy’s order where those are the same', () => {
    const late = admitted({ entryOn: '2024-01-02' });
    const { fired } = folded('2024-07-05', ['2024-01-31', referred], ['2024-07-05', late]);
    const atOnce = fired.filter(({ at }) => at === instantOf('2024-07-05'));
    expect(atOnce.map(({ key, dueOn }) => `${key} ${dueOn}`)).toEqual([
      'luvPreparationStart 2024-01-29',
      'reflectionDue 2024-02-02',
      'preparationEndNear 2024-06-03',
      'luvPreparationProgress 2024-06-17',
      'preparationEnd 2024-07-01',
      'luvPreparationFinal 2024-07-01',
    ]);
    const deputy: JourneyEvent = {
      type: 'deputy.appointed',
      ...{ deputy: 'w-2', from: '2024-02-12', until: '2024-02-20' },
    };
    const goal: JourneyEvent = { type: 'goal.set', goal: 'g-1', reviewOn: '2024-02-12' };
    const same = folded('2024-02-12', ...begun, ['2024-02-02', deputy], ['2024-02-02', goal]);
    expect(same.fired.map(({ key }) => key)).toEqual(['goalReview', 'deputyBegins']);
  });
});

describe('an answer of the system', () => {
  const early: Row = ['2024-02-10', scheduled('reflection/after-2', '2024-03-11T09:00:00.000Z')];

  test('that comes before its effect is set aside, and takes place with it', () => {
    const waiting = folded('2024-02-11', ...begun, early);
    expect(waiting.setAside.map(({ root }) => root)).toEqual([3]);
    expect([waiting.entry, placesIn(waiting).includes('reflection.waiting')]).toEqual([2, true]);
    const met = folded('2024-02-29', ...begun, early);
    expect(met.setAside).toEqual([]);
    expect(placesIn(met)).toContain('reflection.scheduled');
    expect(factsOf(met).meeting).toMatchObject({ entry: 3, startsAt: '2024-03-11T09:00:00.000Z' });
    expect(met.visits['reflection.scheduled']?.since).toBe(morning('2024-02-29'));
  });

  test('stays aside while another effect comes to be, and refuses nobody’s entry', () => {
    const other = folded('2024-02-12', ...begun, early, ['2024-02-12', raised]);
    expect(other.setAside.map(({ root }) => root)).toEqual([3]);
    expect(placesIn(other)).toContain('conflict.open.talk');
    const stale: Row = ['2024-02-10', scheduled('reflection/after-1', '2024-03-11T09:00:00.000Z')];
    expect(folded('2024-03-05', ...begun, stale).setAside.map(({ root }) => root)).toEqual([3]);
  });
});

describe('an effect that is asked for', () => {
  const first = 'reflection/after-2';
  const slot = '2024-03-11T09:00:00.000Z';
  const invited: Row[] = [...begun, ['2024-02-29', scheduled(first, slot)]];
  const cancelled: JourneyEvent = { type: 'meeting.cancelled' };

  test('and is a meeting cannot be called off from the beginning of its slot on', () => {
    const before = folded('2024-03-11', ...invited, ['2024-03-11T08:59:59.999Z', cancelled]);
    expect(before.effects[first]?.withdrawnAt).toBe('2024-03-11T08:59:59.999Z');
    const then = folded('2024-03-11', ...invited, [slot, cancelled]);
    expect(then.effects[first]).toMatchObject({ fixedFrom: slot });
    expect(then.effects[first]?.withdrawnAt).toBeUndefined();
  });

  const task = 'reminder/consentMissing/reflection/after-6';

  test('and was taken back stays taken back since then', () => {
    const given: Row = ['2024-10-02', { type: 'consent.given', to: 'company' }];
    const deputy: JourneyEvent = {
      type: 'deputy.appointed',
      ...{ deputy: 'w-2', from: '2024-10-03', until: '2024-10-20' },
    };
    const { effects } = folded('2024-10-03', ...training(), given, ['2024-10-03', deputy]);
    expect(effects[task]?.withdrawnAt).toBe(instantOf('2024-10-02'));
  });

  test('again after it was taken back has a new moment; while it stands it keeps its own', () => {
    const again: Row[] = [
      ['2024-10-02', { type: 'consent.given', to: 'company' }],
      ['2024-10-04', { type: 'consent.withdrawn', to: 'company' }],
    ];
    const made = folded('2024-10-04', ...training(), ...again).effects[task];
    expect(made).toMatchObject({ at: instantOf('2024-10-04') });
    expect(made?.withdrawnAt).toBeUndefined();
    const moved = { type: 'meeting.moved', startsAt: '2024-03-12T09:00:00.000Z' } as const;
    const { effects } = folded('2024-03-01', ...invited, ['2024-03-01', moved]);
    expect(effects[first]).toMatchObject({ at: morning('2024-02-29'), fixedFrom: moved.startsAt });
  });
});

describe('a mistake in the machine', () => {
  test.each([
    ['an error', new Error('no such fact'), 'no such fact'],
    ['anything else', 'odd', 'odd'],
  ])('refuses the event at which it throws %s, and says both', (_, thrown, text) => {
    const run = () => {
      throw thrown;
    };
    const { code, reasons } = refusedBy(() => guarded(run, { type: 'job.started' }));
    expect(code).toBe('machine-error');
    expect(reasons).toEqual([
      {
        code: 'machine-error',
        de: `Fehler in der Maschine bei job.started: ${text}`,
        en: `Machine error at job.started: ${text}`,
      },
    ]);
  });
});
