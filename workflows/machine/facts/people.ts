/** What is known of the people around a journey: case worker, handover, deputy, consent, minority. */
import type { ConsentParty } from '../../journal/events.ts';
import type { Day } from '../../policy/calendar.ts';

export interface PeopleFacts {
  readonly caseWorker?: string | undefined;
  /** A handover that is under way: to whom, the day of the last word, and whether the team lead agrees. */
  readonly handover?: { readonly to: string; readonly since: Day; readonly approved: boolean } | undefined;
  readonly deputy?: { readonly id: string; readonly from: Day; readonly until: Day } | undefined;
  readonly consents: { readonly [P in ConsentParty]?: 'given' | 'withdrawn' };
  /** The 18th birthday of somebody who is a minor. */
  readonly adultOn?: Day | undefined;
  readonly examinedOn?: Day;
  readonly reexaminedOn?: Day;
}

export const noPeople: PeopleFacts = { consents: {} };

/** Who looks after the journey on a day: the deputy, while there is one, else the case worker. */
export function presentWorker({ caseWorker, deputy }: PeopleFacts, day: Day): string | undefined {
  return deputy && deputy.from <= day && day <= deputy.until ? deputy.id : caseWorker;
}
