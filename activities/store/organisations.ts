/**
 * Where journeys take place: sites and their staff, companies with training places, schools, chambers, funders, and what a
 * participant needs of a training place. Needs are personal data.
 */
import { z } from 'zod';
import { schoolWeekdays } from '../../workflows/effects/words.ts';
import { Id } from '../../workflows/journal/events.ts';
import { Day } from '../../workflows/policy/calendar.ts';
import { federalStates } from '../../workflows/policy/holidays.ts';
import type { Store } from './db.ts';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day (HH:MM)');
const latitude = z.number().min(-90).max(90).nullable().default(null);
const longitude = z.number().min(-180).max(180).nullable().default(null);
const Text = z.string().trim().min(1);
/** A postal code, a district: whatever the provider compares. */
const region = Text.max(63).nullable().default(null);

export const Site = z
  .strictObject({ id: Id, federalState: z.enum(federalStates), opens: Time, closes: Time })
  .refine(({ opens, closes }) => opens < closes, { error: 'must be later than opens', path: ['closes'] });

export const Staff = z.strictObject({
  personId: Id,
  /** Journeys for a case worker or learning supporter. */
  capacity: z.int().min(0).nullable().default(null),
  subjects: z.array(Id).default([]),
});

export const Absence = z
  .strictObject({ personId: Id, from: Day, until: Day, deputy: Id.nullable().default(null) })
  .refine(({ from, until }) => from <= until, { error: 'must not lie before from', path: ['until'] })
  .refine(({ personId, deputy }) => personId !== deputy, {
    error: 'must be somebody else',
    path: ['deputy'],
  });

export const Organisation = z.strictObject({
  id: Id,
  kind: z.enum(['company', 'school', 'chamber', 'funder']),
  name: Text,
  address: Text.nullable().default(null),
  ...{ region, latitude, longitude },
  /** When a school teaches. */
  schoolTimes: z
    .strictObject({
      weekdays: z.array(z.enum(schoolWeekdays)).default([]),
      blocks: z.array(z.strictObject({ from: Day, to: Day })).default([]),
    })
    .nullable()
    .default(null),
});

export const TrainingPlace = z.strictObject({
  id: Id,
  company: Id,
  occupation: Id,
  startsOn: Day,
  /** How many are free. */
  places: z.int().min(0),
  partTime: z.boolean().default(false),
  /** Hours that go with looking after children. */
  familyHours: z.boolean().default(false),
});
export type TrainingPlace = z.output<typeof TrainingPlace>;

export const Needs = z.strictObject({
  journeyId: Id,
  ...{ region, latitude, longitude },
  furthestKm: z.int().min(0).max(1000).nullable().default(null),
  partTime: z.boolean().default(false),
  childcare: z.boolean().default(false),
});
export type Needs = z.output<typeof Needs>;

/** What may be handed in beside people. */
export const Surroundings = z.object({
  sites: z.array(Site).optional(),
  staff: z.array(Staff).optional(),
  absences: z.array(Absence).optional(),
  organisations: z.array(Organisation).optional(),
  trainingPlaces: z.array(TrainingPlace).optional(),
  needs: z.array(Needs).optional(),
});
export type Surroundings = z.output<typeof Surroundings>;

/** Adds what is given; what has the same id or belongs to the same person is replaced. Throws what the database refused. */
export async function saveSurroundings(db: Store, given: Surroundings): Promise<void> {
  for (const site of given.sites ?? []) {
    const { id: _, ...rest } = site;
    await db
      .insertInto('sites')
      .values(site)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
      .execute();
  }
  await saveStaff(db, given);
  for (const organisation of given.organisations ?? []) {
    const { id, schoolTimes, ...known } = organisation;
    const rest = { ...known, schoolTimes: schoolTimes && JSON.stringify(schoolTimes) };
    await db
      .insertInto('organisations')
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
      .execute();
  }
  for (const place of given.trainingPlaces ?? []) {
    const { id: _, ...rest } = place;
    await db
      .insertInto('trainingPlaces')
      .values(place)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
      .execute();
  }
  await saveNeeds(db, given.needs ?? []);
}

async function saveStaff(db: Store, { staff = [], absences = [] }: Surroundings): Promise<void> {
  for (const { personId, capacity, subjects } of staff) {
    const known = { capacity, subjects: JSON.stringify(subjects) };
    await db
      .insertInto('staff')
      .values({ personId, ...known })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(known))
      .execute();
  }
  for (const { personId, from, until, deputy } of absences) {
    await db
      .insertInto('staffAbsences')
      .values({ personId, fromDay: from, untilDay: until, deputy })
      .onConflict((conflict) =>
        conflict.columns(['personId', 'fromDay']).doUpdateSet({ untilDay: until, deputy }),
      )
      .execute();
  }
}

/** Keeps what participants need of a training place, one row a journey. Personal data. */
export async function saveNeeds(db: Store, needs: readonly Needs[]): Promise<void> {
  for (const one of needs) {
    const { journeyId: _, ...rest } = one;
    await db
      .insertInto('needs')
      .values(one)
      .onConflict((conflict) => conflict.column('journeyId').doUpdateSet(rest))
      .execute();
  }
}

/** What the participants of these journeys need of a training place. Personal data. */
export async function readNeeds(db: Store, journeys: readonly string[]): Promise<Needs[]> {
  if (journeys.length === 0) return [];
  return await db
    .selectFrom('needs')
    .selectAll()
    .where('journeyId', 'in', [...journeys])
    .execute();
}

/** A training place and where its company lies. */
export interface OfferedPlace extends TrainingPlace {
  readonly companyName: string;
  readonly region: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** All training places that companies offer, by id. */
export async function readTrainingPlaces(db: Store): Promise<OfferedPlace[]> {
  return await db
    .selectFrom('trainingPlaces')
    .innerJoin('organisations', 'organisations.id', 'trainingPlaces.company')
    .selectAll('trainingPlaces')
    .select(['organisations.name as companyName', 'region', 'latitude', 'longitude'])
    .orderBy('trainingPlaces.id')
    .execute();
}
