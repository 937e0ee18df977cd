/** What the machine asks to exist in the world: the effects of its transitions, as data. Pure. */
import type { EffectRequest, Withdrawal } from '../effects/effects.ts';
import { consentNeeded, type NewsTopic, type Reply, type Role, type Rung } from '../effects/words.ts';
import { type Day, germanDay } from '../policy/calendar.ts';
import type { DeadlineKey, Policy } from '../policy/policy.ts';
import { dateOf, datesOf } from './deadlines.ts';
import { isEntryEvent, type MachineEvent } from './event.ts';
import { presentWorker } from './facts/people.ts';
import type { Facts } from './facts.ts';
import { both, lead, type NoticeKey, noticeOf, worker } from './notices.ts';

/** What the machine knows when it transitions. */
export interface Situation<E = MachineEvent> {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly event: E;
}

/** What a transition asks for: nothing, one thing or several. */
export type Wish = EffectRequest | Withdrawal | readonly (EffectRequest | Withdrawal)[] | undefined;
export type Make = (situation: Situation) => Wish;

/** The notice that belongs to a deadline which has fired. */
export function notice({ facts, policy, event }: Situation): EffectRequest | undefined {
  if (isEntryEvent(event)) return undefined;
  const key = event.type.slice('deadline.'.length) as DeadlineKey;
  const spec = noticeOf(key);
  if (!spec) return undefined;
  const { item } = event;
  const spokenOf = spec.speaksOf && datesOf(spec.speaksOf, facts, policy);
  const dueOn = spokenOf?.findLast((dated) => dated.item === item)?.date ?? event.dueOn;
  return {
    key: item === undefined ? `reminder/${key}/${event.entry}` : `reminder/${key}/${item}/${dueOn}`,
    kind: 'reminder',
    params: { topic: key as NoticeKey, to: spec.to, dueOn, ...(item === undefined ? {} : { item }) },
    speaksFor: spec.speaksFor ?? event.state,
  };
}

/** Tells of something an entry brought about, and of the last day that hangs on it. */
const news =
  (topic: NewsTopic, to: readonly Role[], speaksFor: string, deadline?: DeadlineKey): Make =>
  ({ facts, policy, event }) => {
    const dates = deadline ? datesOf(deadline, facts, policy) : [];
    const own = dates.find(({ item }) => item === undefined || item === event.entry);
    return {
      key: `reminder/${topic}/${event.entry}`,
      kind: 'reminder',
      params: { topic, to, dueOn: own?.date ?? event.day },
      speaksFor,
    };
  };

export const terminationPossible = news('terminationPossible', both, 'termination', 'terminationNotice');
export const terminationReceived = news('terminationReceived', both, 'termination', 'terminationAction');
export const trainingGivenUp = news('trainingGivenUp', both, 'termination', 'givingUpNotice');
const damagesNews = news('damagesPossible', both, 'damages.running', 'damagesClaim');
/** Tells of damages where the contract that has ended leaves some to claim. */
export const damagesPossible: Make = (situation) =>
  Object.hasOwn(situation.facts.earlyEnds, situation.event.entry) ? damagesNews(situation) : undefined;
export const settlementProposed = news(
  'settlementProposed',
  both,
  'conflict.open.conciliation',
  'settlementAcceptance',
);
export const handoverToApprove = news(
  'handoverToApprove',
  lead,
  'assignment.handover.unapproved',
  'handoverAnswer',
);
export const handoverDeclined = news('handoverDeclined', both, 'assignment');

const replyTopics = {
  notComing: 'meetingDeclined',
  late: 'meetingLate',
  callMe: 'callWanted',
} as const satisfies { readonly [R in Reply]?: NewsTopic };

/** Tells the case worker of an answer that asks for something. */
export function meetingReply(situation: Situation): Wish {
  const { event, facts } = situation;
  if (event.type !== 'meeting.replied' || event.reply === 'coming') return undefined;
  const topic = replyTopics[event.reply];
  return {
    key: `reminder/${topic}/${event.entry}`,
    kind: 'reminder',
    params: {
      topic,
      to: worker,
      dueOn: facts.meeting ? germanDay(facts.meeting.startsAt) : event.day,
      from: event.by,
    },
    speaksFor: 'reflection.scheduled',
  };
}

/** Tells those who run the software of an effect that activities fail to carry out. */
export const effectStuck = news('effectStuck', ['ops'], 'operation.running');

/** Asks somebody with room for it to give lessons. */
export function learningSupportRequest({ facts, event }: Situation): Wish {
  if (!facts.learningSupport) return undefined;
  const { subject } = facts.learningSupport;
  return {
    key: `learningSupport/${event.entry}`,
    kind: 'learningSupport',
    params: { subject, dueOn: event.day },
    speaksFor: 'learningSupport.requested',
  };
}

/** What the company that offers a place, or has signed a contract already, should know before training starts. */
const information =
  (companyIn: (facts: Facts) => string | undefined): Make =>
  ({ facts, event }) => {
    const company = companyIn(facts);
    if (company === undefined || Object.hasOwn(facts.informed, company)) return undefined;
    return {
      key: `informationPackage/${event.entry}`,
      kind: 'informationPackage',
      params: { company, dueOn: event.day },
      speaksFor: 'phase.accompanied',
    };
  };

export const offerInformation = information(({ offer }) => offer);
export const contractInformation = information(({ contract }) => contract?.company);

