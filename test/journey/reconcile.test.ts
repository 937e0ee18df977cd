/** Restore drills: each home of the truth is lost or set back, and rebuilt from the other; nothing is sent twice. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readJournal, readOutbox, verifyChain } from '../../activities/store/read.ts';
import * as api from '../../client/journeys.ts';
import type { Finding, Lack } from '../../client/reconcile/compare.ts';
import { type Reconciled, reconcile } from '../../client/reconcile/reconcile.ts';
import { historyOf, wholeJourney } from '../../client/stories.ts';
import { newestVersions } from '../../workflows/fold/rulebook.ts';
import { buildEntry, type Statement } from '../../workflows/journal/entry.ts';
import type { Handed, JourneyInput } from '../../workflows/messages.ts';
import { addDays, germanDay, noon } from '../../workflows/policy/calendar.ts';
import { someone, useStage } from '../support/playhouse.ts';

/** Namespaces of their own: a command for all journeys meets no others. The second one is a server that knows nobody. */
const stage = useStage('recovery');
const emptyServer = useStage('recovery-anew');
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

/** The workflow as it stands, to be set back to. */
async function stateOf(journey: string): Promise<JourneyInput> {
  const { journeys } = stage();
  const { now, machineVersion, policyVersion } = await api.viewJourney(journeys, journey);
  const journal = await api.readJourney(journeys, journey);
  const handed = await api.readHanded(journeys, journey);
  return { journey, machineVersion, policyVersion, journal, handed, upTo: now, recorded: journal.length };
}

async function found(journey: string, dryRun = false): Promise<Reconciled | undefined> {
  const { journeys, db } = stage();
  for await (const one of reconcile(journeys, db, { dryRun, only: [journey] })) return one;
  return undefined;
}

/** Waits until all is carried out and recorded. */
const settled = (journey: string): Promise<void> =>
  vi.waitFor(
    async () => {
      const { journeys, db } = stage();
      const handed = await api.readHanded(journeys, journey);
      expect(Object.values(handed).filter(({ order }) => order)).toEqual([]);
      expect(await found(journey, true)).toMatchObject({ found: { kind: 'same' } });
      expect(await verifyChain(db, journey)).toBeNull();
    },
    { timeout: 60_000, interval: 250 },
  );

const terminate = async (journey: string): Promise<void> => {
  await api.handleOf(stage().journeys, journey).terminate('a drill');
};

async function setBackTo(state: JourneyInput): Promise<void> {
  await terminate(state.journey);
  await api.launch(stage().journeys, state, { again: true });
}

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

/** A journey whose drills follow one another. */
interface Subject {
  readonly journey: string;
  /** As it began: since then two months of deadlines have passed. */
  readonly start: JourneyInput;
}

/** States to be set back to. */
interface Moments {
  readonly beforeMediation: JourneyInput;
  readonly beforeMove: JourneyInput;
}

/** What is lost, and what is found then. */
interface Loss {
  readonly finds: Finding['kind'];
  readonly lacks?: Lack;
  /** The journey moves to other rules before. */
  readonly moves?: boolean;
  readonly lose: (subject: Subject, moments: Moments) => Promise<void>;
}

const workflowLosses: readonly Loss[] = [
  { finds: 'workflowMissing', lose: ({ journey }) => terminate(journey) },
  { finds: 'workflowBehind', lacks: 'entries', lose: ({ start }) => setBackTo(start) },
  {
    // Where the move has changed a meeting, its new slot is an entry.
    ...{ finds: 'workflowBehind', moves: true },
    lose: (_, { beforeMove }) => setBackTo(beforeMove),
  },
  {
    ...{ finds: 'workflowBehind', lacks: 'entries' },
    lose: (_, { beforeMediation }) => setBackTo(beforeMediation),
  },
];

const rowOf = (journey: string) => stage().db.updateTable('journeys').where('id', '=', journey);
const storeLosses: readonly Loss[] = [
  { finds: 'storeBehind', lacks: 'entries', lose: ({ journey }) => wipe(journey, 5) },
  { finds: 'storeBehind', lacks: 'entries', lose: ({ journey }) => wipe(journey, 0) },
  {
    finds: 'storeBehind',
    lacks: 'state',
    lose: async ({ journey }) => {
      const old = {
        phase: 'intake',
        attention: 'none',
        nextDeadline: null,
        asOf: '2024-01-01T09:00:00.000Z',
      };
      await rowOf(journey).set(old).execute();
    },
  },
  {
    ...{ finds: 'storeBehind', lacks: 'rules', moves: true },
    lose: async ({ journey }) => {
      await rowOf(journey).set({ policyVersion: '2026-1', rulesSince: null }).execute();
    },
  },
  {
    finds: 'storeBehind',
    lacks: 'deeds',
    lose: async ({ journey }) => {
      const { db } = stage();
      await db.deleteFrom('effects').where('journeyId', '=', journey).execute();
      await db.deleteFrom('meetings').where('journeyId', '=', journey).execute();
    },
  },
];

