/** What is known of reports (LuV), funding and the keeping of records. */
import type { ReportKind } from '../../journal/events.ts';
import type { Day } from '../../policy/calendar.ts';
import type { TrainingFacts } from './training.ts';

export interface Funding {
  readonly funder: string;
  /** Percent of the cost. */
  readonly share: number;
  readonly from: Day;
  readonly to: Day;
  readonly endedOn?: Day;
}

export type ReportStatus = 'drafted' | 'submitted' | 'corrected';

export interface ReportFacts {
  /** By `reportKey`. */
  readonly reports: { readonly [key: string]: { readonly status: ReportStatus; readonly on: Day } };
  /** Approvals by root `seq` of the entry that told of them. */
  readonly fundings: { readonly [entry: string]: Funding };
  /** The longest time a funder wants the records kept. */
  readonly retentionYears: number;
  /** Nothing is erased while this holds. */
  readonly legalHold: boolean;
}

export const noReports: ReportFacts = { reports: {}, fundings: {}, retentionYears: 0, legalHold: false };

/** Names a report: those that hang on a contract come again with the next one, those of a year every year. */
export function reportKey(kind: ReportKind, { contract }: Pick<TrainingFacts, 'contract'>, year = 1): string {
  if (kind === 'probation') return `probation/${contract?.entry ?? 0}`;
  return kind === 'trainingYear' ? `trainingYear/${contract?.entry ?? 0}/${year}` : kind;
}

/** Whether a report has gone to the funder. */
export function isSubmitted(kind: ReportKind, facts: ReportFacts & TrainingFacts, year?: number): boolean {
  const status = facts.reports[reportKey(kind, facts, year)]?.status;
  return status === 'submitted' || status === 'corrected';
}
