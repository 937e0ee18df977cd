/** Restore drills: each home of the truth is lost or set back, and rebuilt from the other; nothing is sent twice. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readOutbox, verifyChain } from '../../activities/store/read.ts';
import {
  handleOf,
  launch,
  readBooks,
  readHanded,
  readJourney,
  startJourney,
  tellJourney,
  viewJourney,
} from '../../client/journeys.ts';
import { type Finding, type Reconciled, reconcile } from '../../client/reconcile.ts';
import { historyOf, wholeJourney } from '../../client/stories.ts';
import { newestVersions } from '../../workflows/fold/rulebook.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import type { JourneyInput } from '../../workflows/messages.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const drills = Number(process.env.DRILLS ?? 10);
const today = germanDay(new Date().toISOString());
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const raised: Statement = { event: { type: 'conflict.raised', between: 'other' }, actor };
const mediated: Statement = { event: { type: 'conflict.mediated' }, actor };
const resolved: Statement = { event: { type: 'conflict.resolved' }, actor };
const contact: Statement = {
  event: { type: 'contact.recorded', with: 'trainer', how: 'phone', minutes: 10, reached: true },
  actor,
};
/** What is told after the start, so that there is something to lose. */
const later = [raised, contact, mediated, contact, resolved, contact, raised, contact];

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
});

/** The workflow as it stood once, to be set back to. */
async function stateOf(journey: string): Promise<JourneyInput> {
  const { journeys } = stage();
  const { now, machineVersion, policyVersion } = await viewJourney(journeys, journey);
  const [journal, handed] = [await readJourney(journeys, journey), await readHanded(journeys, journey)];
  return { journey, machineVersion, policyVersion, journal, handed, upTo: now, recorded: journal.length };
}

/** Waits until all is carried out and recorded. */
const settled = (journey: string): Promise<void> =>
  vi.waitFor(
    async () => {
      const { journeys, db } = stage();
      const handed = await readHanded(journeys, journey);
      expect(Object.values(handed).filter(({ order }) => order)).toEqual([]);
      expect(await found(journey, true)).toMatchObject({ found: { kind: 'same' } });
      expect(await verifyChain(db, journey)).toBeNull();
    },
    { timeout: 60_000, interval: 250 },
  );

async function found(journey: string, dryRun = false): Promise<Reconciled | undefined> {
  const { journeys, db } = stage();
  for await (const one of reconcile(journeys, db, { dryRun, only: [journey] })) return one;
  return undefined;
}

interface Told {
  readonly journey: string;
  /** How it stood after so many of the later statements. */
  readonly early: JourneyInput;
}

/** A journey with a past and some weeks of its own; the drill's number says where it is set back to. */
async function told(drill: number): Promise<Told> {
  const { journeys } = stage();
  const journey = someone();
  const start = addDays(today, -(200 + 20 * drill));
  await startJourney(journeys, journey, historyOf(wholeJourney(start), start, today), { past: true });
  let early: JourneyInput | undefined;
  for (const [index, statement] of later.entries()) {
    if (index === drill % later.length) early = await stateOf(journey);
    await tellJourney(journeys, journey, [statement], `told-${index}`);
  }
  await settled(journey);
  return { journey, early: early ?? { journey, ...newestVersions, journal: [] } };
}

