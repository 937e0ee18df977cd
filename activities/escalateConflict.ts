/** Tells of a conflict that has climbed a rung: one text for each rung. */
import type { Answer, Order } from '../workflows/effects/effects.ts';
import { type Rung, rungWords } from '../workflows/effects/words.ts';
import { germanDate } from './german.ts';
import { type Means, notify } from './letters.ts';

const todos = {
  talk: 'Bitte führen Sie ein klärendes Gespräch miteinander und teilen Sie das Ergebnis der Ausbildungsbegleitung mit.',
  mediation:
    'Bitte vermitteln Sie zwischen den Beteiligten oder wirken Sie an der Vermittlung mit, und halten Sie das Ergebnis fest.',
  trainingAdviser:
    'Die Ausbildungsberatung der zuständigen Stelle ist mit Einverständnis der auszubildenden Person einbezogen. Bitte stimmen Sie das weitere Vorgehen ab.',
  conciliation:
    'Eine Seite hat den Schlichtungsausschuss angerufen. Bitte bereiten Sie die Unterlagen vor und achten Sie auf die Fristen.',
  court:
    'Eine Seite hat das Gericht angerufen. Bitte stimmen Sie sich umgehend ab und holen Sie rechtlichen Rat ein.',
} as const satisfies Record<Rung, string>;

/** Carries out the escalation of a conflict by mail; see `notify` for what it promises and throws. */
export async function escalateConflict(means: Means, order: Order<'conflictEscalation'>): Promise<Answer> {
  const { ordinal, rung, to, respondBy } = order.params;
  const matter = `Ein Konflikt in der Ausbildung (Nr. ${ordinal}) ist noch nicht beigelegt. Er steht jetzt auf der Stufe: ${rungWords[rung].de}.`;
  const answer = `Antwort oder Ergebnis bitte bis ${germanDate(respondBy)}.`;
  const subject = `Konflikt in der Ausbildung: ${rungWords[rung].de}`;
  return await notify(means, order, {
    to,
    subject,
    paragraphs: [matter, todos[rung], answer],
  });
}
