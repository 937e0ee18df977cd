/** Matching: places are ranked with their reasons, and what is missing is said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Needs, OfferedPlace } from '../../activities/store/organisations.ts';
import { distance, rankPlaces } from '../../client/matching.ts';
import type { Seeker } from '../../client/matchingCriteria.ts';
import { noFacts } from '../../workflows/machine/facts.ts';
import { addDays } from '../../workflows/policy/calendar.ts';

const today = '2026-11-01';
const stuttgart = { latitude: 48.7784, longitude: 9.18 };
const reutlingen = { latitude: 48.4914, longitude: 9.2043 };

const place = (more: Partial<OfferedPlace> = {}): OfferedPlace => ({
  ...{ id: 'place-1', company: 'company-1', companyName: 'Betrieb', occupation: 'joiner' },
  ...{ startsOn: '2027-09-01', places: 1, partTime: false, familyHours: false, region: null },
  ...{ latitude: null, longitude: null, ...more },
});

const needs = (more: Partial<Needs> = {}): Needs => ({
  ...{ journeyId: 'p-1', region: null, latitude: null, longitude: null, furthestKm: null },
  ...{ partTime: false, childcare: false, ...more },
});

const seeker = (more: Partial<Seeker['facts']> = {}, needed: Needs | null = needs()): Seeker => ({
  facts: { ...noFacts, occupation: 'joiner', ...more },
  needs: needed ?? undefined,
  today,
});

const internship = (status: 'fit' | 'noFit' | 'brokenOff' | 'running') => ({
  internships: { 5: { company: 'company-1', from: '2026-03-01', to: '2026-03-14', status } },
});

const contract = (company: string): Partial<Seeker['facts']> => ({
  contract: {
    ...{ entry: 3, company, chamber: 'c', occupation: 'joiner', start: '2025-09-01', end: '2028-08-31' },
    ...{ originalEnd: '2028-08-31', probationMonths: 3, signedOn: '2025-08-01' },
  },
  contractEndedOn: '2026-02-01',
});

/** The verdict on one criterion. */
const verdict = (who: Seeker, where: OfferedPlace, criterion: string): string =>
  rankPlaces(who, [where])[0]?.findings.find((one) => one.criterion === criterion)?.verdict ?? 'silent';

describe('what is said of a place', () => {
  it.each([
    ['the agreed occupation', 'occupation', seeker(), place(), 'for'],
    ['another occupation', 'occupation', seeker(), place({ occupation: 'baker' }), 'against'],
    ['no option agreed', 'occupation', { ...seeker(), facts: noFacts }, place(), 'unknown'],
    ['a free place', 'places', seeker(), place(), 'for'],
    ['no free place', 'places', seeker(), place({ places: 0 }), 'against'],
    ['a start today', 'start', seeker(), place({ startsOn: today }), 'for'],
    ['a start that is over', 'start', seeker(), place({ startsOn: '2026-10-31' }), 'against'],
    [
      'the same region',
      'distance',
      seeker({}, needs({ region: '72764' })),
      place({ region: '72764' }),
      'for',
    ],
    ['another region', 'distance', seeker({}, needs({ region: '1' })), place({ region: '2' }), 'against'],
    ['a region not known', 'distance', seeker({}, needs({ region: '1' })), place(), 'unknown'],
    ['needs nobody asked for', 'distance', seeker({}, null), place(stuttgart), 'unknown'],
    [
      'a distance within reach',
      'distance',
      seeker({}, needs({ ...reutlingen, furthestKm: 32 })),
      place(stuttgart),
      'for',
    ],
    [
      'a distance out of reach, in the same region',
      'distance',
      seeker({}, needs({ ...reutlingen, furthestKm: 31, region: '7' })),
      place({ ...stuttgart, region: '7' }),
      'against',
    ],
    ['a distance without a limit', 'distance', seeker({}, needs(reutlingen)), place(stuttgart), 'unknown'],
    ['part-time not needed', 'partTime', seeker(), place(), 'silent'],
    ['part-time needed', 'partTime', seeker({}, needs({ partTime: true })), place(), 'against'],
    ['part-time given', 'partTime', seeker({}, needs({ partTime: true })), place({ partTime: true }), 'for'],
    ['part-time nobody asked for', 'partTime', seeker({}, null), place(), 'unknown'],
    ['children to look after', 'childcare', seeker({}, needs({ childcare: true })), place(), 'against'],
    [
      'hours for families',
      'childcare',
      seeker({}, needs({ childcare: true })),
      place({ familyHours: true }),
      'for',
    ],
    ['an internship that was a fit', 'earlier', seeker(internship('fit')), place(), 'for'],
    ['an internship that was none', 'earlier', seeker(internship('noFit')), place(), 'against'],
    ['an internship broken off', 'earlier', seeker(internship('brokenOff')), place(), 'against'],
    ['an internship that still runs', 'earlier', seeker(internship('running')), place(), 'unknown'],
    ['an internship elsewhere', 'earlier', seeker(internship('fit')), place({ company: 'c-2' }), 'unknown'],
    ['a contract lost there', 'earlier', seeker(contract('company-1')), place(), 'against'],
    ['a contract lost elsewhere', 'earlier', seeker(contract('company-9')), place(), 'unknown'],
  ] as const)('%s: %s', (_what, criterion, who, where, expected) => {
    expect(verdict(who, where, criterion)).toBe(expected);
  });

  it('speaks German and English, and names no person', () => {
    const said = rankPlaces(seeker({}, null), [place()]).flatMap(({ findings }) => findings);
    for (const { de, en } of said) {
      expect(de).not.toBe(en);
      expect(`${de}${en}`).not.toMatch(/undefined|null/);
    }
  });

  it('leaves no place out, whatever speaks against it', () => {
    const places = [place({ places: 0, occupation: 'baker', startsOn: '2020-01-01' }), place({ id: 'two' })];
    expect(rankPlaces(seeker(), places).map((one) => one.place.id)).toEqual(['two', 'place-1']);
  });

  it('puts the right occupation far away before another one next door', () => {
    const home = seeker({}, needs({ ...reutlingen, furthestKm: 5 }));
    const places = [
      place({ id: 'near', occupation: 'baker', ...reutlingen }),
      place({ id: 'far', ...stuttgart }),
    ];
    expect(rankPlaces(home, places).map((one) => one.place.id)).toEqual(['far', 'near']);
  });
});

