/** For every type of event one or a few payloads that satisfy its rules wherever they can be satisfied. Pure. */
import {
  consentParties,
  type EventOf,
  type EventType,
  type JourneyEvent,
} from '../../workflows/journal/events.ts';
import type { Facts } from '../../workflows/machine/facts.ts';
import { meetingKey } from '../../workflows/machine/requests/meetings.ts';
import { addDays, type Day, germanDay, type Instant, lastDayWith } from '../../workflows/policy/calendar.ts';

/** What shapes a payload: when it is told, and what is known by then. */
interface Moment {
  readonly at: Instant;
  readonly day: Day;
  readonly facts: Facts;
}
type Payloads<T extends EventType> = (moment: Moment) => readonly Omit<EventOf<T>, 'type'>[];

const plain = () => [{}];
const inHours = (at: Instant, hours: number): Instant =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString();
/** The number of the newest of several things; 1 where there is none. */
const newest = (items: object): number => Number(Object.keys(items).at(-1) ?? 1);
const internship = ({ facts }: Moment) => ({ internship: newest(facts.internships) });
const task = ({ facts }: Moment) => [{ task: newest(facts.tasks) }];
const help = ({ facts }: Moment) => [{ help: newest(facts.help) }];
const reports = () => [{ report: 'preparationStart' } as const, { report: 'trainingYear', year: 1 } as const];

