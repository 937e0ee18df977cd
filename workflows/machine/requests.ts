/** What the machine asks to exist in the world: the effects of its transitions, as data; those of meetings elsewhere. Pure. */
import type { EffectRequest } from '../effects/effects.ts';
import type { Role, Rung } from '../effects/words.ts';
import { dateOf } from './deadlines.ts';
import type { Facts } from './facts.ts';
import { both, lead } from './notices.ts';
import { type Make, news, type Situation, taskInstead, type Wish, withConsent } from './requests/wish.ts';

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
