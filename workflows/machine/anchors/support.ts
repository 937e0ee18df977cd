/** From which fact each deadline of plan, people, hours, funding, minors and records is reckoned. Pure. */
import { addDays, type Day, dayBefore } from '../../policy/calendar.ts';
import { monthAfter, monthOf, nextHoursMonth } from '../facts/support.ts';
import type { Facts } from '../facts.ts';
import type { AnchorOf, Anchors } from './anchor.ts';

/** Approvals that run out without another of the same funder that goes on. */
const approvalEnds: AnchorOf = ({ fundings }) => {
  const all = Object.entries(fundings).filter(([, { endedOn }]) => endedOn === undefined);
  return all
    .filter(
      ([, one]) =>
        !all.some(
          ([, next]) => next.funder === one.funder && next.to > one.to && next.from <= addDays(one.to, 1),
        ),
    )
    .map(([entry, { to }]) => ({ from: to, item: Number(entry) }));
};

/** §32(1) JArbSchG: examined within the 14 months before the first employment; missing, it stays due. */
const minorExamination: AnchorOf = ({ contract, contractEndedOn, examinedOn, employedSince }, { limits }) => {
  if (!contract || contractEndedOn !== undefined) return { from: undefined };
  const { start, firstDay = start } = contract;
  const validFrom = dayBefore(employedSince ?? firstDay, limits.examinationValid.value);
  const fresh = examinedOn !== undefined && examinedOn >= validFrom;
  return { from: fresh ? undefined : firstDay };
};

const notReexamined = ({ reexaminedOn, employedSince }: Facts): Day | undefined =>
  reexaminedOn === undefined ? employedSince : undefined;

/** A month's used hours are due on the first of the next. */
const dueAfter = (month: string): Day => `${monthAfter(month)}-01`;
/** A month as a number: 202409. */
const itemOf = (month: string): number => Number(month.replace('-', ''));

export const supportAnchors = {
  goalReview: ({ goals }) =>
    Object.entries(goals).map(([entry, { reviewOn }]) => ({ from: reviewOn, item: Number(entry) })),
  taskDue: ({ tasks }) =>
    Object.entries(tasks).map(([entry, { dueOn }]) => ({ from: dueOn, item: Number(entry) })),
  handoverAnswer: ({ handover }) => ({ from: handover?.since }),
  deputyBegins: ({ deputy }) => ({ from: deputy?.from }),
  deputyEnds: ({ deputy }) => ({ from: deputy?.until }),
  hoursOfferReminder: ({ hoursOffer }) => ({ from: hoursOffer?.since }),
  hoursOfferEscalation: ({ hoursOffer }) => ({ from: hoursOffer?.since }),
  usedHoursDue: (facts) => {
    const month = nextHoursMonth(facts);
    const over = month !== undefined && facts.endedOn !== undefined && month > monthOf(facts.endedOn);
    return month === undefined || over || facts.deceased
      ? []
      : { from: dueAfter(month), item: itemOf(month) };
  },
  usedHoursReport: ({ hoursOpen, deceased }) =>
    (deceased ? [] : hoursOpen).map((month) => ({ from: dueAfter(month), item: itemOf(month) })),
  fundingEnd: approvalEnds,
  fundingOver: approvalEnds,
  minorExamination,
  minorFollowUp: (facts) => ({ from: notReexamined(facts) }),
  minorBan: (facts) => ({ from: notReexamined(facts) }),
  majority: ({ adultOn }) => ({ from: adultOn }),
  recordsErased: ({ endedOn, retentionYears }, { deadlines }) => {
    const { value } = deadlines.recordsErased;
    const years = value && 'years' in value ? value.years : 0;
    return { from: endedOn, period: { years: Math.max(years, retentionYears) } };
  },
} as const satisfies Anchors;
