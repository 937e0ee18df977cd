/** The facts of a journey: what is known, a file for each matter. What events add to them, `changes.ts` says. Plain JSON. */
import { type ConflictFacts, noConflict } from './facts/conflict.ts';
import { type JourneyFacts, type Level, noJourney } from './facts/journey.ts';
import { type MeetingFacts, noMeetings } from './facts/meetings.ts';
import { noPeople, type PeopleFacts } from './facts/people.ts';
import { noPreparation, type PreparationFacts } from './facts/preparation.ts';
import { noReports, type ReportFacts } from './facts/reports.ts';
import { noSupport, type SupportFacts } from './facts/support.ts';
import { noTraining, type TrainingFacts } from './facts/training.ts';

export interface Facts
  extends JourneyFacts,
    PreparationFacts,
    TrainingFacts,
    MeetingFacts,
    ConflictFacts,
    SupportFacts,
    ReportFacts,
    PeopleFacts {}

export const noFacts: Facts = {
  ...noJourney,
  ...noPreparation,
  ...noTraining,
  ...noMeetings,
  ...noConflict,
  ...noSupport,
  ...noReports,
  ...noPeople,
};

const order: Record<Level, number> = { low: 0, medium: 1, high: 2 };

/** The intensity of support follows the need of participant and company: the higher one counts. */
export function intensityOf({ needs: { participant, company } }: Facts): Level {
  return order[participant] >= order[company] ? participant : company;
}
