/**
 * Which training places suit a participant, best first, each with its reasons. Nothing is left out and nothing decided:
 * participant, company and case worker decide. What is not known is said, never guessed. Pure.
 */
import type { OfferedPlace } from '../activities/store/organisations.ts';
import { compare } from '../workflows/policy/calendar.ts';
import { type Criterion, type Finding, findings, type Seeker } from './matchingCriteria.ts';

export interface Match {
  readonly place: OfferedPlace;
  /** As the crow flies; missing where either place is not known. */
  readonly km?: number;
  readonly findings: readonly Finding[];
}

/**
 * All places, the most suitable first: those of the right occupation that are free, then fewer findings against it, more for
 * it, the nearer one.
 */
export function rankPlaces(seeker: Seeker, places: readonly OfferedPlace[]): Match[] {
  return places.map((place) => matchOf(seeker, place)).toSorted(inOrder);
}

function matchOf(seeker: Seeker, place: OfferedPlace): Match {
  const km = distance(seeker.needs, place);
  const about = km === undefined ? {} : { km };
  return { place, ...about, findings: findings(seeker, place, km) };
}

function inOrder(one: Match, other: Match): number {
  return (
    obstacles(one) - obstacles(other) ||
    counted(one, 'against') - counted(other, 'against') ||
    counted(other, 'for') - counted(one, 'for') ||
    (one.km ?? Number.POSITIVE_INFINITY) - (other.km ?? Number.POSITIVE_INFINITY) ||
    compare(one.place.id, other.place.id)
  );
}

const counted = ({ findings: all }: Match, verdict: Finding['verdict']): number =>
  all.filter((one) => one.verdict === verdict).length;

/** Without the occupation or a free place everything else matters little. */
const obstacles = ({ findings: all }: Match): number =>
  all.filter(({ criterion, verdict }) => isDecisive(criterion) && verdict === 'against').length;

const isDecisive = (criterion: Criterion): boolean => criterion === 'occupation' || criterion === 'places';

interface Spot {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const earthRadiusKm = 6371;

/** Great-circle distance (haversine) in whole kilometres. */
export function distance(from: Spot | undefined, to: Spot): number | undefined {
  if (from?.latitude == null || from.longitude === null) return undefined;
  if (to.latitude === null || to.longitude === null) return undefined;
  const [one, other] = [radians(from.latitude), radians(to.latitude)];
  const [rise, turn] = [other - one, radians(to.longitude - from.longitude)];
  const part = Math.sin(rise / 2) ** 2 + Math.cos(one) * Math.cos(other) * Math.sin(turn / 2) ** 2;
  return Math.round(2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(part))));
}