/** A journey in training, as it stood two months ago; it has since then caught up. */
async function subjectOf(drill: number): Promise<Subject> {
  const then = addDays(today, -60);
  const first = addDays(then, -(150 + 20 * drill));
  const recordedAt = noon(then);
  const journal = historyOf(wholeJourney(first), first, then).map((statement, index) =>
    buildEntry(statement, { seq: index + 1, requestId: `past-${index}`, recordedAt }, recordedAt),
  );
  const journey = someone();
  const start: JourneyInput = { journey, ...newestVersions, journal, upTo: recordedAt };
  await api.launch(stage().journeys, start);
  await settled(journey);
  return { journey, start };
}

const subjects: Subject[] = [];
beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
  subjects.push(...(await Promise.all(Array.from({ length: drills }, (_, number) => subjectOf(number)))));
});

const mailsOf = async (journey: string): Promise<string[]> =>
  (await readOutbox(stage().db, journey)).map(({ messageId }) => messageId);

type HandedOut = Readonly<Record<string, Handed>>;
const revisionsIn = (handed: HandedOut): Record<string, number> =>
  Object.fromEntries(Object.entries(handed).flatMap(([key, { rev }]) => (rev > 0 ? [[key, rev]] : [])));

/** Tells, loses, finds it in a dry run that changes nothing, closes the gap, and holds everything against before. */
async function drill(subject: Subject, { finds, lacks, moves, lose }: Loss): Promise<Finding | undefined> {
  const { journey } = subject;
  const { journeys } = stage();
  await api.tellJourney(journeys, journey, [raised, contact], `${finds}-1`);
  const beforeMediation = await stateOf(journey);
  await api.tellJourney(journeys, journey, [mediated], `${finds}-2`);
  await settled(journey);
  const beforeMove = await stateOf(journey);
  if (moves) await api.migrateJourney(journeys, journey, { policyVersion: '2026-1-monthly' });
  await settled(journey);
  const { now: _, ...view } = await api.viewJourney(journeys, journey);
  const [state, mails] = [await stateOf(journey), await mailsOf(journey)];
  await lose(subject, { beforeMediation, beforeMove });
  const gap = { found: lacks ? { kind: finds, lacks } : { kind: finds } };
  const dry = await found(journey, true);
  expect(dry).toMatchObject({ ...gap, closed: false });
  expect(await found(journey)).toMatchObject({ ...gap, closed: true, reasons: [] });
  expect(await found(journey)).toMatchObject({ found: { kind: 'same' }, closed: false });
  expect(await api.readJourney(journeys, journey)).toEqual(state.journal);
  expect(await api.viewJourney(journeys, journey)).toMatchObject(view);
  expect(await mailsOf(journey)).toEqual(mails);
  expect(revisionsIn(await api.readHanded(journeys, journey))).toEqual(revisionsIn(state.handed ?? {}));
  // Request ids stay known, and life goes on: a conflict settled takes back what it asked for, one revision up.
  const again = await api.tellJourney(journeys, journey, [mediated], `${finds}-2`);
  expect(again.seqs.every((seq) => seq <= state.journal.length)).toBe(true);
  const { changes } = await api.tellJourney(journeys, journey, [resolved]);
  for (const { key, rev } of changes) expect(rev, key).toBe((state.handed?.[key]?.rev ?? 0) + 1);
  await settled(journey);
  return dry?.found;
}

