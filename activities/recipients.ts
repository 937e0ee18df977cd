/**
 * Finds the people behind roles and their addresses. Names and addresses go from here into mails only; errors
 * name roles and journeys.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Order } from '../workflows/effects/effects.ts';
import type { Role } from '../workflows/effects/words.ts';
import type { Store } from './store/db.ts';
import { involvedIn, type Involved as Person } from './store/involved.ts';

/** Somebody a mail can go to. Personal data. */
export interface Recipient {
  readonly role: Role;
  readonly person: string;
  readonly name: string;
  readonly email: string;
}

/** Whom a role stands for: a person whose address may be unknown. */
interface Involved {
  readonly role: Role;
  readonly person: string;
  readonly name: string | null;
  readonly email: string | null;
}

type Whose = Pick<Order, 'journey' | 'site' | 'caseWorker'>;

/**
 * Everybody who plays one of the roles: the assigned case worker, else those of the journey, else those of its company,
 * school, chamber or funder, else those of its site; somebody with several roles once; for no role nobody. Throws a retryable
 * `ApplicationFailure` `address-missing`, naming every role that has nobody, or somebody without an address.
 */
export async function recipientsOf(db: Store, order: Whose, roles: readonly Role[]): Promise<Recipient[]> {
  if (roles.length === 0) return [];
  const involved = await everybodyIn(db, order, roles);
  const missing = roles.filter((role) => {
    const people = involved.filter((one) => one.role === role);
    return people.length === 0 || !people.every(isReachable);
  });
  if (missing.length > 0) throw addressMissing(order.journey, missing);
  const sorted = roles.flatMap((role) => involved.filter((one) => one.role === role)).filter(isReachable);
  return sorted.filter((one, at) => sorted.findIndex(({ person }) => person === one.person) === at);
}

/** The same people again, by id, as they can be reached today. Throws `address-missing` like `recipientsOf`. */
export async function sameRecipients(
  db: Store,
  journey: string,
  people: readonly { readonly role: Role; readonly person: string }[],
): Promise<Recipient[]> {
  if (people.length === 0) return [];
  const ids = people.map(({ person }) => person);
  const rows = await db.selectFrom('people').selectAll().where('id', 'in', ids).execute();
  const found = people.map(({ role, person }) => {
    const row = rows.find(({ id }) => id === person);
    return { role, person, name: row?.name ?? null, email: row?.email ?? null };
  });
  const missing = found.filter((one) => !isReachable(one)).map(({ role }) => role);
  if (missing.length > 0) throw addressMissing(journey, missing);
  return found.filter(isReachable);
}

async function everybodyIn(db: Store, order: Whose, roles: readonly Role[]): Promise<Involved[]> {
  const assigned = await assignedCaseWorker(db, order.caseWorker);
  const others = assigned ? roles.filter((role) => role !== 'caseWorker') : roles;
  const involved = await involvedIn(db, order, others);
  return [...(assigned && roles.includes('caseWorker') ? [assigned] : []), ...involved.map(asRecipient)];
}

const asRecipient = ({ role, id, name, email }: Person): Involved => ({ role, person: id, name, email });

async function assignedCaseWorker(db: Store, id: string | undefined): Promise<Involved | undefined> {
  if (id === undefined) return undefined;
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  return { role: 'caseWorker', person: id, name: row?.name ?? null, email: row?.email ?? null };
}

function isReachable(one: Involved): one is Recipient {
  return one.name !== null && one.email !== null;
}

function addressMissing(journey: string, roles: readonly Role[]): ApplicationFailure {
  const named = [...new Set(roles)].join(', ');
  return ApplicationFailure.retryable(`journey ${journey}: no address for ${named}`, 'address-missing');
}
