/** The people and whom they are involved with: the one place, beside mails, that knows names. */
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
export async function savePeople(db: Store, { people, involvements }: Roster): Promise<void> {
  await db.transaction().execute(async (tx) => {
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
  });
}

/**
 * Adds the people that a journey brings along from another provider. An id that stands for somebody else here gets the
 * provider's in front; so nobody is overwritten, and a repetition does the same again.
 */
export async function savePeopleFrom(
  db: Store,
  provider: string,
  { people, involvements }: Roster,
): Promise<void> {
  const ids = people.map(({ id }) => id);
  const here = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', ['', ...ids])
    .execute();
  const taken = new Set(
    people
      .filter(({ id, name }) => here.some((one) => one.id === id && one.name !== name))
      .map(({ id }) => id),
  );
  const own = (id: string): string => (taken.has(id) ? `${provider}-${id}` : id);
  await savePeople(
    db,
    Roster.parse({
      people: people.map((person) => ({ ...person, id: own(person.id) })),
      involvements: involvements.map((one) => ({ ...one, personId: own(one.personId) })),
    }),
  );
}
