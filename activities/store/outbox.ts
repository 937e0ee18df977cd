/** Every mail of every order, kept before it is sent, so that what may have left the house is known. */
import { sql } from 'kysely';
import type { Order } from '../../workflows/effects/effects.ts';
import type { Role } from '../../workflows/effects/words.ts';
import type { Instant } from '../../workflows/policy/calendar.ts';
import type { Store } from './db.ts';

/** A mail or a short message as it will be sent. `content` is personal data. */
export interface QueuedMail {
  readonly messageId: string;
  /** What it says: an invitation may be withdrawn for one person while it is amended for others. */
  readonly op: Order['op'];
  readonly role: Role;
  readonly person: string;
  readonly subject: string;
  readonly content: string;
  readonly via: 'smtp' | 'file' | 'sms';
}

/**
 * Keeps mails of an order. One that is there but undelivered is replaced, as an address may have been mended
 * since.
 */
export async function queueMails(
  db: Store,
  { journey, key, rev }: Pick<Order, 'journey' | 'key' | 'rev'>,
  mails: readonly QueuedMail[],
): Promise<void> {
  for (const { role, person, ...mail } of mails) {
    await db
      .insertInto('outbox')
      .values({ journeyId: journey, key, rev, recipientRole: role, personId: person, ...mail })
      .onConflict((conflict) =>
        conflict
          .column('messageId')
          .doUpdateSet({ subject: mail.subject, content: mail.content, via: mail.via })
          .where('outbox.deliveredAt', 'is', null),
      )
      .execute();
  }
}

/** To whom the mails of an order were made ready, as far as they were: a repetition writes to the same. */
export async function addresseesOf(
  db: Store,
  { journey, key, rev }: Pick<Order, 'journey' | 'key' | 'rev'>,
): Promise<{ role: Role; person: string }[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['recipientRole as role', 'personId as person'])
    .where('journeyId', '=', journey)
    .where('key', '=', key)
    .where('rev', '=', rev)
    .orderBy('messageId')
    .execute();
  return rows.flatMap(({ role, person }) => (person === null ? [] : [{ role, person }]));
}

/** Tells whether a mail was handed over already. */
export async function isDelivered(db: Store, messageId: string): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('deliveredAt')
    .where('messageId', '=', messageId)
    .executeTakeFirst();
  return row !== undefined && row.deliveredAt !== null;
}

/** Notes that a mail was handed over, by the database's clock. */
export async function markDelivered(db: Store, messageId: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ deliveredAt: sql<Instant>`now()` })
    .where('messageId', '=', messageId)
    .execute();
}

/**
 * Who holds an invitation under a key from revisions before `rev`: everybody whose last mail did not withdraw
 * it, delivered or not, as a mail may have left without the note of it.
 */
export async function holdersOf(
  db: Store,
  { journey, key, rev }: Pick<Order, 'journey' | 'key' | 'rev'>,
): Promise<{ role: Role; person: string }[]> {
  const last = await db
    .selectFrom('outbox')
    .distinctOn('personId')
    .select(['recipientRole as role', 'personId as person', 'op'])
    .where('journeyId', '=', journey)
    .where('key', '=', key)
    .where('rev', '<', rev)
    .orderBy('personId')
    .orderBy('rev', 'desc')
    .execute();
  return last.flatMap(({ role, person, op }) =>
    op === 'withdraw' || person === null ? [] : [{ role, person }],
  );
}
