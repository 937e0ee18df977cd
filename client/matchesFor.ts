/** The training places that are known, ranked for the participant of a journey. */
import { readNeeds, readTrainingPlaces } from '../activities/store/organisations.ts';
import type { Store } from '../activities/store/read.ts';
import { germanDay } from '../workflows/policy/calendar.ts';
import { type Journeys, viewJourney } from './journeys.ts';
import { type Match, rankPlaces } from './matching.ts';

/** Best first, each with its reasons. @throws Refusal `journey-not-found` */
export async function matchesFor(journeys: Journeys, db: Store, journey: string): Promise<Match[]> {
  const { facts, now } = await viewJourney(journeys, journey);
  const [needs] = await readNeeds(db, [journey]);
  return rankPlaces({ facts, needs, today: germanDay(now) }, await readTrainingPlaces(db));
}
