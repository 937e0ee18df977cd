/**
 * Finds the people behind roles and their addresses. Names and addresses go from here into mails only; errors
 * name roles and journeys.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Order } from '../workflows/effects/effects.ts';
import type { Role } from '../workflows/effects/words.ts';
import { germanDay } from '../workflows/policy/calendar.ts';
import type { Store } from './store/db.ts';
import { involvedIn, type Involved as Person } from './store/involved.ts';
import { deputiesOn } from './store/staff.ts';

/** Somebody a mail can go to. Personal data. */
export interface Recipient {
  readonly role: Role;
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** How short messages reach them. */
  readonly channel: 'mail' | 'sms';
}

/** Whom a role stands for: a person whose address may be unknown. */
interface Involved {
  readonly role: Role;
  readonly person: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channel: 'mail' | 'sms';
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

/** Like `recipientsOf`, but whoever of the staff is away that day is represented by their deputy, where they have one. */
export async function presentRecipientsOf(
  db: Store,
  order: Whose & Pick<Order, 'now'>,
  roles: readonly Role[],
): Promise<Recipient[]> {
  const meant = await recipientsOf(db, order, roles);
  const people = meant.map(({ person }) => person);
  const deputies = await deputiesOn(db, people, germanDay(order.now));
  const present = meant.map(({ role, person }) => ({ role, person: deputies.get(person) ?? person }));
  return await sameRecipients(db, order.journey, present);
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
    return asInvolved(role, person, row);
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

const asRecipient = ({ role, id, ...known }: Person): Involved => ({ role, person: id, ...known });

type Known = Pick<Involved, 'name' | 'email' | 'phone' | 'channel'>;
const unknown: Known = { name: null, email: null, phone: null, channel: 'mail' };

function asInvolved(role: Role, person: string, row: Known | undefined): Involved {
  const { name, email, phone, channel } = row ?? unknown;
  return { role, person, name, email, phone, channel };
}

async function assignedCaseWorker(db: Store, id: string | undefined): Promise<Involved | undefined> {
  if (id === undefined) return undefined;
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  return asInvolved('caseWorker', id, row);
}

function isReachable(one: Involved): one is Recipient {
  const byPhone = one.channel === 'sms' && one.phone !== null;
  return one.name !== null && (one.email !== null || byPhone);
}

/** The failure of an order that finds nobody to write to. */
export function addressMissing(journey: string, roles: readonly Role[]): ApplicationFailure {
  const named = [...new Set(roles)].join(', ');
  return ApplicationFailure.retryable(`journey ${journey}: no address for ${named}`, 'address-missing');
}
