/** The invitation to a reflection meeting, and what its answers and absences lead to. Pure. */
import type { EffectRequest } from '../../effects/effects.ts';
import type { NewsTopic, Reply, Role } from '../../effects/words.ts';
import { germanDay } from '../../policy/calendar.ts';
import { presentWorker } from '../facts/people.ts';
import type { Facts } from '../facts.ts';
import { lead, worker } from '../notices.ts';
import { news, type Situation, taskInstead, type Wish, withConsent } from './wish.ts';

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
