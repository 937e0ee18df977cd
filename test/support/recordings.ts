/** The journeys whose histories are kept: every story at many ages, and every way out at the age it is taken. */
import {
  manySided,
  newCompany,
  parentalLeave,
  type Step,
  secondRepeat,
  wholeJourney,
} from '../../client/stories.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { Day } from '../../workflows/policy/calendar.ts';

export interface Recording {
  readonly name: string;
  readonly story: (start: Day) => Step[];
  /** Days that have passed since the story's first. */
  readonly days: number;
  /** What is told then, one after the other. */
  readonly next: readonly JourneyEvent[];
}

const stories = { wholeJourney, secondRepeat, newCompany, manySided, parentalLeave };

const ages: Readonly<Record<keyof typeof stories, readonly number[]>> = {
  wholeJourney: [
    2, 10, 30, 55, 80, 110, 145, 190, 240, 300, 430, 460, 600, 700, 1000, 1100, 1256, 1275, 1440,
  ],
  secondRepeat: [1252, 1300, 1435, 1610],
  newCompany: [233, 282, 292, 305, 500],
  manySided: [9, 16, 21, 45, 75, 95, 103],
  parentalLeave: [605, 700, 800, 990],
};

/** Ways out, and what else happens at one time or another: the age it is told at, and what. */
const turns: Readonly<Record<string, readonly [days: number, ...next: JourneyEvent[]]>> = {
  declined: [4, { type: 'intake.declined', reason: 'noNeed' }],
  referredElsewhere: [4, { type: 'intake.referredElsewhere', to: 'eq', reason: 'needsMore' }],
  extended: [60, { type: 'preparation.extended', months: 2 }],
  leftEarly: [300, { type: 'journey.leftEarly', reason: 'moved' }],
  reopened: [
    300,
    { type: 'journey.leftEarly', reason: 'moved' },
    { type: 'journey.reopened', reason: 'returned' },
  ],
  transferred: [300, { type: 'journey.transferred', to: 'provider-2' }],
  deceased: [300, { type: 'journey.deceased' }],
  conflict: [
    300,
    { type: 'conflict.raised', between: 'other' },
    { type: 'conflict.mediated' },
    { type: 'conflict.deescalated', to: 'talk' },
    { type: 'conflict.resolved' },
  ],
  conciliation: [
    300,
    { type: 'termination.reasonKnown', by: 'company' },
    { type: 'conflict.raised', between: 'participantAndCompany' },
    { type: 'conflict.conciliationRequested', by: 'participant' },
  ],
  interrupted: [300, { type: 'training.interrupted', reason: 'illness' }, { type: 'training.resumed' }],
  handoverWithdrawn: [
    300,
    { type: 'handover.proposed', to: 'w-2' },
    { type: 'handover.approved' },
    { type: 'handover.withdrawn' },
  ],
  consentWithdrawn: [300, { type: 'consent.withdrawn', to: 'company' }],
  held: [1440, { type: 'legalHold.placed' }],
};

/** All of them. */
export const recordings: readonly Recording[] = [
  ...Object.entries(stories).flatMap(([name, story]) =>
    ages[name as keyof typeof stories].map((days) => ({ name: `${name}-${days}`, story, days, next: [] })),
  ),
  ...Object.entries(turns).map(([name, [days, ...next]]) => ({ name, story: wholeJourney, days, next })),
];