it('knows the distance from Reutlingen to Stuttgart, from Greenwich to the date line, and none without a spot', () => {
  expect(distance(reutlingen, stuttgart)).toBe(32);
  expect(distance({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBe(20_015);
  expect(distance({ latitude: 0, longitude: 179 }, { latitude: 0, longitude: -179 })).toBe(222);
  expect(distance(undefined, stuttgart)).toBeUndefined();
  expect(distance(reutlingen, { latitude: 48, longitude: null })).toBeUndefined();
  expect(distance({ latitude: null, longitude: 9 }, stuttgart)).toBeUndefined();
});

describe('more suitable never ranks below', () => {
  const spot = fc.option(
    fc.record({
      latitude: fc.double({ min: 47, max: 55, noNaN: true }),
      longitude: fc.double({ min: 6, max: 15, noNaN: true }),
    }),
    { nil: { latitude: null, longitude: null } },
  );
  const region = fc.option(fc.constantFrom('a', 'b'));
  const somewhere: fc.Arbitrary<OfferedPlace> = fc
    .tuple(spot, region, fc.constantFrom('joiner', 'baker'), fc.nat(2), fc.boolean(), fc.boolean(), fc.nat(3))
    .chain(([where, area, occupation, places, partTime, familyHours, company]) =>
      fc.integer({ min: -400, max: 400 }).map((days) =>
        place({
          ...{ ...where, region: area, occupation, places, partTime, familyHours },
          ...{ company: `company-${company}`, startsOn: addDays(today, days) },
        }),
      ),
    );
  const who: fc.Arbitrary<Seeker> = fc
    .tuple(
      fc.option(fc.tuple(spot, region, fc.option(fc.nat(300)), fc.boolean(), fc.boolean()), {
        nil: undefined,
      }),
      fc.constantFrom('fit', 'noFit', 'brokenOff', 'running'),
    )
    .map(([asked, status]) => {
      if (!asked) return seeker(internship(status), null);
      const [where, area, furthestKm, partTime, childcare] = asked;
      return seeker(internship(status), needs({ ...where, region: area, furthestKm, partTime, childcare }));
    });
  /** Each makes a place as good as it can be in one respect. */
  const improvements: readonly ((one: OfferedPlace, by: Seeker) => OfferedPlace)[] = [
    (one) => ({ ...one, occupation: 'joiner' }),
    (one) => ({ ...one, places: one.places + 1 }),
    (one) => ({ ...one, partTime: true }),
    (one) => ({ ...one, familyHours: true }),
    (one) => ({ ...one, startsOn: addDays(today, 10) }),
    (one, { needs: asked }) =>
      asked && asked.latitude !== null && asked.furthestKm !== null
        ? { ...one, latitude: asked.latitude, longitude: asked.longitude }
        : { ...one, region: asked?.region ?? one.region },
  ];

  it('when a place is better in any respect and the same in all others', () => {
    fc.assert(
      fc.property(
        who,
        somewhere,
        fc.array(somewhere, { maxLength: 5 }),
        fc.subarray([...improvements]),
        (by, one, others, better) => {
          const plain = { ...one, id: 'a-plain' };
          const improved = {
            ...better.reduce((known, improve) => improve(known, by), one),
            id: 'b-improved',
          };
          const isBetter =
            rankPlaces(by, [plain])[0]
              ?.findings.map(({ verdict: is }) => is)
              .join() !==
            rankPlaces(by, [improved])[0]
              ?.findings.map(({ verdict: is }) => is)
              .join();
          const ranked = rankPlaces(by, [plain, ...others, improved]).map((match) => match.place.id);
          if (isBetter) expect(ranked.indexOf('b-improved')).toBeLessThan(ranked.indexOf('a-plain'));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('and the order in which places are given does not matter', () => {
    fc.assert(
      fc.property(
        who,
        fc.uniqueArray(
          somewhere.chain((one) => fc.uuid().map((id) => ({ ...one, id }))),
          { selector: ({ id }) => id, maxLength: 6 },
        ),
        (by, places) => {
          const ids = (list: readonly OfferedPlace[]): string[] =>
            rankPlaces(by, list).map((match) => match.place.id);
          expect(ids(places.toReversed())).toEqual(ids(places));
        },
      ),
    );
  });
});
