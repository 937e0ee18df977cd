/** Journals for tests of the pure core: entries from a day and an event, and the refusals they meet. No server, no clock. */
import { expect } from 'vitest';
import { fold } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { newestVersions, rulebookOf } from '../../workflows/fold/rulebook.ts';
import { type Actor, buildEntry, type Entry, type Statement } from '../../workflows/journal/entry.ts';
import { catalogue, type EventOf, type JourneyEvent } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import type { Facts } from '../../workflows/machine/facts.ts';
import { noon } from '../../workflows/policy/calendar.ts';
import type { DeadlineKey, Policy } from '../../workflows/policy/policy.ts';

/** The newest versions of machine and policy. */
export const rulebook = rulebookOf(newestVersions);
export const { policy } = rulebook;

/** What happened, the day or instant it did and, where it matters, who says so. */
export type Row = readonly [when: string, event: JourneyEvent, actor?: Actor | undefined];

/** The instant at which deadlines fire on a day. */
export const morning = (day: string): string => `${day}T05:00:00.000Z`;
export const instantOf = (when: string): string => (when.length === 10 ? noon(when) : when);

/** The statement of an event by somebody who may say it. */
export function saying(event: JourneyEvent, more: Omit<Statement, 'event' | 'actor'> = {}): Statement {
  return { event, actor: { role: catalogue[event.type].roles[0] ?? 'caseWorker' }, ...more };
}

/** A statement that takes an entry back. */
export const taking = (seq: number): Statement => ({
  actor: { role: 'caseWorker' },
  voids: seq,
  reason: 'mistake',
});

/** A journal in which everything was typed when it happened. */
export function journalOf(...rows: readonly Row[]): Entry[] {
  return rows.map(([when, event, actor], index) => {
    const recordedAt = instantOf(when);
    const stamp = { seq: index + 1, requestId: `r-${index + 1}`, recordedAt };
    const said = saying(event, { effectiveAt: when });
    return buildEntry(actor ? { ...said, actor } : said, stamp, recordedAt);
  });
}

/** A journal folded by a policy to a day's noon or an instant. */
export const foldedBy = (by: Policy, until: string, ...rows: readonly Row[]): Folded =>
  fold({ ...rulebook, policy: by }, journalOf(...rows), instantOf(until));

/** A journal folded to a day's noon or an instant. */
export const folded = (until: string, ...rows: readonly Row[]): Folded => foldedBy(policy, until, ...rows);

/** Paths of all active states. */
export const placesIn = ({ visits }: Folded): string[] => Object.keys(visits);

export const factsOf = ({ snapshot }: Folded): Facts => snapshot.context.facts;

/** The dates of a deadline that are still to come, earliest first. */
export const openOn = ({ open }: Folded, key: DeadlineKey): string[] =>
  open.filter((one) => one.key === key).map(({ dueOn }) => dueOn);

/** The dates of a deadline that have fired, in order. */
export const firedOn = ({ fired }: Folded, key: DeadlineKey): string[] =>
  fired.filter((one) => one.key === key).map(({ dueOn }) => dueOn);

/** Runs what must be refused; every reason speaks German and English. */
export function refusedBy(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.reasons).not.toHaveLength(0);
    for (const { code, de, en } of error.reasons) {
      expect(code).not.toBe('');
      expect(de.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(de).not.toBe(en);
      expect(`${de}${en}`).not.toMatch(/undefined|\[object/);
    }
    return error;
  }
  throw new Error('expected a refusal');
}

export const referral = (more: Partial<EventOf<'intake.referred'>> = {}): JourneyEvent => ({
  type: 'intake.referred',
  source: 'funder',
  site: 'site-1',
  federalState: 'BW',
  ...more,
});
export const referred = referral();

export const admitted = (more: Partial<EventOf<'intake.admitted'>> = {}): JourneyEvent => ({
  type: 'intake.admitted',
  caseWorker: 'w-1',
  directStart: false,
  ...more,
});

export const informed = (company = 'c-1'): JourneyEvent => ({ type: 'company.informed', company });

export const signed = (more: Partial<EventOf<'contract.signed'>> = {}): JourneyEvent => ({
  type: 'contract.signed',
  company: 'c-1',
  chamber: 'chamber-1',
  occupation: 'joiner',
  start: '2024-09-01',
  end: '2027-08-31',
  probationMonths: 4,
  withoutInternship: 'existingContract',
  ...more,
});

export const raised: JourneyEvent = { type: 'conflict.raised', between: 'participantAndTrainer' };
export const held: JourneyEvent = { type: 'meeting.held', attended: ['participant', 'caseWorker'] };
export const registeredFor = (sittingOn: string): JourneyEvent => ({ type: 'exam.registered', sittingOn });
export const failed: JourneyEvent = { type: 'exam.failed' };
export const passed: JourneyEvent = { type: 'exam.passed' };
export const leftEarly: JourneyEvent = { type: 'journey.leftEarly', reason: 'moved' };
export const reopened: JourneyEvent = { type: 'journey.reopened', reason: 'returned' };
export const accepted: JourneyEvent = { type: 'hours.accepted' };
export const contractEnded = (more: Partial<EventOf<'contract.ended'>> = {}): JourneyEvent => ({
  type: 'contract.ended',
  by: 'both',
  reason: 'agreement',
  ...more,
});
export const conciliation: JourneyEvent = { type: 'conflict.conciliationRequested', by: 'participant' };
export const proposed = (
  servedOn: string,
  more: Partial<EventOf<'conflict.settlementProposed'>> = {},
): JourneyEvent => ({ type: 'conflict.settlementProposed', servedOn, remediesInstructed: true, ...more });
export const reasonKnown = (more: Partial<EventOf<'termination.reasonKnown'>> = {}): JourneyEvent => ({
  type: 'termination.reasonKnown',
  by: 'company',
  ...more,
});
export const offered = (from: string, to: string, hours = 60): JourneyEvent => ({
  type: 'hours.offered',
  ...{ hours, from, to },
});
export const approved = (
  from: string,
  to: string,
  more: Partial<EventOf<'funding.approved'>> = {},
): JourneyEvent => ({ type: 'funding.approved', funder: 'agency-1', share: 100, from, to, ...more });
export const submitted = (report: EventOf<'report.submitted'>['report'], year?: number): JourneyEvent => ({
  type: 'report.submitted',
  report,
  ...(year === undefined ? {} : { year }),
});
export const scheduled = (meeting: string, startsAt: string, rev = 1): JourneyEvent => ({
  type: 'meeting.scheduled',
  meeting,
  rev,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
});

/** Referred and admitted on one day. */
export const entered = (day: string, more: Partial<EventOf<'intake.admitted'>> = {}): Row[] => [
  [day, referred],
  [day, admitted(more)],
];

/** Directly into training on the contract's first day, which was a Sunday; no later entries. */
export const training = (
  contract: Partial<EventOf<'contract.signed'>> = {},
  person: Partial<EventOf<'intake.referred'>> = {},
): Row[] => {
  const start = contract.start ?? '2024-09-01';
  return [
    [start, referral(person)],
    [start, admitted({ directStart: true, ...(person.adultOn ? { guardiansToo: true } : {}) })],
    [start, informed()],
    [start, signed({ start, ...(person.adultOn ? { guardiansSigned: true } : {}), ...contract })],
    [start, { type: 'contract.registered' }],
    [start, { type: 'training.started' }],
  ];
};
