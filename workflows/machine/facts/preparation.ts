/** What is known of the preparation: parts, occupation, internships, companies, offers, an EQ. */
import type { preparationParts } from '../../journal/events.ts';
import type { Day } from '../../policy/calendar.ts';

export interface Internship {
  readonly company: string;
  readonly from: Day;
  readonly to: Day;
  readonly status: 'planned' | 'running' | 'fit' | 'noFit' | 'brokenOff';
  readonly reviewedOn?: Day;
}

export interface PreparationFacts {
  /** This person's own length, where it is shorter than the policy's. */
  readonly preparationMonths?: number | undefined;
  readonly extensionMonths?: number;
  readonly parts: { readonly [P in (typeof preparationParts)[number]]?: 'needed' | 'waived' | 'done' };
  readonly occupation?: string;
  /** By root `seq` of the entry that planned it. */
  readonly internships: { readonly [entry: string]: Internship };
  /** Companies informed in depth, and since when. */
  readonly informed: { readonly [company: string]: Day };
  /** The company that offers a training place. */
  readonly offer?: string | undefined;
  readonly entryQualification?: { readonly company: string; readonly start: Day; readonly end: Day };
}

export const noPreparation: PreparationFacts = { parts: {}, internships: {}, informed: {} };
