/** From which fact each deadline is reckoned. How long it takes is the policy's row; together they give its date. Pure. */
import {
  addDays,
  type Day,
  dayBefore,
  earlier,
  extended,
  germanDay,
  type Instant,
  lastDayAfter,
  lastDayWith,
  orNextWorkingDay,
  type Period,
  periodEndInstant,
  reminderInstant,
} from '../policy/calendar.ts';
import type { DeadlineKey, Policy } from '../policy/policy.ts';
import type { Facts } from './facts.ts';

/** What a deadline hangs on; without `from` there is none yet. */
interface Anchor {
  readonly from: Day | undefined;
  /** Stands in for the policy row's own value. */
  readonly period?: Period | undefined;
  /** Lengthens the period, reckoned from the day after its end (§190 BGB). */
  readonly extension?: Period | undefined;
  /** The date is this day at the latest. */
  readonly notAfter?: Day | undefined;
}

const cadenceRow = {
  preparation: {
    low: 'reflectionPreparation',
    medium: 'reflectionPreparation',
    high: 'reflectionPreparationHigh',
  },
  probation: { low: 'reflectionProbation', medium: 'reflectionProbation', high: 'reflectionProbationHigh' },
  established: {
    low: 'reflectionEstablished',
    medium: 'reflectionEstablished',
    high: 'reflectionEstablishedHigh',
  },
} as const satisfies Record<Facts['stage'], Record<Facts['intensity'], keyof Policy['limits']>>;

const meetingDay = ({ meeting }: Facts): Day | undefined => meeting && germanDay(meeting.startsAt);

const anchors: { readonly [K in DeadlineKey]: (facts: Facts, policy: Policy) => Anchor } = {
  intakeDecision: (facts) => ({ from: facts.referredOn }),
  intakeEscalation: (facts, policy) => ({ from: dateOf('intakeDecision', facts, policy) }),
  preparationEnd: ({ enteredOn, extensionMonths }) => ({
    from: enteredOn,
    extension: extensionMonths === undefined ? undefined : { months: extensionMonths },
  }),
  preparationEndNear: (facts, policy) => ({ from: dateOf('preparationEnd', facts, policy) }),
  companyInformed: ({ enteredOn }) => ({ from: enteredOn }),
  contractRegistration: ({ contract }) => ({ from: contract?.signedOn }),
  contractRegistrationEscalation: ({ contract }) => ({
    from: contract?.signedOn,
    notAfter: contract && addDays(contract.start, -1),
  }),
  firstDayConfirmation: ({ contract }) => ({ from: contract?.start }),
  probationEnd: ({ contract }) => ({
    from: contract?.firstDay,
    period: contract && { months: contract.probationMonths },
  }),
  probationReview: (facts, policy) => ({ from: dateOf('probationEnd', facts, policy) }),
  betweenContractsReminder: ({ contractEndedOn }) => ({ from: contractEndedOn }),
  betweenContractsEscalation: ({ contractEndedOn }) => ({ from: contractEndedOn }),
  examRegistrationReminder: ({ contract }) => ({ from: contract?.end }),
  examRegistrationEscalation: ({ contract }) => ({ from: contract?.end }),
  contractEnd: ({ contract }) => ({ from: contract?.end }),
  extensionDemand: ({ contract }) => ({ from: contract?.end }),
  longestExtension: ({ contract, examsFailed }) => ({
    from: examsFailed > 0 ? contract?.originalEnd : undefined,
  }),
  followUpAfterJob: ({ jobSince }) => ({ from: jobSince }),
  followUpAfterTraining: ({ trainingEndedOn }) => ({ from: trainingEndedOn }),
  reflectionDue: ({ lastMeetingOn, cadenceSince, stage, intensity }, { limits }) => ({
    from: lastMeetingOn ?? cadenceSince,
    period: limits[cadenceRow[stage][intensity]].value,
  }),
  meetingRecord: (facts) => ({ from: meetingDay(facts) }),
  meetingUnrecorded: (facts) => ({ from: meetingDay(facts) }),
  conflictTalk: ({ conflict }) => ({ from: conflict?.rungSince }),
  conflictMediation: ({ conflict }) => ({ from: conflict?.alerts === 0 ? conflict.rungSince : undefined }),
  conflictAlert: ({ conflict }) => ({
    // Mediation has its own fortnight before the first alert.
    from: conflict?.alertedOn ?? (conflict?.rung === 'mediation' ? undefined : conflict?.rungSince),
  }),
};

/**
 * The date of a deadline: a reminder's day, or the last day that still counts. `undefined` while the fact it hangs on is
 * unknown. Reckoned by §§186–193 BGB from days, never from when somebody typed them.
 */
export function dateOf(key: DeadlineKey, facts: Facts, policy: Policy): Day | undefined {
  const row = policy.deadlines[key];
  const { from, extension, notAfter, period = periodOf(row.value) } = anchors[key](facts, policy);
  if (from === undefined) return undefined;
  const place = facts.federalState;
  const date = (() => {
    if (!period || row.reckon === 'on') return from;
    if (row.reckon === 'before') return dayBefore(from, period);
    return row.reckon === 'with' ? lastDayWith(from, period, place) : lastDayAfter(from, period, place);
  })();
  const lengthened = extension ? extended(date, extension, place) : date;
  const limited = notAfter === undefined ? lengthened : earlier(lengthened, notAfter);
  return row.holidays === 'none' ? limited : orNextWorkingDay(limited, place);
}

const periodOf = (value: Period | number | null): Period | undefined =>
  typeof value === 'object' && value !== null ? value : undefined;

/** When a deadline fires: reminders on their date, periods the morning after their last day; 05:00 UTC. */
export function dueInstant(key: DeadlineKey, date: Day, policy: Policy): Instant {
  return policy.deadlines[key].kind === 'remind' ? reminderInstant(date) : periodEndInstant(date);
}
