/** What all our letters have in common, and how a plain notice is sent. */
import type { Answer, Order } from '../workflows/effects/effects.ts';
import type { Role } from '../workflows/effects/words.ts';
import { deliver, type Post, queueLetters } from './mail.ts';
import { carryOut } from './orders.ts';
import { presentRecipientsOf, type Recipient } from './recipients.ts';
import type { Store } from './store/db.ts';

/** What activities act on. */
export interface Means extends Post {
  readonly db: Store;
  /** Where people from outside reach this installation; without it letters carry no links. */
  readonly publicUrl?: string | undefined;
}

/** The text of a notice; `subject` names nobody. */
export interface Notice {
  readonly to: readonly Role[];
  readonly subject: string;
  /** What is the matter, what to do about it, and by when. */
  readonly paragraphs: readonly string[];
}

/** A letter's whole text, with a salutation and what it is about. Pure. */
export function letterText(name: string, paragraphs: readonly string[], journey: string): string {
  const about = `Vorgang: ${journey}`;
  return [`Guten Tag ${name},`, ...paragraphs, about, 'Mit freundlichen Grüßen\nWegbegleiter'].join('\n\n');
}

/** The sentence a letter carries that was made good after its moment; nothing otherwise. Pure. */
export function lateness(order: Pick<Order, 'late'>): string[] {
  return order.late
    ? ['Diese Nachricht kommt verspätet, weil der Vorgang nachträglich eingetragen oder berichtigt wurde.']
    : [];
}

/**
 * Carries out the order of a notice: a letter to everybody concerned, once. Withdrawing sends nothing: it
 * closes what the notice asked for. Answers `null`; throws `address-missing` before anything is sent, or
 * `mail-failed`.
 */
export function notify(means: Means, order: Order, { to, ...text }: Notice): Promise<Answer> {
  return write(means, order, async (db) => ({
    ...text,
    recipients: await presentRecipientsOf(db, order, to),
  }));
}

/** A letter and the people it goes to. */
export interface Circular extends Omit<Notice, 'to'> {
  readonly recipients: readonly Recipient[];
}

/** Like `notify`, where who is written to, or what, is found out when the order is carried out. */
export async function write(
  { db, ...post }: Means,
  order: Order,
  find: (db: Store) => Promise<Circular>,
): Promise<Answer> {
  return await carryOut(db, order, async () => {
    if (order.op === 'withdraw') return null;
    const { recipients, ...notice } = await find(db);
    const replaces =
      order.op === 'amend' ? ['Diese Nachricht ersetzt unsere frühere zum selben Anlass.'] : [];
    const paragraphs = [...notice.paragraphs, ...replaces, ...lateness(order)];
    const letters = recipients.map((recipient) => ({
      recipient,
      subject: notice.subject,
      text: letterText(recipient.name, paragraphs, order.journey),
      short: `${notice.subject}. Bitte melden Sie sich bei Ihrer Ausbildungsbegleitung.`,
      op: order.op,
    }));
    const mails = await db.transaction().execute((tx) => queueLetters(tx, post, order, letters));
    await deliver(db, post, order, mails);
    return null;
  });
}
