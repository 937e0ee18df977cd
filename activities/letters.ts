/** What all our letters have in common, and how a plain notice is sent. */
import type { Answer, Order } from '../workflows/effects/effects.ts';
import type { Role } from '../workflows/effects/words.ts';
import { deliver, type Mail, queueLetters } from './mail.ts';
import { carryOut } from './orders.ts';
import { recipientsOf } from './recipients.ts';
import type { Store } from './store/db.ts';

/** What activities act on. */
export interface Means {
  readonly db: Store;
  readonly mail: Mail;
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
export async function notify({ db, mail }: Means, order: Order, notice: Notice): Promise<Answer> {
  return await carryOut(db, order, async () => {
    if (order.op === 'withdraw') return null;
    const recipients = await recipientsOf(db, order, notice.to);
    const replaces =
      order.op === 'amend' ? ['Diese Nachricht ersetzt unsere frühere zum selben Anlass.'] : [];
    const paragraphs = [...notice.paragraphs, ...replaces, ...lateness(order)];
    const letters = recipients.map((recipient) => ({
      recipient,
      subject: notice.subject,
      text: letterText(recipient.name, paragraphs, order.journey),
      op: order.op,
    }));
    const mails = await db.transaction().execute((tx) => queueLetters(tx, mail, order, letters));
    await deliver(db, mail, order, mails);
    return null;
  });
}
