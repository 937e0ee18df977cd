/** Where papers come from: the journals in the store, folded under each journey's own rules to its own now. */

import { type Names, readNames } from '../../activities/store/papers.ts';
import {
  type JourneyRow,
  listJourneys,
  openDatabase,
  readJournal,
  readRow,
  type Store,
} from '../../activities/store/read.ts';
import type { Course } from '../../workflows/fold/papers/course.ts';
import { parseId } from '../../workflows/journal/entry.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { type Instant, later } from '../../workflows/policy/calendar.ts';
import { storeUnknown } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { policyVersionOf } from '../statement.ts';
import { courseToldBy, type Told } from './told.ts';

/** Opens the store, works, and lets go of it. Papers need no Temporal: where the address is known, nothing else has to run. */
export async function withStore<T>(work: (db: Store) => Promise<T>): Promise<T> {
  const databaseUrl = process.env.DATABASE_URL || findInstallation().databaseUrl;
  if (databaseUrl === undefined) throw storeUnknown();
  const db = openDatabase(databaseUrl);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** The course of one journey. @throws Refusal `journey-not-found` */
export async function readCourse(db: Store, journey: string): Promise<Course> {
  return await courseOfRow(db, await knownRow(db, journey));
}

/** The board's row of a journey. @throws Refusal `journey-not-found` */
export async function knownRow(db: Store, journey: string): Promise<JourneyRow> {
  const row = await readRow(db, parseId(journey, 'journey'));
  if (row) return row;
  throw new Refusal('journey-not-found', [
    {
      code: 'journey-not-found',
      de: `Die Begleitung ${journey} gibt es im Speicher nicht.`,
      en: `There is no journey ${journey} in the store.`,
    },
  ]);
}

/** The courses of many journeys, one after another in the order of their ids; of a site where one is named. */
export async function* readCourses(db: Store, site?: string): AsyncGenerator<{ course: Course; of: number }> {
  const rows = await listJourneys(db, { site, limit: 1_000_000, offset: 0 });
  for (const row of rows) yield { course: await courseOfRow(db, row), of: rows.length };
}

/** What the course of a journey in a row of the board is made from, up to its own now. */
export async function readTold(db: Store, row: JourneyRow): Promise<Told> {
  const { id, machineVersion, policyVersion, asOf } = row;
  return {
    ...{ journey: id, machineVersion, policyVersion: policyVersionOf(policyVersion) },
    ...{ journal: await readJournal(db, id), now: nowOf(asOf) },
  };
}

const courseOfRow = async (db: Store, row: JourneyRow): Promise<Course> =>
  courseToldBy(await readTold(db, row));

/** The clock on the wall, or the journey's own where its time has been skipped further. */
const nowOf = (asOf: Instant | null): Instant => later(new Date().toISOString(), asOf ?? '');

/** The names that a journey's papers may show. */
export async function namesOf(db: Store, { journey, folded }: Course): Promise<Names> {
  const { site = '', caseWorker, contract, funder, internships } = folded.snapshot.context.facts;
  const { company, chamber } = contract ?? {};
  const companies = Object.values(internships).map((one) => one.company);
  return await readNames(db, { journey, site, caseWorker, company, chamber, funder, companies });
}
