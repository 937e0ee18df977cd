/** What fails in the world keeps no journey from going on: it is listed with its reason, tried again, and done once it can be. */
import { sql } from 'kysely';
import { beforeAll, expect, it, vi } from 'vitest';
import { listStuck } from '../../activities/store/lists.ts';
import { readJournal, readOutbox } from '../../activities/store/read.ts';
import { fastForward } from '../../client/fastForward.ts';
import { clockOf, handleOf, readJourney, startJourney, tellJourney } from '../../client/journeys.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { type MailServer, startMailServer } from '../support/mailServer.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const today = germanDay(new Date().toISOString());
const saying = (event: JourneyEvent, effectiveAt = today): Statement => ({
  ...{ event, actor: { role: 'caseWorker', id: 'w-1' }, effectiveAt },
});
const begun = (on = today): Statement[] => [
  saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' }, on),
  saying({ type: 'intake.admitted', caseWorker: 'w-1', directStart: false }, on),
];
const patience = { timeout: 40_000, interval: 200 };
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
  await stage().hirePeople();
  await stage().startWorker({ env: { SMTP_URL: server.url } });
});

/** Why effects of a journey are stuck, and what the server's index shows of it. */
async function reasonsOf(journey: string): Promise<string[]> {
  const stuck = await listStuck(stage().db);
  return stuck.flatMap((one) => (one.journey === journey ? [one.reason] : []));
}
const attentionOf = async (journey: string): Promise<unknown> =>
  (await handleOf(stage().journeys, journey).describe()).searchAttributes.Attention;

/** Lets the pause between two rounds of attempts pass. */
async function wait(journey: string, hours: number): Promise<void> {
  const { journeys } = stage();
  const now = await clockOf(handleOf(journeys, journey));
  await fastForward(journeys, journey, new Date(Date.parse(now) + hours * 3_600_000).toISOString());
}

it('a mail server that is down', async () => {
  const { journeys, db } = stage();
  const journey = someone();
  await server.close();
  await startJourney(journeys, journey, begun());
  await tellJourney(journeys, journey, [saying({ type: 'conflict.raised', between: 'other' })]);
  await vi.waitFor(async () => {
    expect(await reasonsOf(journey)).toEqual([
      expect.stringMatching(/no mail could be sent to caseWorker \(\w+\)/),
    ]);
    expect(await attentionOf(journey)).toEqual(['stuck']);
  }, patience);
  await tellJourney(journeys, journey, [saying({ type: 'intensity.set', participant: 'high' })]);
  expect(await readJourney(journeys, journey)).toHaveLength(4);
  const { port } = new URL(server.url);
  server = await startMailServer(Number(port));
  await wait(journey, 1);
  await vi.waitFor(async () => {
    const letters = await readOutbox(db, journey);
    expect(letters.map(({ deliveredAt }) => deliveredAt !== null)).toEqual([true]);
    expect(server.mails.map(({ messageId }) => messageId)).toEqual(letters.map(({ messageId }) => messageId));
    expect(await reasonsOf(journey)).toEqual([]);
  }, patience);
});

it('a meeting for which there is no slot', async () => {
  const { journeys, db } = stage();
  const journey = someone();
  const hours = (opens: string, closes: string) =>
    db.updateTable('sites').set({ opens, closes }).where('id', '=', 'site-1').execute();
  await hours('12:00', '12:30');
  await startJourney(journeys, journey, begun(addDays(today, -40)));
  await vi.waitFor(
    async () =>
      expect(await reasonsOf(journey)).toContainEqual(expect.stringContaining('no free slot within a year')),
    patience,
  );
  await hours('09:00', '16:00');
  await wait(journey, 1);
  await vi.waitFor(async () => {
    const slots = (await readJourney(journeys, journey)).filter(
      ({ event }) => event?.type === 'meeting.scheduled',
    );
    expect(slots).toHaveLength(1);
    expect((await reasonsOf(journey)).join()).not.toContain('no free slot');
  }, patience);
});

it('a store that takes nothing', async () => {
  const { journeys, db } = stage();
  const journey = someone();
  await startJourney(journeys, journey, begun());
  await vi.waitFor(async () => expect(await readJournal(db, journey)).toHaveLength(2), patience);
  await sql`alter table entries rename to entries_away`.execute(db);
  await tellJourney(journeys, journey, [saying({ type: 'intensity.set', participant: 'high' })]);
  await vi.waitFor(async () => expect(await attentionOf(journey)).toEqual(['stuck']), patience);
  await tellJourney(journeys, journey, [saying({ type: 'intensity.set', participant: 'low' })]);
  expect(await readJourney(journeys, journey)).toHaveLength(4);
  await sql`alter table entries_away rename to entries`.execute(db);
  await wait(journey, 1);
  await vi.waitFor(async () => {
    expect(await readJournal(db, journey)).toEqual(await readJourney(journeys, journey));
    expect(await attentionOf(journey)).not.toEqual(['stuck']);
  }, patience);
});

it('keeps a note in the store, which the journal knows by its id only', async () => {
  const { journeys, db, cli } = stage();
  const journey = someone();
  await startJourney(journeys, journey, begun());
  await vi.waitFor(async () => expect(await readJournal(db, journey)).toHaveLength(2), patience);
  const { stdout } = await cli('note', journey, 'Ein Gespräch über den Schulweg', '--as', 'caseWorker:w-1');
  const id = stdout.trim();
  const held = await cli('tell', journey, 'meeting.held', 'attended=participant,caseWorker', `agreed=${id}`);
  expect([held.exitCode, held.stderr]).toEqual([0, '']);
  const shown = await cli('note', journey);
  expect(shown.stdout).toContain('Ein Gespräch über den Schulweg');
  expect(JSON.stringify(await readJourney(journeys, journey))).toContain(id);
  expect(JSON.stringify(await readJourney(journeys, journey))).not.toContain('Schulweg');
  const refused = await cli('note', 'p-unknown', 'text');
  expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('journey-not-found')]);
  expect((await cli('note', journey, ' ')).exitCode).toBe(2);
});
