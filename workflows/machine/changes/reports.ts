/** What events add to what is known of reports (LuV) and funding. */
import type { EventOf } from '../../journal/events.ts';
import type { Day } from '../../policy/calendar.ts';
import { type ReportStatus, reportKey } from '../facts/reports.ts';
import type { Change, Changes } from './change.ts';

type ReportEvent = Pick<EventOf<'report.drafted'>, 'report' | 'year'> & { day: Day };

const report =
  (status: ReportStatus): Change<ReportEvent> =>
  (facts, { report: kind, year, day }) => ({
    reports: { ...facts.reports, [reportKey(kind, facts, year)]: { status, on: day } },
  });

export const reportChanges = {
  'report.drafted': report('drafted'),
  'report.submitted': report('submitted'),
  'report.corrected': report('corrected'),
  'funding.approved': ({ fundings, retentionYears }, event) => {
    const { entry, funder, share, from, to } = event;
    return {
      fundings: { ...fundings, [entry]: { funder, share, from, to } },
      retentionYears: Math.max(retentionYears, event.retentionYears ?? 0),
    };
  },
  'legalHold.placed': () => ({ legalHold: true }),
  'legalHold.released': () => ({ legalHold: false }),
  'funding.ended': ({ fundings }, { funding: seq, day }) => {
    const known = fundings[seq];
    return known ? { fundings: { ...fundings, [seq]: { ...known, endedOn: day } } } : {};
  },
} as const satisfies Changes;
