/** What speaks for a training place and what against it, a row for each criterion, in German and English. Pure. */
import type { Needs, OfferedPlace } from '../activities/store/organisations.ts';
import type { Facts } from '../workflows/machine/facts.ts';
import type { Day } from '../workflows/policy/calendar.ts';

/** What is known of who looks for a place. */
export interface Seeker {
  readonly facts: Pick<Facts, 'occupation' | 'internships' | 'contract' | 'contractEndedOn'>;
  /** What they need, where anybody has asked. */
  readonly needs?: Needs | undefined;
  readonly today: Day;
}

export const criteria = [
  'occupation',
  'places',
  'start',
  'distance',
  'partTime',
  'childcare',
  'earlier',
] as const;
export type Criterion = (typeof criteria)[number];

/** `unknown`: something is missing that somebody should ask for. */
export interface Finding {
  readonly criterion: Criterion;
  readonly verdict: 'for' | 'unknown' | 'against';
  readonly de: string;
  readonly en: string;
}

type Verdict = Omit<Finding, 'criterion'>;
type Check = (seeker: Seeker, place: OfferedPlace, km: number | undefined) => Verdict | undefined;

const speaks = (verdict: Finding['verdict'], de: string, en: string): Verdict => ({ verdict, de, en });

/** What is to be said of a place; a criterion that does not concern the participant says nothing. */
export function findings(seeker: Seeker, place: OfferedPlace, km: number | undefined): Finding[] {
  return criteria.flatMap((criterion) => {
    const said = checks[criterion](seeker, place, km);
    return said ? [{ criterion, ...said }] : [];
  });
}

const occupation: Check = ({ facts }, place) => {
  if (facts.occupation === undefined)
    return speaks('unknown', 'Berufsoption noch nicht vereinbart', 'no occupational option agreed yet');
  return facts.occupation === place.occupation
    ? speaks(
        'for',
        `Beruf wie vereinbart (${place.occupation})`,
        `occupation as agreed (${place.occupation})`,
      )
    : speaks(
        'against',
        `anderer Beruf (${place.occupation}, vereinbart ${facts.occupation})`,
        `another occupation (${place.occupation}, agreed ${facts.occupation})`,
      );
};

const freePlaces: Check = (_, { places }) =>
  places > 0
    ? speaks('for', `freie Plätze: ${places}`, `free places: ${places}`)
    : speaks('against', 'kein Platz frei', 'no place is free');

const start: Check = ({ today }, { startsOn }) =>
  startsOn >= today
    ? speaks('for', `Beginn ${startsOn}`, `begins ${startsOn}`)
    : speaks('against', `hat am ${startsOn} begonnen`, `began on ${startsOn}`);

/** Kilometres against what was said to be the furthest; else whether it is the same region. */
const reach: Check = ({ needs }, place, km) => {
  const furthest = needs?.furthestKm ?? undefined;
  if (km !== undefined && furthest !== undefined)
    return km <= furthest
      ? speaks('for', `${km} km entfernt (höchstens ${furthest})`, `${km} km away (at most ${furthest})`)
      : speaks('against', `${km} km entfernt, mehr als ${furthest}`, `${km} km away, more than ${furthest}`);
  const away = km === undefined ? { de: '', en: '' } : { de: `, ${km} km`, en: `, ${km} km` };
  const home = needs?.region ?? undefined;
  if (home === undefined || place.region === null)
    return km === undefined
      ? speaks('unknown', 'Entfernung unbekannt: Ort fehlt', 'distance unknown: a location is missing')
      : speaks(
          'unknown',
          `${km} km; größte Entfernung nicht gefragt`,
          `${km} km; furthest distance not asked`,
        );
  return home === place.region
    ? speaks('for', `gleiche Region (${home}${away.de})`, `same region (${home}${away.en})`)
    : speaks(
        'against',
        `andere Region (${place.region}${away.de})`,
        `another region (${place.region}${away.en})`,
      );
};

const partTime: Check = ({ needs }, place) => {
  if (!needs) return speaks('unknown', 'Teilzeitbedarf nicht erfragt', 'need of part-time not asked');
  if (!needs.partTime) return undefined;
  return place.partTime
    ? speaks('for', 'in Teilzeit möglich', 'part-time possible')
    : speaks('against', 'nicht in Teilzeit', 'not part-time');
};

const childcare: Check = ({ needs }, place) => {
  if (!needs) return speaks('unknown', 'Kinderbetreuung nicht erfragt', 'childcare not asked');
  if (!needs.childcare) return undefined;
  return place.familyHours
    ? speaks('for', 'Arbeitszeiten passen zur Kinderbetreuung', 'hours go with childcare')
    : speaks('against', 'Arbeitszeiten ohne Rücksicht auf Kinderbetreuung', 'hours do not go with childcare');
};

/** What was tried at this company before: the last internship with a result, or a contract that ended early. */
const earlier: Check = ({ facts }, { company }) => {
  const { contract, contractEndedOn, internships } = facts;
  if (contract?.company === company && contractEndedOn !== undefined)
    return speaks(
      'against',
      `ein Vertrag dort endete am ${contractEndedOn}`,
      `a contract there ended on ${contractEndedOn}`,
    );
  const there = Object.values(internships).filter((one) => one.company === company);
  const last = there.findLast(({ status }) => status !== 'planned' && status !== 'running');
  if (last?.status === 'fit')
    return speaks(
      'for',
      `Praktikum dort hat gepasst (${last.to})`,
      `internship there was a fit (${last.to})`,
    );
  if (last?.status === 'noFit')
    return speaks(
      'against',
      `Praktikum dort hat nicht gepasst (${last.to})`,
      `internship there was no fit (${last.to})`,
    );
  if (last)
    return speaks(
      'against',
      `Praktikum dort wurde abgebrochen (${last.from})`,
      `internship there was broken off (${last.from})`,
    );
  return speaks('unknown', 'dort noch kein Praktikum ausgewertet', 'no internship reviewed there yet');
};

const checks = {
  occupation,
  places: freePlaces,
  start,
  distance: reach,
  partTime,
  childcare,
  earlier,
} as const satisfies Record<Criterion, Check>;
