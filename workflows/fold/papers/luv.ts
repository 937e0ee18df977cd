/** The draft of a report (LuV) to the funder, as data: what the journey tells of its time. It names nobody. Pure. */
import { type Role, type Rung, rungs } from '../../effects/words.ts';
import { catalogue, type EventType, type ReportKind } from '../../journal/events.ts';
import type { Internship } from '../../machine/facts/preparation.ts';
import { type ReportStatus, reportKey } from '../../machine/facts/reports.ts';
import type { Allocation } from '../../machine/facts/support.ts';
import { reportDeadline } from '../../machine/rules/support.ts';
import { addDays, type Day, germanDay } from '../../policy/calendar.ts';
import { contactsIn, lessonsIn, minutesOf, type Sum, sumOf, sumsBy } from './contacts.ts';
import type { Course } from './course.ts';
import type { Pause } from './pauses.ts';
import { clipped, isWithin, type Span, toldIn } from './period.ts';
import {
  type AbsenceSum,
  absencesIn,
  type Goal,
  goalsIn,
  type LearningSupport,
  learningSupportIn,
} from './plan.ts';
import { type ReportName, type ReportPeriod, reportPeriodOf } from './reportPeriod.ts';
import { type Stage, stages } from './stretches.ts';

interface Text {
  readonly de: string;
  readonly en: string;
}

export interface LuvDraft {
  readonly journey: string;
  readonly site?: string;
  readonly caseWorker?: string;
  readonly funder?: string;
  /** Of the contract that runs or last ran. */
  readonly company?: string;
  readonly occupation?: string;
  readonly report: ReportKind;
  readonly year?: number;
  readonly label: Text;
  /** What is known of this report so far. */
  readonly status?: { readonly status: ReportStatus; readonly on: Day };
  readonly period: ReportPeriod;
  readonly madeOn: Day;
  readonly phases: readonly {
    readonly stage: Stage;
    readonly label: Text;
    readonly from: Day;
    readonly to?: Day;
  }[];
  readonly attendance: readonly AbsenceSum[];
  readonly pauses: readonly Pause[];
  readonly goals: readonly Goal[];
  readonly contacts: Sum & { readonly with: readonly (Sum & { readonly of: Role })[] };
  readonly meetings: {
    readonly held: readonly {
      readonly on: Day;
      readonly attended: readonly Role[];
      readonly agreed: readonly string[];
    }[];
    readonly missed: number;
  };
  readonly internships: readonly Internship[];
  readonly milestones: readonly { readonly on: Day; readonly type: EventType; readonly label: Text }[];
  /** How many conflicts came to which rung at most; never about what. */
  readonly conflicts: readonly { readonly rung: Rung; readonly conflicts: number }[];
  readonly hours: {
    readonly per: 'budget' | 'monthly';
    readonly allocations: readonly Allocation[];
    readonly usedMinutes: number;
  };
  readonly learningSupport: readonly LearningSupport[];
}

/**
 * Drafts a report from what the journey tells.
 * @throws Refusal `invalid-field` where there is nothing to report on
 */
export function luvOf(course: Course, name: ReportName): LuvDraft {
  const { folded, live, journey } = course;
  const { facts, policy } = folded.snapshot.context;
  const { report, year } = name;
  const period = reportPeriodOf(folded, name);
  const contacts = contactsIn(live, period);
  const { site, caseWorker, funder, contract, occupation = contract?.occupation } = facts;
  const status = facts.reports[reportKey(report, facts, year)];
  const about = { site, caseWorker, funder, company: contract?.company, occupation, year, status };
  return {
    journey,
    ...(Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined)) as Partial<
      typeof about
    >),
    report,
    label: policy.deadlines[reportDeadline[report]].label,
    period,
    madeOn: germanDay(folded.now),
    phases: phasesIn(course, period),
    attendance: absencesIn(facts.absences, period, facts.federalState),
    pauses: course.pauses.filter(({ from, overOn }) => clipped({ from, to: overOn }, period)),
    goals: goalsIn(live, period),
    contacts: { ...sumOf(contacts), with: sumsBy(contacts, 'with') },
    meetings: meetingsIn(course, period),
    internships: Object.values(facts.internships).filter((one) => clipped(one, period)),
    milestones: milestonesIn(course, period),
    conflicts: conflictsIn(course, period),
    hours: {
      per: policy.limits.supportHours.value,
      allocations: facts.allocations.filter((one) => clipped(one, period)),
      usedMinutes: minutesOf([...contacts, ...lessonsIn(live, period)]),
    },
    learningSupport: learningSupportIn(live, period),
  } as LuvDraft;
}

/** The stages passed in a span, but for those left on the day they began; the day of the end is the last one's own. */
function phasesIn({ stretches }: Course, span: Span): LuvDraft['phases'] {
  return stretches.flatMap(({ stage, from, to }, index) => {
    const isLast = stretches[index + 1]?.stage === 'closed';
    const last = to === undefined || isLast ? to : addDays(to, -1);
    if (!clipped({ from, to: last }, span)) return [];
    const end = last === undefined || last > span.to ? {} : { to: last };
    return [{ stage, label: stages[stage], from, ...end }];
  });
}

const meetingsIn = ({ live }: Course, span: Span): LuvDraft['meetings'] => ({
  held: toldIn(live, 'meeting.held', span).map(({ on, event: { attended, agreed = [] } }) => ({
    on,
    attended,
    agreed,
  })),
  missed: toldIn(live, 'meeting.missed', span).length,
});

/** What happened of contract and exam. */
const milestoneTypes = [
  'occupation.agreed',
  'entryQualification.signed',
  'entryQualification.ended',
  'contract.signed',
  'contract.registered',
  'contract.endChanged',
  'contract.ended',
  'training.started',
  'probation.prolonged',
  'exam.intermediateTaken',
  'exam.registered',
  'exam.admitted',
  'exam.sat',
  'exam.missedByIllness',
  'exam.passed',
  'exam.failed',
  'exam.extensionDemanded',
  'exam.bridged',
  'job.started',
  'job.ended',
] as const satisfies readonly EventType[];

function milestonesIn({ live }: Course, span: Span): LuvDraft['milestones'] {
  return live.flatMap(({ event: { type }, at }) => {
    const on = germanDay(at);
    const counts = (milestoneTypes as readonly EventType[]).includes(type) && isWithin(on, span);
    return counts ? [{ on, type, label: catalogue[type].label }] : [];
  });
}

function conflictsIn({ conflicts }: Course, span: Span): LuvDraft['conflicts'] {
  const met = conflicts.filter(({ from, to }) => clipped({ from, to }, span));
  return rungs.flatMap((rung) => {
    const count = met.filter(({ highest }) => highest === rung).length;
    return count === 0 ? [] : [{ rung, conflicts: count }];
  });
}
