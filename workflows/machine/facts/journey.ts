/** What is known of the journey itself: referral, admission, need, end. */
import type { EventOf, levels } from '../../journal/events.ts';
import type { Day } from '../../policy/calendar.ts';
import type { FederalState } from '../../policy/holidays.ts';

export type Level = (typeof levels)[number];

export interface JourneyFacts {
  readonly site?: string;
  readonly federalState: FederalState;
  readonly funder?: string | undefined;
  readonly referredOn?: Day;
  /** The day of the referral, or of reopening one that had been turned down. */
  readonly intakeSince?: Day | undefined;
  readonly eligible?: boolean;
  readonly barriers: EventOf<'intake.eligibilityAssessed'>['barriers'];
  readonly enteredOn?: Day;
  readonly directStart: boolean;
  /** First day of the preparation; a direct start has none unless its contract fails before it begins. */
  readonly preparationSince?: Day | undefined;
  readonly weeklyHours?: number | undefined;
  readonly partTime: boolean;
  /** What participant and company need; the higher one sets the intensity. */
  readonly needs: { readonly participant: Level; readonly company: Level };
  readonly jobSince?: Day | undefined;
  readonly endedOn?: Day | undefined;
  readonly deceased: boolean;
}

export const noJourney: JourneyFacts = {
  federalState: 'BW',
  barriers: [],
  directStart: false,
  partTime: false,
  needs: { participant: 'medium', company: 'medium' },
  deceased: false,
};
