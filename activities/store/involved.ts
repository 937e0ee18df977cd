/** Who plays which roles in a journey. Personal data. */
import type { Role } from '../../workflows/effects/words.ts';
import type { InvolvementScope, Store } from './db.ts';

/** Somebody in a role, and how they can be reached. */
export interface Involved {
  readonly role: Role;
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channel: 'mail' | 'sms';
}

/** People of an organisation play their role in all journeys that have to do with it. */
const organisationOf = {
  trainer: 'company',
  teacher: 'school',
  trainingAdviser: 'chamber',
  funderAdviser: 'funder',
} as const satisfies { readonly [R in Role]?: InvolvementScope };

/**
 * Everybody in one of the roles, in their order: those of the journey itself, else those of its company, school, chamber or
 * funder, else those of its site.
 */
export async function involvedIn(
  db: Store,
  { journey, site }: { readonly journey: string; readonly site: string },
  roles: readonly Role[],
): Promise<Involved[]> {
  if (roles.length === 0) return [];
  const organisations = await organisationsOf(db, journey);
  const scopeIds = [journey, site, ...organisations.values()];
  const rows = await db
    .selectFrom('involvements')
    .innerJoin('people', 'people.id', 'involvements.personId')
    .select(['scope', 'scopeId', 'role', 'people.id as id', 'name', 'email', 'phone', 'channel'])
    .where('role', 'in', [...roles])
    .where('scopeId', 'in', scopeIds)
    .orderBy('people.id')
    .execute();
  return roles.flatMap((role) => {
    const among = (scope: InvolvementScope | undefined, id: string | undefined): Involved[] =>
      rows
        .filter((row) => row.role === role && row.scope === scope && row.scopeId === id)
        .map(({ scope: _, scopeId: __, ...one }) => one);
    const kind = role in organisationOf ? organisationOf[role as keyof typeof organisationOf] : undefined;
    const choices = [among('journey', journey), among(kind, kind && organisations.get(kind))];
    return choices.find((people) => people.length > 0) ?? among('site', site);
  });
}

/** The organisations that the board's row of a journey names. */
async function organisationsOf(db: Store, journey: string): Promise<ReadonlyMap<InvolvementScope, string>> {
  const row = await db.selectFrom('journeys').select('summary').where('id', '=', journey).executeTakeFirst();
  const named = (row?.summary ?? {}) as { readonly [S in InvolvementScope]?: unknown };
  return new Map(
    Object.values(organisationOf).flatMap((scope) => {
      const id = named[scope];
      return typeof id === 'string' ? [[scope, id] as const] : [];
    }),
  );
}