/** Asks the one who is to take over. */
export function handoverToAnswer({ facts, policy, event }: Situation): Wish {
  const to = facts.handover?.to;
  if (to === undefined) return undefined;
  const dueOn = dateOf('handoverAnswer', facts, policy) ?? event.day;
  return {
    key: `reminder/handoverToAnswer/${event.entry}`,
    kind: 'reminder',
    params: { topic: 'handoverToAnswer', to: ['caseWorker'], dueOn, caseWorker: to },
    speaksFor: 'assignment.handover.unanswered',
  };
}

/** Those of the roles who may be told, and those whom a missing consent keeps from it. */
function withConsent(roles: readonly Role[], { consents }: Facts): { told: Role[]; withheld: Role[] } {
  const isWithheld = (role: Role): boolean => {
    const party = consentNeeded[role];
    return party !== undefined && consents[party] !== 'given';
  };
  return { told: roles.filter((role) => !isWithheld(role)), withheld: roles.filter(isWithheld) };
}

/** Without consent nobody outside is contacted: it becomes a task for the case worker, as long as consent is missing. */
function taskInstead(
  key: string,
  withheld: readonly Role[],
  dueOn: Day,
  speaksFor: string,
): EffectRequest | Withdrawal {
  const task = `reminder/consentMissing/${key}`;
  if (withheld.length === 0) return { withdraw: task };
  return {
    key: task,
    kind: 'reminder',
    params: { topic: 'consentMissing', to: ['caseWorker'], dueOn, about: withheld },
    speaksFor,
  };
}

/** The key of the meeting that the current cycle asks for. */
export function meetingKey({ cycle }: Pick<Facts, 'cycle'>): string {
  return `reflection/after-${cycle}`;
}

/** Who must come: participant and case worker; a minor's guardian; who trains brings the trainer. */
export function attendees({ adultOn, stage }: Facts): Role[] {
  const roles: Role[] = ['participant', 'caseWorker'];
  if (adultOn !== undefined) roles.push('guardian');
  if (stage !== 'preparation') roles.push('trainer');
  return roles;
}

/** The invitation to the meeting that is due. */
export function meeting(situation: Situation): Wish {
  const { facts, policy, event } = situation;
  const { told, withheld } = withConsent(attendees(facts), facts);
  const key = meetingKey(facts);
  const dueOn = facts.meetingDueOn ?? event.day;
  const worker = presentWorker(facts, facts.meeting ? germanDay(facts.meeting.startsAt) : dueOn);
  const invitation: EffectRequest = {
    key,
    kind: 'reflectionMeeting',
    params: {
      dueOn,
      noticeDays: policy.limits.invitationNotice.value.days,
      federalState: facts.federalState,
      attendees: told,
      ...(facts.school ? { school: facts.school } : {}),
      ...(worker === undefined ? {} : { caseWorker: worker }),
      ...(facts.movedTo === undefined ? {} : { startsAt: facts.movedTo }),
    },
    speaksFor: 'reflection',
  };
  return [invitation, taskInstead(key, withheld, dueOn, 'reflection')];
}

/** The invitation under way, to those who must come now: consent, case worker or deputy have changed. */
export function meetingAnew(situation: Situation): Wish {
  return situation.facts.meetingDueOn === undefined ? undefined : meeting(situation);
}

/** Takes back the invitation of the current cycle; the fold keeps a meeting whose slot has passed. */
export function meetingWithdrawn({ facts }: Pick<Situation, 'facts'>): Wish {
  const key = meetingKey(facts);
  return [{ withdraw: key }, { withdraw: `reminder/consentMissing/${key}` }];
}

/** Tells the team lead of meetings missed in a row, from the policy's number on. */
export function missedMeetings(situation: Situation): Wish {
  const { facts, policy } = situation;
  if (facts.missedInRow < policy.limits.missedInRow.value) return undefined;
  return news('meetingsMissed', lead, 'reflection')(situation);
}

const rungRecipients = {
  talk: ['caseWorker'],
  mediation: ['caseWorker', 'teamLead'],
  trainingAdviser: ['caseWorker', 'trainingAdviser'],
  conciliation: ['caseWorker', 'teamLead'],
  court: ['caseWorker', 'teamLead'],
} as const satisfies Record<Rung, readonly Role[]>;

/** The step a conflict has taken, told to those whose turn it is. */
export function escalation(situation: Situation): Wish {
  const { facts, policy } = situation;
  const { conflict } = facts;
  if (!conflict) return undefined;
  const { entry, ordinal, rung, alerts, rungSince } = conflict;
  const alert = alerts > 0;
  const row = alert || (rung !== 'talk' && rung !== 'mediation') ? 'conflictAlert' : rungDeadline[rung];
  const respondBy = dateOf(row, facts, policy) ?? rungSince;
  const { told, withheld } = withConsent(alert ? lead : rungRecipients[rung], facts);
  const key = `conflict/${entry}/${rung}${alert ? `/alert-${alerts}` : ''}`;
  const speaksFor = `conflict.open.${rung}`;
  const step: EffectRequest = {
    key,
    kind: 'conflictEscalation',
    params: { conflict: entry, ordinal, rung, to: told, respondBy },
    speaksFor,
  };
  return [step, taskInstead(key, withheld, rungSince, speaksFor)];
}

const rungDeadline = { talk: 'conflictTalk', mediation: 'conflictMediation' } as const;
