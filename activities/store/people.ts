/** The people and whom they are involved with: the one place, beside mails, that knows names. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Role } from '../../workflows/effects/words.ts';
import { Id } from '../../workflows/journal/events.ts';
import type { Store } from './db.ts';

/** People and their roles, as they are handed in. Personal data. */
export const Roster = z.strictObject({
  people: z
    .array(
      z.strictObject({ id: Id, name: z.string().trim().min(1), email: z.email().nullable().default(null) }),
    )
    .default([]),
  involvements: z
    .array(z.strictObject({ scope: z.enum(['journey', 'site']), scopeId: Id, role: Role, personId: Id }))
    .default([]),
});
export type Roster = z.output<typeof Roster>;

/**
 * Adds people and involvements, all or nothing; a known person's name and address are replaced. Throws what
 * the database refused, such as an involvement of an unknown person.
 */
export async function savePeople(db: Store, roster: Roster): Promise<void> {
  await db.transaction().execute((tx) => writeRoster(tx, roster));
}

async function writeRoster(tx: Store, { people, involvements }: Roster): Promise<void> {
  for (const { id, name, email } of people) {
    await tx
      .insertInto('people')
      .values({ id, name, email })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, email }))
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
  { people, involvements }: Roster,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ids = people.map(({ id }) => id);
    const here = await tx
      .selectFrom('people')
      .selectAll()
      .where('id', 'in', ['', ...ids])
      .execute();
    const known = new Map(here.map((one) => [one.id, one]));
    const isSame = ({ id, name, email }: Roster['people'][number]): boolean =>
      known.get(id)?.name === name && known.get(id)?.email === email;
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