const payloads: { readonly [T in EventType]: Payloads<T> } = {
  'intake.referred': ({ day }) => {
    const referral = { source: 'funder', site: 'site-1', federalState: 'BW' } as const;
    return [referral, { ...referral, caseWorker: 'w-1', adultOn: addDays(day, 1000) }];
  },
  'intake.eligibilityAssessed': () => [{ eligible: true, barriers: ['language'] }],
  'intake.admitted': () => [
    { caseWorker: 'w-1', directStart: false, guardiansToo: true },
    { caseWorker: 'w-1', directStart: true, guardiansToo: true },
  ],
  'intake.referredElsewhere': () => [{ to: 'bvb', reason: 'needsOther' }],
  'intake.declined': () => [{ reason: 'noNeed' }],
  'intensity.set': () => [{ participant: 'high' }],
  'preparation.partRecorded': () => [{ part: 'childcare', status: 'done' }],
  'preparation.extended': () => [{ months: 2 }],
  'occupation.agreed': () => [{ occupation: 'joiner' }],
  'internship.planned': ({ day }) => [{ company: 'c-1', from: day, to: addDays(day, 10) }],
  'internship.started': (moment) => [internship(moment)],
  'internship.reviewed': (moment) => [{ ...internship(moment), fit: true }],
  'internship.brokenOff': (moment) => [{ ...internship(moment), reason: 'other' }],
  'placement.started': plain,
  'placement.offered': () => [{ company: 'c-1' }],
  'placement.offerDeclined': () => [{ by: 'company' }],
  'company.informed': () => [{ company: 'c-1' }, { company: 'c-2' }],
  'entryQualification.signed': ({ day }) => [{ company: 'c-1', start: day, end: addDays(day, 180) }],
  'entryQualification.ended': () => [{ result: 'completed' }],
  'contract.signed': ({ day }) => [
    {
      ...{ company: 'c-1', chamber: 'chamber-1', occupation: 'joiner', probationMonths: 2 },
      ...{
        start: day,
        end: addDays(day, 3 * 365),
        withoutInternship: 'existingContract',
        guardiansSigned: true,
      },
    },
  ],
  'contract.registered': plain,
  'contract.endChanged': ({ day }) => [{ newEnd: addDays(day, 4 * 365) }],
  'contract.ended': () => [{ by: 'both', reason: 'agreement' }],
  'training.started': plain,
  'school.timesSet': () => [{ weekdays: ['monday'], blocks: [] }],
  'probation.prolonged': ({ day, facts: { contract, federalState } }) => {
    const { firstDay = day, probationMonths: months = 1 } = contract ?? {};
    return [{ until: addDays(lastDayWith(firstDay, { months }, federalState), 1) }];
  },
  'leave.started': ({ day }) => [{ until: addDays(day, 100) }],
  'leave.changed': ({ day }) => [{ until: addDays(day, 200) }],
  'training.interrupted': () => [{ reason: 'illness' }],
  'training.resumed': plain,
  'exam.intermediateTaken': () => [{ part: 'intermediate' }],
  'exam.registered': ({ day }) => [{ sittingOn: day }],
  'exam.admitted': () => [{ disadvantageCompensation: false }],
  'exam.sat': plain,
  'exam.missedByIllness': plain,
  'exam.bridged': ({ day }) => [{ until: addDays(day, 30) }],
  'exam.passed': plain,
  'exam.failed': plain,
  'exam.extensionDemanded': ({ day, facts }) => [{ newEnd: addDays(facts.contract?.end ?? day, 90) }],
  'job.started': plain,
  'job.ended': plain,
  'followUp.ended': plain,
  'journey.leftEarly': () => [{ reason: 'moved' }],
  'journey.transferred': () => [{ to: 'provider-2' }],
  'journey.received': () => [{ from: 'provider-1', site: 'site-2', federalState: 'BY', caseWorker: 'w-4' }],
  'journey.deceased': plain,
  'journey.reopened': () => [{ reason: 'returned' }],
  'effect.stuck': () => [{ effect: 'reflection/after-2', rev: 1 }],
  'meeting.scheduled': ({ at, facts }) => [
    { meeting: meetingKey(facts), rev: 1, startsAt: inHours(at, 1), endsAt: inHours(at, 2) },
  ],
  'meeting.replied': () => [
    { by: 'participant', reply: 'coming' },
    { by: 'participant', reply: 'callMe' },
  ],
  'meeting.moved': ({ at }) => [{ startsAt: inHours(at, 2) }],
  'meeting.held': () => [{ attended: ['participant', 'caseWorker'] }],
  'meeting.missed': () => [{ missing: ['participant'] }],
  'meeting.cancelled': plain,
  'conflict.raised': () => [{ between: 'participantAndTrainer' }],
  'conflict.mediated': plain,
  'conflict.adviserCalled': () => [{ participantAgreed: true }],
  'conflict.conciliationRequested': () => [{ by: 'participant' }],
  'conflict.conciliationEnded': plain,
  'conflict.settlementProposed': ({ day }) => [{ servedOn: day, remediesInstructed: true }],
  'conflict.settlementAnswered': () => [
    { by: 'participant', accepted: true },
    { by: 'company', accepted: true },
    { by: 'company', accepted: false },
  ],
  'conflict.actionFiled': () => [{ by: 'participant' }],
  'conflict.deescalated': () => [{ to: 'talk' }, { to: 'mediation' }],
  'conflict.resolved': plain,
  'termination.reasonKnown': () => [{ by: 'company' }],
  'termination.dropped': plain,
  'termination.received': () => [{ by: 'company' }, { by: 'participant' }],
  'termination.givingUp': plain,
  'termination.settled': ({ facts }) => [
    { how: 'accepted' },
    { how: 'withdrawn', termination: newest(facts.dismissals) },
  ],
  'goal.set': ({ day }) => [{ goal: 'punctuality', reviewOn: addDays(day, 30) }],
  'goal.reviewed': ({ facts }) => [{ goal: newest(facts.goals), result: 'reached' }],
  'contact.recorded': () => [{ with: 'trainer', how: 'phone', minutes: 10, reached: true }],
  'task.set': ({ day }) => [{ task: 'call-school', dueOn: addDays(day, 7) }],
  'task.done': task,
  'task.dropped': task,
  'absence.began': () => [{ reason: 'illness' }],
  'absence.ended': plain,
  'help.asked': () => [{ topic: 'school', for: 'participant' }],
  'help.started': help,
  'help.ended': help,
  'hours.offered': ({ day }) => [{ hours: 20, from: addDays(day, -60), to: addDays(day, 60) }],
  'hours.accepted': plain,
  'hours.countered': () => [{ hours: 10 }],
  'hours.answered': () => [{ agreed: true }, { agreed: false, hours: 15 }],
  'hours.reported': ({ day, facts }) => [{ month: facts.hoursOpen[0] ?? addDays(day, -40).slice(0, 7) }],
  'learningSupport.requested': () => [{ subject: 'maths' }],
  'learningSupport.started': () => [{ supporter: 's-1' }],
  'learningSupport.sessionHeld': () => [{ minutes: 90 }],
  'learningSupport.ended': plain,
  'report.drafted': reports,
  'report.submitted': reports,
  'report.corrected': reports,
  'funding.approved': ({ day }) => [{ funder: 'agency-1', share: 50, from: day, to: addDays(day, 100) }],
  'funding.ended': ({ facts }) => [{ funding: newest(facts.fundings) }],
  'handover.proposed': () => [{ to: 'w-2' }],
  'handover.approved': plain,
  'handover.accepted': plain,
  'handover.declined': plain,
  'handover.withdrawn': plain,
  'deputy.appointed': ({ day }) => [{ deputy: 'w-3', from: addDays(day, 5), until: addDays(day, 20) }],
  'deputy.ended': plain,
  'consent.given': () => consentParties.map((to) => ({ to, guardiansToo: true })),
  'consent.withdrawn': () => consentParties.map((to) => ({ to })),
  'minor.examined': ({ day }) => [{ on: day }],
  'minor.reexamined': ({ day }) => [{ on: day }],
  'legalHold.placed': plain,
  'legalHold.released': plain,
};

/** Events of a type as somebody might tell them at an instant. */
export function eventsOf(type: EventType, at: Instant, facts: Facts): JourneyEvent[] {
  const told = payloads[type]({ at, day: germanDay(at), facts });
  return told.map((payload) => ({ type, ...payload }) as JourneyEvent);
}
