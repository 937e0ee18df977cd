/** Tells a company what assisted training is before it takes somebody on. The letter names no participant: it needs no consent. */
import { ApplicationFailure } from '@temporalio/common';
import type { Answer, Order } from '../workflows/effects/effects.ts';
import { type Means, write } from './letters.ts';
import { type Recipient, recipientsOf, sameRecipients } from './recipients.ts';
import type { Store } from './store/db.ts';

type PackageOrder = Order<'informationPackage'>;

/** Carries out the order of an information package by mail; see `notify` for what it promises and throws. */
export function sendInformationPackage(means: Means, order: PackageOrder): Promise<Answer> {
  return write(means, order, async (db) => {
    const recipients = await contactsAt(db, order);
    const [worker] = await recipientsOf(db, order, ['caseWorker']);
    const contact = worker ? [`Ihre Ansprechperson bei uns: ${worker.name}, ${worker.email}`] : [];
    return {
      recipients,
      subject: 'Assistierte Ausbildung: was Ihr Betrieb wissen sollte',
      paragraphs: [...text, ...contact],
    };
  });
}

async function contactsAt(db: Store, { journey, params: { company } }: PackageOrder): Promise<Recipient[]> {
  const people = await db
    .selectFrom('involvements')
    .select(['role', 'personId as person'])
    .where('scope', '=', 'company')
    .where('scopeId', '=', company)
    .where('role', '=', 'trainer')
    .orderBy('personId')
    .execute();
  if (people.length > 0) return await sameRecipients(db, journey, people);
  throw ApplicationFailure.retryable(
    `journey ${journey}: no address for trainer of ${company}`,
    'address-missing',
  );
}

const text: readonly string[] = [
  'Sie denken darüber nach, einen jungen Menschen in Assistierter Ausbildung (AsA flex, §§ 74–75a SGB III) auszubilden. Das Wichtigste vorab:',
  'Der Ausbildungsvertrag ist ein gewöhnlicher: Sie schließen ihn mit der auszubildenden Person, zahlen die Vergütung und bleiben verantwortlich. Die Kammer trägt ihn ein.',
  'Eine feste Ausbildungsbegleitung bleibt während der ganzen Ausbildung da, für die auszubildende Person, für Ihren Betrieb und für die Berufsschule: bei Fragen des Alltags, in der Schule, bei Konflikten und, wenn Sie es wünschen, bei Teilen des Ausbildungsmanagements (§ 75 Abs. 7 SGB III).',
  'Dazu gehören Stütz- und Förderunterricht, regelmäßige Reflexionsgespräche zu dritt (in der Probezeit alle vier Wochen, danach alle drei Monate) und Hilfe vor der Prüfung. Für Sie entstehen dadurch keine Kosten.',
  'Bei Streit suchen wir mit Ihnen das Gespräch, ehe Fristen laufen; die Ausbildungsberatung der Kammer zieht nur hinzu, wer damit einverstanden ist.',
  'Vor dem ersten Ausbildungstag sprechen wir das alles mit Ihnen in Ruhe durch.',
];
