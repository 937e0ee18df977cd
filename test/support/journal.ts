/** Journals for tests of the pure core: entries from a day and an event, and the refusals they meet. No server, no clock. */
import { expect } from 'vitest';
import { fold } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { buildEntry, type Entry, type Statement } from '../../workflows/journal/entry.ts';
import { catalogue, type EventOf, type JourneyEvent } from '../../workflows/journal/events.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { noon } from '../../workflows/policy/calendar.ts';
import { newestPolicy, policies } from '../../workflows/policy/policy.ts';

export const policy = policies[newestPolicy];

/** What happened, and the day or instant it did. */
export type Row = readonly [when: string, event: JourneyEvent];

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
  return rows.map(([when, event], index) => {
    const recordedAt = instantOf(when);
    const stamp = { seq: index + 1, requestId: `r-${index + 1}`, recordedAt };
    return buildEntry(saying(event, { effectiveAt: when }), stamp, recordedAt);
  });
}

/** A journal folded to a day's noon or an instant. */
export const folded = (until: string, ...rows: readonly Row[]): Folded =>
  fold(policy, journalOf(...rows), instantOf(until));

/** Paths of all active states. */
export const placesIn = ({ visits }: Folded): string[] => Object.keys(visits);

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

export const referred: JourneyEvent = {
  type: 'intake.referred',
  source: 'funder',
  site: 'site-1',
  federalState: 'BW',
};

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
export const scheduled = (meeting: string, startsAt: string, rev = 1): JourneyEvent => ({
  type: 'meeting.scheduled',
  meeting,
  rev,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
});

/** Directly into training on the contract's first day, which was a Sunday; no later entries. */
export const training = (contract: Partial<EventOf<'contract.signed'>> = {}): Row[] => {
  const start = contract.start ?? '2024-09-01';
  return [
    [start, referred],
    [start, admitted({ directStart: true })],
    [start, informed()],
    [start, signed({ start, ...contract })],
    [start, { type: 'contract.registered' }],
    [start, { type: 'training.started' }],
  ];
};
