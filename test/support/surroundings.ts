/** What each region of the statechart needs from outside, so that paths through it are found. Data. */
import type { EventType } from '../../workflows/journal/events.ts';
import type { Surroundings } from './paths.ts';

const accompanied = [
  'intake.referred',
  'intake.admitted',
  'journey.leftEarly',
  'journey.reopened',
] as const satisfies readonly EventType[];
const trained = [
  ...accompanied,
  'contract.signed',
  'training.started',
  'contract.ended',
] as const satisfies readonly EventType[];

/** What moves a region from outside; the regions that are left out follow the accompaniment alone. */
const surroundings: Readonly<Record<string, Surroundings>> = {
  phase: {
    events: ['training.interrupted'],
    counts: ({ examsFailed }) => examsFailed,
  },
  assignment: { events: [...accompanied, 'journey.received'] },
  deputy: { events: [...accompanied, 'handover.proposed', 'handover.accepted'] },
  minor: { events: trained },
  conflict: {
    events: [...trained, 'exam.registered', 'exam.passed'],
    // Where it goes on when the journey is reopened.
    counts: ({ conflict }) => conflict?.rung,
  },
  hours: { events: accompanied, counts: ({ hoursOffer }) => hoursOffer?.countered },
  registration: { events: trained },
  briefing: { events: [...accompanied, 'company.informed', 'contract.signed'] },
  pause: { events: trained },
  termination: {
    events: [
      ...trained,
      'conflict.raised',
      'conflict.conciliationRequested',
      'conflict.conciliationEnded',
      'conflict.actionFiled',
    ],
    deadlines: ['probationEnd'],
  },
  damages: { events: [...trained, 'journey.deceased'], deadlines: ['probationEnd'] },
  usedHours: { events: [...accompanied, 'hours.offered', 'hours.accepted'] },
  reports: { events: trained },
};

/** What moves a region from outside. */
export const surroundingsOf = (region: string): Surroundings =>
  surroundings[region] ?? { events: accompanied };