describe(`${drills} restore drills each`, () => {
  const each = async (direction: string, losses: readonly Loss[]): Promise<void> => {
    const counts: Record<string, number> = {};
    await Promise.all(
      subjects.map(async (subject, number) => {
        const loss = losses[number % losses.length];
        if (!loss) return;
        const gap = await drill(subject, loss);
        const what = gap && 'lacks' in gap ? `${gap.kind}: ${gap.lacks}` : `${gap?.kind}`;
        counts[what] = (counts[what] ?? 0) + 1;
      }),
    );
    console.log(`${drills} drills, ${direction}:`, counts);
  };

  it('a workflow that is lost or set back goes on from the store', () =>
    each('from the store to the workflow', workflowLosses));

  it('a store that is set back is recorded again by the workflow', () =>
    each('from the workflow to the store', storeLosses));

  it('a store that lost all journeys is filled again by one command', async () => {
    const { db, cli } = stage();
    for (const table of ['entries', 'effects', 'meetings', 'journeys'] as const)
      await db.deleteFrom(table).execute();
    const filled = await cli('reconcile');
    expect(filled.stdout).toContain(`${drills} journeys: 0 same, ${drills} closed, 0 open.`);
    expect(filled.exitCode).toBe(0);
    const again = await cli('reconcile', '--dry-run');
    expect(again.stdout).toMatch(new RegExp(`^${drills} journeys: ${drills} same`));
    expect(again.exitCode).toBe(0);
    console.log(`${drills} drills, from the workflows to an empty store`);
  });

  it('a server that knows no journey any more takes all of them up again', async () => {
    const { db, databaseUrl } = stage();
    const { journeys: anew, startWorker } = emptyServer();
    const before = await Promise.all(
      subjects.map(async ({ journey }) => ({ ...(await stateOf(journey)), mails: await mailsOf(journey) })),
    );
    await Promise.all([
      startWorker({ env: { DATABASE_URL: databaseUrl } }),
      ...subjects.map(({ journey }) => terminate(journey)),
    ]);
    const found: Reconciled[] = [];
    for await (const one of reconcile(anew, db)) found.push(one);
    expect(found.map(({ found: { kind }, closed }) => [kind, closed])).toEqual(
      subjects.map(() => ['workflowMissing', true]),
    );
    await Promise.all(
      before.map(async ({ journey, journal, handed = {}, mails }) => {
        expect(await api.readJourney(anew, journey)).toEqual(journal);
        expect(revisionsIn(await api.readHanded(anew, journey))).toEqual(revisionsIn(handed));
        expect(await mailsOf(journey)).toEqual(mails);
      }),
    );
    console.log(`${drills} drills, from the store to an empty server`);
  });
});

it('carries out once what was open when the workflow was lost', async () => {
  const { journeys, db } = stage();
  const { journey } = await subjectOf(3);
  const nobody = { id: `l-${journey}`, name: 'Beispiel Leitung ohne Adresse' };
  await db
    .insertInto('people')
    .values({ ...nobody, email: null })
    .execute();
  const involved = { scope: 'journey', scopeId: journey, role: 'teamLead', personId: nobody.id } as const;
  await db.insertInto('involvements').values(involved).execute();
  const { seqs } = await api.tellJourney(journeys, journey, [raised, mediated]);
  const key = `conflict/${seqs[0]}/mediation`;
  const order = db.selectFrom('effects').select('status').where('journeyId', '=', journey);
  await vi.waitFor(async () => {
    expect(await order.where('key', '=', key).execute()).toEqual([{ status: 'begun' }]);
    expect((await readJournal(db, journey)).length).toBeGreaterThanOrEqual(seqs[1] ?? 0);
  });
  await terminate(journey);
  const email = 'leitung@example.org';
  await db.updateTable('people').set({ email }).where('id', '=', nobody.id).execute();
  expect(await found(journey)).toMatchObject({
    found: { kind: 'workflowMissing' },
    closed: true,
    skipped: [],
  });
  await settled(journey);
  const mails = (await readOutbox(db, journey)).filter((mail) => mail.key === key);
  expect(mails.map(({ rev, personId }) => [rev, personId])).toEqual([
    [1, 'w-1'],
    [1, nobody.id],
  ]);
});

it('keeps for a journey from another provider what was sent there', async () => {
  const { journeys, db } = stage();
  const there = await subjectOf(4);
  await api.tellJourney(journeys, there.journey, [raised, mediated]);
  await settled(there.journey);
  const { recorded: _, ...state } = await stateOf(there.journey);
  const journey = someone();
  await api.launch(journeys, { ...state, journey });
  await settled(journey);
  await terminate(journey);
  expect(await found(journey)).toMatchObject({
    found: { kind: 'workflowMissing' },
    closed: true,
    skipped: [],
  });
  const handed = await api.readHanded(journeys, journey);
  expect(revisionsIn(handed)).toEqual(revisionsIn(state.handed ?? {}));
  expect(await readOutbox(db, journey)).toEqual([]);
});
