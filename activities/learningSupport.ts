/** Asks a learning supporter who teaches the subject and has room; where there is none, the team lead has to find one. */
import type { Answer, Order } from '../workflows/effects/effects.ts';
import { type Circular, type Means, write } from './letters.ts';
import { type Recipient, recipientsOf, sameRecipients } from './recipients.ts';
import type { Store } from './store/db.ts';
import { addresseesOf } from './store/outbox.ts';
import { freeSupporter } from './store/staff.ts';

type SupportOrder = Order<'learningSupport'>;

/** Carries out a request for learning support by mail; see `notify` for what it promises and throws. */
export function requestLearningSupport(means: Means, order: SupportOrder): Promise<Answer> {
  return write(means, order, async (db) => {
    const asked = await recipients(db, order);
    const isSupporter = asked.some(({ role }) => role === 'learningSupporter');
    return { ...(isSupporter ? request(order) : nobodyFree(order)), recipients: asked };
  });
}

/** Whoever was chosen before stays chosen: their mail may have left. */
async function recipients(db: Store, order: SupportOrder): Promise<Recipient[]> {
  const before = await addresseesOf(db, order);
  if (before.length > 0) return await sameRecipients(db, order.journey, before);
  const person = await freeSupporter(db, order.site, order.params.subject, order.now);
  return person === undefined
    ? await recipientsOf(db, order, ['teamLead'])
    : await sameRecipients(db, order.journey, [{ role: 'learningSupporter', person }]);
}

type Text = Omit<Circular, 'recipients'>;

const request = ({ params: { subject } }: SupportOrder): Text => ({
  subject: 'Stütz- und Förderunterricht: bitte übernehmen',
  paragraphs: [
    `Für diesen Vorgang ist Stütz- und Förderunterricht angefordert. Fach: ${subject}`,
    'Bitte stimmen Sie sich mit der Ausbildungsbegleitung ab und tragen Sie den Beginn ein. Wenn Sie nicht können, sagen Sie es bitte der Teamleitung.',
  ],
});

const nobodyFree = ({ params: { subject } }: SupportOrder): Text => ({
  subject: 'Stütz- und Förderunterricht: niemand ist frei',
  paragraphs: [
    `Für diesen Vorgang ist Stütz- und Förderunterricht angefordert. Fach: ${subject}`,
    'Am Standort hat niemand Platz, der dieses Fach unterrichtet. Bitte finden Sie eine Stütz- oder Förderlehrkraft und tragen Sie den Beginn ein.',
  ],
});
