/** What every request is made of: the situation it is made in, the notice it is, and whose consent it wants. Pure. */
import type { EffectRequest, Withdrawal } from '../../effects/effects.ts';
import { consentNeeded, type NewsTopic, type Role } from '../../effects/words.ts';
import type { Day } from '../../policy/calendar.ts';
import type { DeadlineKey, Policy } from '../../policy/policy.ts';
import { datesOf } from '../deadlines.ts';
import { isEntryEvent, type MachineEvent } from '../event.ts';
import type { Facts } from '../facts.ts';
import { type NoticeKey, noticeOf } from '../notices.ts';

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
export const news =
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

/** Those of the roles who may be told, and those whom a missing consent keeps from it. */
export function withConsent(roles: readonly Role[], { consents }: Facts): { told: Role[]; withheld: Role[] } {
  const isWithheld = (role: Role): boolean => {
    const party = consentNeeded[role];
    return party !== undefined && consents[party] !== 'given';
  };
  return { told: roles.filter((role) => !isWithheld(role)), withheld: roles.filter(isWithheld) };
}

/** Without consent nobody outside is contacted: it becomes a task for the case worker, as long as consent is missing. */
export function taskInstead(
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
