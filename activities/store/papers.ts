/**
 * Papers and what is noted about them: who is named in them, the papers as they were made, and which messages have gone to the
 * funder. Names and papers are personal data.
 */
import { createHash } from 'node:crypto';
import type { Role } from '../../workflows/effects/words.ts';
import type { Day, Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';
import { involvedIn } from './involved.ts';

/** Who is named in papers; what the store does not know is left out. Personal data. */
export interface Names {
  readonly participant?: string;
  readonly guardian?: string;
  readonly caseWorker?: string;
  readonly company?: Addressee;
  readonly chamber?: Addressee;
  readonly funder?: Addressee;
  /** What companies of internships are called, by their ids. */
  readonly companies: { readonly [id: string]: string };
}

export interface Addressee {
  readonly name: string;
  readonly address?: string;
}

/** What a journey says of those around it, by their opaque ids. */
export interface Around {
  readonly journey: string;
  readonly site: string;
  readonly caseWorker?: string | undefined;
  readonly company?: string | undefined;
  readonly chamber?: string | undefined;
  readonly funder?: string | undefined;
  /** Companies of internships. */
  readonly companies: readonly string[];
}

/** The names behind the ids of a journey. Personal data. */
export async function readNames(db: Store, around: Around): Promise<Names> {
  const involved = await involvedIn(db, around, ['participant', 'guardian']);
  const nameOf = (role: Role): string | undefined => involved.find((one) => one.role === role)?.name;
  const [participant, guardian] = [nameOf('participant'), nameOf('guardian')];
  const caseWorker = await readPersonName(db, around.caseWorker);
  const [company, chamber, funder] = await Promise.all(
    [around.company, around.chamber, around.funder].map((id) => readAddressee(db, id)),
  );
  return {
    ...(participant === undefined ? {} : { participant }),
    ...(guardian === undefined ? {} : { guardian }),
    ...(caseWorker === undefined ? {} : { caseWorker }),
    ...(company ? { company } : {}),
    ...(chamber ? { chamber } : {}),
    ...(funder ? { funder } : {}),
    companies: await readCompanies(db, around.companies),
  };
}

async function readPersonName(db: Store, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const row = await db.selectFrom('people').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name;
}

async function readAddressee(db: Store, id: string | undefined): Promise<Addressee | undefined> {
  if (id === undefined) return undefined;
  const row = await db
    .selectFrom('organisations')
    .select(['name', 'address'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { name: row.name, ...(row.address === null ? {} : { address: row.address }) };
}

async function readCompanies(db: Store, ids: readonly string[]): Promise<Names['companies']> {
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** That a message has gone to the funder. */
export interface TransmissionRow {
  readonly journeyId: string;
  readonly key: string;
  readonly transmittedOn: Day;
  readonly by: string;
}

/** The messages of some journeys that have gone out. */
export async function readTransmissions(db: Store, journeys: readonly string[]): Promise<TransmissionRow[]> {
  if (journeys.length === 0) return [];
  return await db
    .selectFrom('transmissions')
    .selectAll()
    .where('journeyId', 'in', [...journeys])
    .orderBy('journeyId')
    .orderBy('key')
    .execute();
}

/** Notes that a message has gone out; noted again, the later word counts. What called it back before is done with. */
export async function saveTransmission(db: Store, row: TransmissionRow, callBack: string): Promise<void> {
  const { transmittedOn, by } = row;
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('transmissions')
      .where('journeyId', '=', row.journeyId)
      .where('key', '=', callBack)
      .execute();
    await tx
      .insertInto('transmissions')
      .values(row)
      .onConflict((conflict) => conflict.columns(['journeyId', 'key']).doUpdateSet({ transmittedOn, by }))
      .execute();
  });
}

/** A paper as it was made. Personal data. */
export interface Paper {
  readonly journeyId: string;
  readonly kind: string;
  readonly madeAt: Instant;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Keeps a paper and gives its id; the same paper of the same journey is kept once. */
export async function saveDocument(db: Store, { content, ...paper }: Paper): Promise<string> {
  const digest = createHash('sha256')
    .update(`${paper.journeyId}\n${paper.kind}\n`)
    .update(content)
    .digest('hex');
  const id = `doc-${digest.slice(0, 32)}`;
  await db
    .insertInto('documents')
    .values({ id, ...paper, content: Buffer.from(content) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** A journey's papers without their content, oldest first. */
export async function listDocuments(
  db: Store,
  journey: string,
): Promise<(Omit<Paper, 'content'> & { readonly id: string })[]> {
  return await db
    .selectFrom('documents')
    .select(['id', 'journeyId', 'kind', 'madeAt', 'mediaType'])
    .where('journeyId', '=', journey)
    .orderBy('madeAt')
    .orderBy('id')
    .execute();
}

/** A paper of a journey with its content; none if there is no such paper. */
export async function readDocument(
  db: Store,
  journey: string,
  id: string,
): Promise<(Paper & { readonly id: string }) | undefined> {
  return await db
    .selectFrom('documents')
    .selectAll()
    .where('journeyId', '=', journey)
    .where('id', '=', id)
    .executeTakeFirst();
}