/** Loses something, has it found in a dry run that changes nothing, closes the gap, and holds everything against before. */
async function drill({ journey }: Told, kind: Finding['kind'], lose: () => Promise<void>): Promise<void> {
  const { journeys, db } = stage();
  const before = await viewJourney(journeys, journey);
  const [journal, handed] = [await readJourney(journeys, journey), await readHanded(journeys, journey)];
  const mails = (await readOutbox(db, journey)).length;
  await lose();
  expect(await found(journey, true)).toMatchObject({ found: { kind }, closed: false });
  expect(await found(journey, true)).toMatchObject({ found: { kind }, closed: false });
  expect(await found(journey)).toMatchObject({ found: { kind }, closed: true, skipped: [] });
  expect(await found(journey)).toMatchObject({ found: { kind: 'same' }, closed: false });
  expect(await readJourney(journeys, journey)).toEqual(journal);
  const { now: _, ...view } = before;
  expect(await viewJourney(journeys, journey)).toMatchObject(view);
  expect(await verifyChain(db, journey)).toBeNull();
  expect(await readOutbox(db, journey)).toHaveLength(mails);
  const revs = Object.entries(await readHanded(journeys, journey)).map(([key, { rev }]) => [key, rev]);
  expect(Object.fromEntries(revs)).toMatchObject(
    Object.fromEntries(
      Object.entries(handed).flatMap(([key, { rev, op }]) => (op === 'skip' ? [] : [[key, rev]])),
    ),
  );
  // Request ids stay known, and life goes on: a conflict settled takes back what it asked for, one revision up.
  const again = await tellJourney(journeys, journey, [later.at(-1) ?? contact], `told-${later.length - 1}`);
  expect(again.seqs.every((seq) => seq <= journal.length)).toBe(true);
  const { changes } = await tellJourney(journeys, journey, [resolved]);
  for (const { key, rev } of changes) expect(rev, key).toBe((handed[key]?.rev ?? 0) + 1);
  await settled(journey);
}

const terminate = (journey: string) => handleOf(stage().journeys, journey).terminate('a drill');

async function wipe(journey: string, keep: number): Promise<void> {
  await stage()
    .db.transaction()
    .execute(async (tx) => {
      await tx.deleteFrom('entries').where('journeyId', '=', journey).where('seq', '>', keep).execute();
      await tx.deleteFrom('effects').where('journeyId', '=', journey).execute();
      await tx.deleteFrom('meetings').where('journeyId', '=', journey).execute();
      if (keep === 0) await tx.deleteFrom('journeys').where('id', '=', journey).execute();
      else await tx.updateTable('journeys').set({ entries: keep }).where('id', '=', journey).execute();
    });
}

describe(`${drills} restore drills each`, () => {
  const each = async (run: (journey: Told, number: number) => Promise<void>): Promise<void> => {
    await Promise.all(Array.from({ length: drills }, async (_, number) => run(await told(number), number)));
    console.log(`${drills} drills`);
  };

  it('a workflow that is lost goes on from the store', () =>
    each((journey) =>
      drill(journey, 'workflowMissing', () => terminate(journey.journey).then(() => undefined)),
    ));

  it('a workflow set back to an older day catches up from the store', () =>
    each((journey) =>
      drill(journey, 'workflowBehind', async () => {
        await terminate(journey.journey);
        await launch(stage().journeys, journey.early, { again: true });
      }),
    ));

  it('a store that is lost, or set back, is recorded again by the workflow', () =>
    each((journey, number) =>
      drill(journey, 'storeBehind', () => wipe(journey.journey, number % 3 === 0 ? 0 : 5)),
    ));
});

it('leaves to people what both say differently, and what was altered in the store', async () => {
  const { journeys, db, cli } = stage();
  const [one, other] = [await told(1), await told(2)];
  await terminate(one.journey);
  await launch(journeys, one.early, { again: true });
  await tellJourney(journeys, one.journey, [contact]);
  await db
    .updateTable('entries')
    .set({ entry: JSON.stringify({ seq: 2, requestId: 'x' }) })
    .where('journeyId', '=', other.journey)
    .where('seq', '=', 2)
    .execute();
  const { exitCode, stdout } = await cli('reconcile', one.journey, other.journey);
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(
    new RegExp(`^${one.journey} +both differ.*\\[${one.early.journal.length + 1}\\]`, 'm'),
  );
  expect(stdout).toMatch(new RegExp(`^${other.journey} +the store was altered.*\\[2\\]`, 'm'));
  expect(stdout).toContain('2 journeys: 0 same, 0 closed, 2 open.');
  expect((await readBooks(journeys, other.journey)).journal.length).toBeGreaterThan(2);
});
