/** Many senders at once, and what shows that each of their commands was entered once. */
import { expect } from 'vitest';
import { type Journeys, readJourney, startJourney, tellJourney } from '../../client/journeys.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { someone } from './playhouse.ts';

const actor = { role: 'caseWorker', id: 'w-1' } as const;
const referral: Statement = {
  event: { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' },
  actor,
};
const admission: Statement = { event: { type: 'intake.admitted', caseWorker: 'w-1' }, actor };
const intensity = (value: number): Statement => ({
  event: { type: 'intensity.set', participant: ['low', 'medium', 'high'][value % 3] },
  actor,
});

/** A journey that has been admitted: two entries. */
export async function admittedJourney(journeys: Journeys, runLength?: number): Promise<string> {
  const journey = someone();
  await startJourney(journeys, journey, [referral], runLength === undefined ? {} : { runLength });
  await tellJourney(journeys, journey, [admission]);
  return journey;
}

/** A sender who tells until it is enough; gives the request ids it used. */
export async function sendTo(
  journeys: Journeys,
  journey: string,
  sender: string,
  enough: (sent: number) => boolean,
): Promise<string[]> {
  const requests: string[] = [];
  while (!enough(requests.length)) {
    const request = `${sender}-${requests.length}`;
    requests.push(request);
    await tellJourney(journeys, journey, [intensity(requests.length)], request);
  }
  return requests;
}

/** Each request was entered once, in one journal without gaps; gives the number of its entries. */
export async function expectOnceEach(
  journeys: Journeys,
  journey: string,
  requests: readonly string[],
): Promise<number> {
  const journal = await readJourney(journeys, journey);
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
  const told = journal.filter(({ actor: { role } }) => role !== 'system').map(({ requestId }) => requestId);
  expect(told.slice(2).toSorted()).toEqual(requests.toSorted());
  return journal.length;
}

/** A run of a journey as the server counts it. */
export interface RunSize {
  readonly events: number;
  readonly bytes: number;
}

/** The sizes of all runs of a journey; the index follows a moment later. */
export async function runSizesOf({ client }: Journeys, journey: string): Promise<RunSize[]> {
  const sizes: RunSize[] = [];
  const query = `WorkflowId = '${workflowIdOf(journey)}'`;
  for await (const { runId } of client.workflow.list({ query })) {
    const { historyLength, historySize = 0 } = await client.workflow
      .getHandle(workflowIdOf(journey), runId)
      .describe();
    sizes.push({ events: historyLength, bytes: historySize });
  }
  return sizes;
}
