/** The milestones of a journey: what has been reached when, and what is expected when. Pure. */
import { dateOf } from '../machine/deadlines.ts';
import { examBy } from '../machine/facts/training.ts';
import type { Facts } from '../machine/facts.ts';
import type { Day } from '../policy/calendar.ts';
import type { Policy } from '../policy/policy.ts';

export interface Milestone {
  key: string;
  label: { de: string; en: string };
  reachedOn?: Day;
  /** When it should come about, as far as known; absent once reached. */
  expectedOn?: Day;
}

interface Row {
  readonly de: string;
  readonly en: string;
  readonly reached: (facts: Facts, policy: Policy) => Day | undefined;
  readonly expected?: (facts: Facts, policy: Policy) => Day | undefined;
}

const earliest = (days: readonly Day[]): Day | undefined => [...days].sort()[0];

const reviewedInternships = ({ internships }: Facts): Day[] =>
  Object.values(internships).flatMap(({ reviewedOn }) => reviewedOn ?? []);

const openInternships = ({ internships }: Facts): Day[] =>
  Object.values(internships).flatMap(({ status, to }) => (status === 'brokenOff' ? [] : [to]));

const rows = {
  referral: { de: 'Zugang', en: 'Referral', reached: ({ referredOn }) => referredOn },
  admission: {
    de: 'Aufnahme',
    en: 'Admission',
    reached: ({ enteredOn }) => enteredOn,
    expected: (facts, policy) => dateOf('intakeDecision', facts, policy),
  },
  internship: {
    de: 'Praktikum',
    en: 'Internship',
    reached: (facts) => earliest(reviewedInternships(facts)),
    expected: (facts) => earliest(openInternships(facts)),
  },
  contract: {
    de: 'Ausbildungsvertrag',
    en: 'Training contract',
    reached: ({ contract }) => contract?.signedOn,
    expected: (facts, policy) => dateOf('preparationEnd', facts, policy),
  },
  firstDay: {
    de: 'Ausbildungsbeginn',
    en: 'First day of training',
    reached: ({ employedSince }) => employedSince,
    expected: ({ contract }) => contract?.start,
  },
  probation: {
    de: 'Probezeit bestanden',
    en: 'Probation passed',
    reached: ({ probationPassedOn }) => probationPassedOn,
    expected: (facts, policy) => dateOf('probationEnd', facts, policy),
  },
  intermediateExam: {
    de: 'Zwischenprüfung oder Teil 1',
    en: 'Intermediate exam or part 1',
    reached: ({ intermediateOn }) => intermediateOn,
  },
  exam: {
    de: 'Abschlussprüfung bestanden',
    en: 'Final exam passed',
    reached: ({ trainingEndedOn }) => trainingEndedOn,
    expected: (facts) => facts.sittingOn ?? examBy(facts),
  },
  job: { de: 'In Arbeit', en: 'In a job', reached: ({ jobSince }) => jobSince },
  end: { de: 'Ende der Begleitung', en: 'End of the journey', reached: ({ endedOn }) => endedOn },
} as const satisfies Record<string, Row>;

export type MilestoneKey = keyof typeof rows;
export const milestoneKeys = Object.keys(rows) as MilestoneKey[];

/** All milestones in their order. */
export function milestonesOf(facts: Facts, policy: Policy): Milestone[] {
  return milestoneKeys.map((key) => {
    const { de, en, reached, expected }: Row = rows[key];
    const reachedOn = reached(facts, policy);
    if (reachedOn !== undefined) return { key, label: { de, en }, reachedOn };
    const expectedOn = facts.endedOn === undefined ? expected?.(facts, policy) : undefined;
    return { key, label: { de, en }, ...(expectedOn === undefined ? {} : { expectedOn }) };
  });
}
