/** What events add to what is known of referral, admission, need, end. */
import type { ReportFacts } from '../facts/reports.ts';
import { monthsBetween } from '../facts/support.ts';
import type { Changes } from './change.ts';

const without = (reports: ReportFacts['reports'], key: string): ReportFacts['reports'] =>
  Object.fromEntries(Object.entries(reports).filter(([known]) => known !== key));

export const journeyChanges = {
  'intake.referred': (_, { site, federalState, funder, caseWorker, adultOn, day }) => ({
    site,
    federalState,
    funder,
    caseWorker,
    adultOn,
    referredOn: day,
    intakeSince: day,
  }),
  'intake.eligibilityAssessed': (_, { eligible, barriers }) => ({ eligible, barriers }),
  'intake.admitted': (_, event) => {
    const { caseWorker, directStart, preparationMonths, weeklyHours, partTime = false, day, entry } = event;
    const enteredOn = event.entryOn ?? day;
    return {
      caseWorker,
      directStart,
      preparationMonths,
      weeklyHours,
      partTime,
      enteredOn,
      preparationSince: directStart ? undefined : enteredOn,
      cadenceSince: enteredOn,
      cycle: entry,
    };
  },
  'intensity.set': ({ needs }, { participant, company = needs.company }) => ({
    needs: { participant, company },
  }),
  'job.started': (_, { firstDay, day }) => ({ jobSince: firstDay ?? day }),
  'job.ended': () => ({ jobSince: undefined }),
  // Handover and deputy were the former provider's own.
  'journey.received': (_, { site, federalState, caseWorker }) => ({
    site,
    federalState,
    caseWorker,
    handover: undefined,
    deputy: undefined,
  }),
  'journey.deceased': () => ({ deceased: true, earlyEnds: {} }),
  'journey.reopened': (facts, { day }) => {
    const {
      intakeSince,
      enteredOn,
      endedOn = day,
      closedMonths,
      reports,
      trainingSince,
      trainingEndedOn,
    } = facts;
    const final = trainingSince === undefined ? 'preparationFinal' : 'trainingFinal';
    return {
      endedOn: undefined,
      deceased: false,
      intakeSince: enteredOn === undefined ? day : intakeSince,
      // No hours were used while it was closed, and there will be another end to report.
      closedMonths: [...closedMonths, ...monthsBetween(endedOn, day)],
      reports: trainingEndedOn === undefined ? without(reports, final) : reports,
    };
  },
} as const satisfies Changes;
