/** The people and whom they are involved with: the one place, beside mails, that knows names. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Role } from '../../workflows/effects/words.ts';
import { Id } from '../../workflows/journal/events.ts';
import { type Store, scopes } from './db.ts';
import { type Needs, readNeeds, Surroundings, saveNeeds, saveSurroundings } from './organisations.ts';

/** A phone number in the international form, however it is spaced. */
export const Phone = z
  .string()
  .transform((text) => text.replace(/[\s()/.-]/g, ''))
  .pipe(z.e164({ error: 'must be a phone number with its country code (+49 …)' }));

const Person = z.strictObject({
  id: Id,
  name: z.string().trim().min(1),
  email: z.email().nullable().default(null),
  phone: Phone.nullable().optional(),
  /** How short messages reach them. */
  channel: z.enum(['mail', 'sms']).optional(),
});

const Involvement = z.strictObject({ scope: z.enum(scopes), scopeId: Id, role: Role, personId: Id });

/** People, their roles and what surrounds them, as they are handed in. Personal data. */
export const Roster = z.strictObject({
  people: z.array(Person).default([]),
  involvements: z.array(Involvement).default([]),
  ...Surroundings.shape,
});
export type Roster = z.output<typeof Roster>;
type Person = Roster['people'][number];

/**
 * Adds people, involvements and what surrounds them, all or nothing; a known person's name and address are replaced. Throws
 * what the database refused, such as an involvement of an unknown person.
 */
export async function savePeople(db: Store, roster: Roster): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await writeRoster(tx, roster);
    await saveSurroundings(tx, roster);
  });
}

async function writeRoster(tx: Store, { people, involvements }: Companions): Promise<void> {
  for (const person of people) {
    const { id, ...known } = wholeOf(person);
    await tx
      .insertInto('people')
      .values({ id, ...known })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(known))
      .execute();
  }
  for (const involvement of involvements) {
    await tx
      .insertInto('involvements')
      .values(involvement)
      .onConflict((conflict) => conflict.columns(['scope', 'scopeId', 'role', 'personId']).doNothing())
      .execute();
  }
}

type Companions = Pick<Roster, 'people' | 'involvements'>;

const wholeOf = ({ id, name, email, phone = null, channel = 'mail' }: Person) => ({
  ...{ id, name, email, phone, channel },
});

/** Whose people they are: a journey, and the provider that hands it over. */
export interface Origin {
  readonly provider: string;
  readonly journey: string;
}

/**
 * Adds the people that a journey brings along from another provider. Nobody here is changed: whoever differs in anything
 * from the one who has the same id here gets an id that only this journey uses, the same one again at a repetition. The
 * roles that are brought along are played by those who come along, and by nobody from an earlier stay.
 */
export async function savePeopleFrom(
  db: Store,
  origin: Origin,
  { people, involvements }: Companions,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ids = people.map(({ id }) => id);
    const here = await tx
      .selectFrom('people')
      .selectAll()
      .where('id', 'in', ['', ...ids])
      .execute();
    const known = new Map(here.map((one) => [one.id, one]));
    const isSame = (person: Person): boolean => isDeepStrictEqual(known.get(person.id), wholeOf(person));
    const taken = new Set(people.filter((one) => known.has(one.id) && !isSame(one)).map(({ id }) => id));
    const own = (id: string): string => (taken.has(id) ? idFrom(origin, id) : id);
    const played = involvements.map((one) => ({ ...one, personId: own(one.personId) }));
    await dropRoles(tx, origin.journey, played);
    await writeRoster(tx, {
      people: people.filter((one) => !isSame(one)).map((one) => ({ ...one, id: own(one.id) })),
      involvements: played,
    });
  });
}

/** The people of one journey alone, and what its participant needs of a training place. Personal data. */
export interface OwnPeople {
  readonly journey: string;
  readonly people: readonly (Person & { readonly role: 'participant' | 'guardian' })[];
  readonly needs?: Needs;
}

/** Keeps what is given of these journeys, all or nothing; whoever played a given role before plays it no more. */
export async function saveOwnPeople(db: Store, given: readonly OwnPeople[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { journey, people, needs } of given) {
      const involvements = people.map(({ id, role }) => ({
        ...{ scope: 'journey' as const, scopeId: journey, role, personId: id },
      }));
      await dropRoles(tx, journey, involvements);
      await writeRoster(tx, { people: [...people], involvements });
      await saveNeeds(tx, needs ? [needs] : []);
    }
  });
}

/** What the store keeps of the people of one journey alone, by journey; guardians by their ids. */
export async function readOwnPeople(db: Store, journeys: readonly string[]): Promise<OwnPeople[]> {
  if (journeys.length === 0) return [];
  const roles = ['participant', 'guardian'] as const;
  const rows = await db
    .selectFrom('involvements')
    .innerJoin('people', 'people.id', 'involvements.personId')
    .select(['scopeId', 'role', 'people.id as id', 'name', 'email', 'phone', 'channel'])
    .where('scope', '=', 'journey')
    .where('scopeId', 'in', [...journeys])
    .where('role', 'in', [...roles])
    .orderBy('people.id')
    .execute();
  const needs = new Map((await readNeeds(db, journeys)).map((one) => [one.journeyId, one]));
  return journeys.map((journey) => {
    const own = rows.filter(({ scopeId }) => scopeId === journey);
    const people = own.flatMap(({ scopeId: _, role: played, ...person }) => {
      const role = roles.find((one) => one === played);
      return role ? [{ ...person, role }] : [];
    });
    const known = needs.get(journey);
    return { journey, people, ...(known ? { needs: known } : {}) };
  });
}

/** Whatever the length of the three, it fits an `Id`; it tells nothing of the person. */
function idFrom({ provider, journey }: Origin, id: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([provider, journey, id]))
    .digest('hex');
  return `${provider.slice(0, 30)}-${digest.slice(0, 32)}`;
}

async function dropRoles(tx: Store, journey: string, involvements: Roster['involvements']): Promise<void> {
  if (involvements.length === 0) return;
  await tx
    .deleteFrom('involvements')
    .where('scope', '=', 'journey')
    .where('scopeId', '=', journey)
    .where(
      'role',
      'in',
      involvements.map(({ role }) => role),
    )
    .execute();
}
