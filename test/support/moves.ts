/** Journeys that are about to move: one with everything under way, and those of the cohort at any point of their story. */
import { historyOf, type Step } from '../../client/stories.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import type { placesOf } from '../../workflows/fold/view.ts';
import { buildEntry, type Entry } from '../../workflows/journal/entry.ts';
import { type Ledger, open } from '../../workflows/journey/ledger.ts';
import { addDays, type Day, type Instant, noon } from '../../workflows/policy/calendar.ts';
import { newestPolicy } from '../../workflows/policy/policy.ts';
import { instantOf, placesIn, type Row, raised, scheduled, training } from './journal.ts';

export const versions = { machineVersion: 1, policyVersion: newestPolicy } as const;
export const ledgerOf = (journal: readonly Entry[], now: Instant): Ledger =>
  open({ journey: 'p-1', ...versions, journal }, now).ledger;

/** Much at once: a conflict, a meeting to come, a goal, an offer of hours, an absence, a request for lessons. */
export const busy: Row[] = [
  ...training(),
  ['2024-09-02', { type: 'consent.given', to: 'company' }],
  ['2024-09-03', { type: 'goal.set', goal: 'punctuality', reviewOn: '2025-03-01' }],
  ['2024-09-04', { type: 'hours.offered', hours: 60, from: '2024-09-01', to: '2025-08-31' }],
  [
    '2024-09-05',
    { type: 'funding.approved', funder: 'agency-1', share: 100, from: '2024-09-01', to: '2025-08-31' },
  ],
  ['2024-09-30', scheduled('reflection/after-6', '2024-10-14T08:00:00.000Z'), { role: 'system' }],
  ['2024-10-01', raised],
  ['2024-10-02', { type: 'absence.began', reason: 'illness' }],
  ['2024-10-03', { type: 'learningSupport.requested', subject: 'maths' }],
];
export const on = '2024-10-04T12:00:00.000Z';
export const later = '2024-10-05T12:00:00.000Z';

/** The books after every seventh entry of a story, as long as the journey runs. */
export function* pointsOf(story: (start: Day) => Step[]): Generator<{ here: Ledger; now: Instant }> {
  const start = '2024-01-08';
  const end = addDays(start, 900);
  const journal = historyOf(story(start), start, end).map((statement, index) => {
    const stamp = { seq: index + 1, requestId: `r-${index}`, recordedAt: noon(end) };
    const entry = buildEntry(statement, stamp, noon(end));
    return { ...entry, recordedAt: instantOf(entry.effectiveAt ?? end) };
  });
  for (let count = 3; count < journal.length; count += 7) {
    const told = journal.slice(0, count);
    const now = told.reduce((last, { recordedAt }) => (recordedAt > last ? recordedAt : last), '');
    const here = ledgerOf(told, now);
    if (placesIn(here.folded).includes('phase.closed')) return;
    yield { here, now };
  }
}

/** The dates to come. */
export const dates = ({ open: all }: Folded) => all.map(({ key, dueOn, item, at }) => [key, dueOn, item, at]);
/** Handover and deputy end with a move. */
export const others = (places: ReturnType<typeof placesOf>) =>
  places.filter(({ path }) => !/^(assignment|deputy)\./.test(path));
export const notOwn = (rows: ReturnType<typeof dates>) =>
  rows.filter(([key]) => !/^(handover|deputy)/.test(String(key)));
