/** A transfer may be taken back only while nobody has received it: else the journey would run at two providers. */
import type { Entry, Statement } from '../../workflows/journal/entry.ts';
import { ClientError } from '../errors.ts';
import { type Journeys, readJourney } from '../journeys.ts';

/** Asks for the sender's word. @throws ClientError `bad-input` where a transfer is voided or replaced without it */
export async function refuseTwoProviders(
  journeys: Journeys,
  journey: string,
  statements: readonly Statement[],
  notReceived = false,
): Promise<void> {
  const targets = statements.flatMap(({ voids, replaces }) => voids ?? replaces ?? []);
  if (targets.length === 0 || notReceived) return;
  const transfer = transferAmong(await readJourney(journeys, journey), targets);
  if (!transfer) return;
  const { seq, to } = transfer;
  throw new ClientError('bad-input', {
    de: `Eintrag ${seq} hat die Begleitung ${journey} an ${to} übergeben. Hat ${to} sie schon übernommen, liefe sie danach bei zwei Trägern. Fragen Sie dort nach; ist sie nicht übernommen und wird das Bündel gelöscht, wiederholen Sie den Befehl mit --not-received. Ist sie übernommen, muss ${to} sie zurückgeben (»transfer« dort, »receive« hier).`,
    en: `Entry ${seq} transferred the journey ${journey} to ${to}. If ${to} has received it, it would then run at two providers. Ask there; if it is not received and the bundle gets deleted, repeat the command with --not-received. If it is received, ${to} has to hand it back ("transfer" there, "receive" here).`,
  });
}

function transferAmong(
  journal: readonly Entry[],
  targets: readonly number[],
): { seq: number; to: string } | undefined {
  for (const { seq, event } of journal)
    if (targets.includes(seq) && event?.type === 'journey.transferred') return { seq, to: event.to };
  return undefined;
}
