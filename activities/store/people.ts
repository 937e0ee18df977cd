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
