/** Orders and people that tests of activities share. Every name here is invented. */

import type { Board } from '../../activities/index.ts';
import type { Roster } from '../../activities/store/people.ts';
import type { EffectParams, Order } from '../../workflows/effects/effects.ts';
import type { Role } from '../../workflows/effects/words.ts';

const everybody = ['participant', 'caseWorker', 'trainer', 'teamLead'] as const satisfies readonly Role[];

/** The lists of a board on which nothing stands. */
export const emptyBoard: Board = { deadlines: [], notices: [], stuck: [] };

/** Somebody for each role of a journey; the team lead belongs to its site. */
export function rosterOf(journey: string, without: readonly Role[] = []): Roster {
  const roles = everybody.filter((role) => !without.includes(role));
  const person = (role: Role): string => (role === 'teamLead' ? 'lead-1' : `${journey}-${role}`);
  return {
    people: roles.map((role) => ({
      id: person(role),
      name: `Vorname Nachname-${role}`,
      email: `${person(role)}@example.org`.toLowerCase(),
    })),
    involvements: roles.map((role) =>
      role === 'teamLead'
        ? { scope: 'site', scopeId: 'site-1', role, personId: person(role) }
        : { scope: 'journey', scopeId: journey, role, personId: person(role) },
    ),
  };
}

type Changes<K extends keyof EffectParams> = Partial<Omit<Order<K>, 'params' | 'kind'>> & {
  params?: Partial<EffectParams[K]>;
};

/** A meeting due on Thursday, 1 January 2026 in Baden-Württemberg, ordered a month ahead. */
export function meetingOrder(
  journey: string,
  changes: Changes<'reflectionMeeting'> = {},
): Order<'reflectionMeeting'> {
  const { params, ...rest } = changes;
  return {
    ...base(journey, 'reflection/after-3'),
    kind: 'reflectionMeeting',
    params: {
      dueOn: '2026-01-01',
      noticeDays: 7,
      federalState: 'BW',
      attendees: ['participant', 'caseWorker', 'trainer'],
      ...params,
    },
    ...rest,
  };
}

/** A reminder to the case worker and the team lead. */
export function reminderOrder(journey: string, changes: Changes<'reminder'> = {}): Order<'reminder'> {
  const { params, ...rest } = changes;
  return {
    ...base(journey, 'reminder/intakeDecision/1'),
    kind: 'reminder',
    params: { topic: 'intakeDecision', to: ['caseWorker', 'teamLead'], dueOn: '2025-11-28', ...params },
    ...rest,
  };
}

/** A conflict that has come to mediation. */
export function conflictOrder(
  journey: string,
  changes: Changes<'conflictEscalation'> = {},
): Order<'conflictEscalation'> {
  const { params, ...rest } = changes;
  return {
    ...base(journey, 'conflict/17/mediation'),
    kind: 'conflictEscalation',
    params: {
      conflict: 17,
      ordinal: 2,
      rung: 'mediation',
      to: ['caseWorker', 'trainer'],
      respondBy: '2025-12-15',
      ...params,
    },
    ...rest,
  };
}

function base(journey: string, key: string) {
  return {
    journey,
    site: 'site-1',
    key,
    rev: 1,
    op: 'make',
    at: '2025-12-01T05:00:00.000Z',
    now: '2025-12-01T05:00:00.000Z',
    late: false,
  } as const;
}
