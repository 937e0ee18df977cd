/** Why something cannot happen now, word for word: the wrong phase, the wrong role, the facts that are missing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, refusalOf, wrongRole } from '../../workflows/fold/explain.ts';
import { begin } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { guarded, step } from '../../workflows/fold/step.ts';
import type { EventType, JourneyEvent } from '../../workflows/journal/events.ts';
import type { EntryEvent } from '../../workflows/machine/event.ts';
import type { RuleName } from '../../workflows/machine/rules.ts';
import { rules } from '../../workflows/machine/rules.ts';
import {
  accepted,
  admitted,
  conciliation,
  entered,
  folded,
  offered,
  policy,
  type Row,
  raised,
  referral,
  referred,
  refusedBy,
  registeredFor,
  rulebook,
  signed,
  training,
} from '../support/journal.ts';
import { canBeSaid } from '../support/payloads.ts';
import { origins, play } from '../support/randomJournals.ts';
import { anyMove } from '../support/randomJourney.ts';

const day = '2024-02-10';
const begun = folded(day, ...entered('2024-02-01'));
const sending = (event: JourneyEvent, on = day): EntryEvent =>
  ({ ...event, at: `${on}T12:00:00.000Z`, day: on, entry: 9, actor: { role: 'caseWorker' } }) as EntryEvent;
const why = (state: Folded, type: EventType) => explain(state).find((row) => row.type === type)?.reasons;
const codes = (state: Folded, type: EventType) => why(state, type)?.map(({ code }) => code);
const reason = (name: RuleName) => ({ code: name, de: rules[name].de, en: rules[name].en });

describe('the wrong phase', () => {
  test('names where the region stands now, most precisely, and every state that takes the event', () => {
    const expected = {
      code: 'wrong-phase',
      de: '»Ausbildungsplatz angeboten« ist jetzt nicht möglich (Phase: Vorbereitung). Möglich in: Vermittlung, Ohne Betrieb, Zu wiederholen.',
      en: '"Training place offered" is not possible now (Phase: Preparing). Possible in: Placement, Between contracts, To be repeated.',
    };
    expect(why(begun, 'placement.offered')).toEqual([expected]);
    expect(refusalOf(begun, sending({ type: 'placement.offered', company: 'c-1' }))).toEqual([expected]);
  });

  test('speaks of another region in that region’s words', () => {
    expect(why(begun, 'conflict.resolved')).toEqual([
      {
        code: 'wrong-phase',
        de: '»Konflikt gelöst« ist jetzt nicht möglich (Konflikt: Ruhig). Möglich in: Offen.',
        en: '"Conflict resolved" is not possible now (Conflict: Calm). Possible in: Open.',
      },
    ]);
    expect(why(begun, 'deputy.ended')?.[0]?.en).toBe(
      '"Deputy ended" is not possible now (Deputy: None). Possible in: Planned, Covering.',
    );
  });

  test('is told before the first entry too', () => {
    expect(why(begin(rulebook, '2024-02-01T12:00:00.000Z'), 'intake.declined')?.[0]?.en).toBe(
      '"Declined" is not possible now (Phase: Not begun). Possible in: Intake.',
    );
  });
});

describe('the wrong role', () => {
  test('is told with the roles that may, and the event’s name', () => {
    expect(wrongRole('journey.leftEarly', 'participant')).toEqual({
      code: 'role-not-allowed',
      de: '»Vorzeitig ausgeschieden« kann die Rolle participant nicht eintragen, nur teamLead.',
      en: '"Left early" cannot be entered by the role participant, only by teamLead.',
    });
    expect(wrongRole('learningSupport.ended', 'trainer').en).toBe(
      '"Learning support ended" cannot be entered by the role trainer, only by caseWorker, teamLead, learningSupporter.',
    );
  });

  test('is told beside what else is missing', () => {
    const answers = explain(begun, 'trainer');
    expect(answers.find(({ type }) => type === 'placement.started')).toMatchObject({
      possible: false,
      reasons: [reason('occupationAgreed'), wrongRole('placement.started', 'trainer')],
    });
    expect(answers.find(({ type }) => type === 'conflict.raised')?.reasons).toEqual([
      wrongRole('conflict.raised', 'trainer'),
    ]);
  });
});

describe('the missing facts', () => {
  test('are all that are missing, each with its reason', () => {
    const event = signed({ end: '2024-08-31', probationMonths: 5 });
    expect(refusalOf(begun, sending(event))).toEqual(
      (['companyInformed', 'contractInOrder', 'probationWithinLimits'] as const).map(reason),
    );
  });

  test('count without an event only if no event could bring them', () => {
    expect(codes(begun, 'contract.signed')).toEqual(['companyInformed']);
    expect(codes(begun, 'placement.started')).toEqual(['occupationAgreed']);
    expect(codes(begun, 'preparation.extended')).toEqual([]);
  });

  test('of the general way are told where there are several ways', () => {
    const minor = folded(day, ['2024-02-01', referral({ adultOn: '2026-01-01' })]);
    expect(codes(minor, 'intake.admitted')).toEqual([]);
    const alone = sending(admitted({ directStart: true, weeklyHours: 40 }));
    expect(refusalOf(minor, alone)).toEqual((['guardiansAdmit', 'weeklyHoursFit'] as const).map(reason));
    const unfit = folded(
      day,
      ['2024-02-01', referred],
      ['2024-02-02', { type: 'intake.eligibilityAssessed', eligible: false, barriers: [] }],
    );
    expect(codes(unfit, 'intake.admitted')).toEqual(['notFoundIneligible']);
  });

  test('are none where one of several ways is open', () => {
    const open: Row[] = [
      ...training({ conciliationCommittee: true }),
      ['2024-10-01', raised],
      ['2024-10-02', conciliation],
    ];
    const arguing = folded('2024-10-02', ...open);
    expect(codes(arguing, 'conflict.deescalated')).toEqual([]);
    const down = (to: 'talk' | 'mediation') => sending({ type: 'conflict.deescalated', to }, '2024-10-02');
    expect(refusalOf(arguing, down('talk'))).toEqual([]);
    expect(refusalOf(arguing, down('mediation'))).toEqual([]);
    const talking = folded('2024-10-01', ...open.slice(0, -1));
    expect(refusalOf(talking, down('mediation'))).toEqual([reason('lowerRung')]);
    expect(codes(talking, 'conflict.deescalated')).toEqual(['lowerRung']);
  });

  test('go by the day in Germany on which the journey stands', () => {
    const rows: Row[] = [...training(), ['2027-03-01', registeredFor('2027-06-10')]];
    const before = folded('2027-06-09T21:59:59.999Z', ...rows);
    const after = folded('2027-06-09T22:00:00.000Z', ...rows);
    expect([codes(before, 'exam.passed'), codes(after, 'exam.passed')]).toEqual([['sittingReached'], []]);
  });

  test('firstDayReached bars no first day that may be told: it may lie before the agreed one', () => {
    const rows: Row[] = [
      ['2024-06-01', referred],
      ['2024-06-01', admitted({ directStart: true })],
      ['2024-06-01', signed({ start: '2024-09-01' })],
    ];
    const state = folded('2024-08-20', ...rows);
    expect(codes(state, 'training.started')).toEqual([]);
    const from = (firstDay?: string) =>
      refusalOf(
        state,
        sending({ type: 'training.started', ...(firstDay ? { firstDay } : {}) }, '2024-08-20'),
      );
    expect([from('2024-08-15'), from()]).toEqual([[], [reason('firstDayReached')]]);
  });

  test('monthOver and monthCounts: hours are reported once a month with hours is over, until it is reported', () => {
    const agreed: Row[] = [...entered('2024-02-01'), ['2024-02-05', offered('2024-02-01', '2024-03-31')]];
    const rows: Row[] = [...agreed, ['2024-02-05', accepted]];
    const reported = (month: string): Row => ['2024-05-02', { type: 'hours.reported', month }];
    const at = (when: string, ...more: readonly Row[]) =>
      codes(folded(when, ...rows, ...more), 'hours.reported');
    expect([at('2024-02-29'), at('2024-03-01')]).toEqual([['monthOver'], []]);
    expect(at('2024-05-02', reported('2024-02'))).toEqual([]);
    expect(at('2024-05-02', reported('2024-02'), reported('2024-03'))).toEqual(['monthCounts']);
  });
});

describe('a law of random journeys', () => {
  const seed = Number(process.env.SEED ?? 2026);

  test('what is possible has a way to be said, and what a rule bars has none', () => {
    const barred = new Set<string>();
    const journey = fc.property(
      fc.constantFrom(...origins),
      fc.array(anyMove, { minLength: 1, maxLength: 18 }),
      (origin, moves) => {
        const { kept } = play(origin, moves);
        for (const { type, possible, reasons } of explain(kept)) {
          const named = reasons.map(({ code }) => code);
          if (named.includes('wrong-phase')) continue;
          expect([type, named, canBeSaid(type, kept)]).toEqual([type, named, possible]);
          for (const rule of named) barred.add(rule);
        }
      },
    );
    fc.assert(journey, { numRuns: Number(process.env.EXPLAINED ?? 100), seed, endOnFailure: true });
    console.log('rules that have barred an event altogether:', [...barred].join(', '));
    expect(barred.size).toBeGreaterThan(10);
  });
});

describe('a mistake in the machine', () => {
  const event = sending(raised);

  test('that bars an event though no rule does is told as the wrong phase, never as taken', () => {
    const shut = Object.assign(Object.create(begun.snapshot), { can: () => false });
    expect(refusalOf({ ...begun, snapshot: shut }, event).map(({ code }) => code)).toEqual(['wrong-phase']);
  });

  test('that XState notes instead of throwing is refused all the same', () => {
    const failing = Object.assign(
      { ...event },
      { type: 'xstate.error.actor.mail', error: new Error('no mail') },
    );
    expect(refusedBy(() => step(begun, failing)).reasons[0]?.en).toBe(
      'Machine error at xstate.error.actor.mail: no mail',
    );
  });

  test('becomes a refusal that names the event, whatever is thrown', () => {
    const failing = (thrown: unknown) =>
      refusedBy(() =>
        guarded(() => {
          throw thrown;
        }, event),
      );
    const refusal = failing(new Error('no facts'));
    expect([refusal.code, refusal.reasons]).toEqual([
      'machine-error',
      [
        {
          code: 'machine-error',
          de: 'Fehler in der Maschine bei conflict.raised: no facts',
          en: 'Machine error at conflict.raised: no facts',
        },
      ],
    ]);
    expect(failing('plain text').reasons[0]?.en).toBe('Machine error at conflict.raised: plain text');
    expect(guarded(() => 7, event)).toBe(7);
  });

  test('is refused before anything has changed', () => {
    const context = {
      policy,
      get facts(): never {
        throw new Error('no facts');
      },
    };
    const broken = { ...begun, snapshot: { ...begun.snapshot, context } } as unknown as Folded;
    const refusal = refusedBy(() => step(broken, event));
    expect(refusal.code).toBe('machine-error');
    expect(refusal.reasons[0]?.en).toBe('Machine error at conflict.raised: no facts');
  });
});
