/** Many take back what others enter and take back at the same moment, while orders are under way: the world follows the journal. */
import { beforeAll, expect, it, vi } from 'vitest';
import { readEffects, readMeetings, readOutbox } from '../../activities/store/read.ts';
import { readHanded, readJourney, startJourney, tellJourney } from '../../client/journeys.ts';
import { fold } from '../../workflows/fold/fold.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import { endings } from '../../workflows/journal/live.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { contractEnded, informed, rulebook, signed } from '../support/journal.ts';
import { someone, useStage } from '../support/playhouse.ts';
import { openReplayer, type Replayer } from '../support/replays.ts';

const stage = useStage();
const [journeyCount, senderCount, turns] = [2, 4, 8];
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const today = germanDay(new Date().toISOString());
const since = addDays(today, -40);
const begun: Statement[] = (
  [
    { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' },
    { type: 'intake.admitted', caseWorker: 'w-1', directStart: true },
    informed(),
    signed({ start: since, end: addDays(since, 1_000) }),
    { type: 'contract.registered' },
    { type: 'training.started' },
  ] satisfies JourneyEvent[]
).map((event) => ({ event, actor, effectiveAt: since }));

const counts = { entered: 0, takenBack: 0, undosTakenBack: 0, refused: 0 };

let replay: Replayer;

beforeAll(async () => {
  await stage().hirePeople();
  [replay] = await Promise.all([openReplayer(), stage().startWorker()]);
});

/** What each kind of sender tries again and again. */
const news: readonly JourneyEvent[] = [
  { type: 'conflict.raised', between: 'other' },
  { type: 'meeting.moved', startsAt: `${addDays(today, 21)}T09:00:00.000Z` },
  contractEnded(),
  { type: 'meeting.moved', startsAt: `${addDays(today, 28)}T09:00:00.000Z` },
];

/** Takes back the newest entry that counts and is one of these: an event, or an undo. */
async function takingBack(journey: string, isUndo: boolean): Promise<Statement | undefined> {
  const journal = await readJourney(stage().journeys, journey);
  const ended = endings(journal);
  const last = journal.findLast(
    ({ seq, voids, actor: { role } }) =>
      seq > begun.length && role !== 'system' && !ended.has(seq) && (voids !== undefined) === isUndo,
  );
  return last && { actor, voids: last.seq, reason: 'mistake' };
}

async function attempt(journey: string, statement: Statement | undefined): Promise<boolean> {
  if (!statement) return false;
  try {
    await tellJourney(stage().journeys, journey, [statement]);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    counts.refused += 1;
    return false;
  }
}

async function race(journey: string, sender: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const event = news[(sender + turn) % news.length];
    if (event && (await attempt(journey, { event, actor }))) counts.entered += 1;
    if (await attempt(journey, await takingBack(journey, false))) counts.takenBack += 1;
    if ((sender + turn) % 2 === 0 && (await attempt(journey, await takingBack(journey, true))))
      counts.undosTakenBack += 1;
  }
}

/** All is carried out: nothing is handed out that is not answered, in the workflow or in the store. */
const settled = (journey: string): Promise<void> =>
  vi.waitFor(
    async () => {
      const handed = Object.values(await readHanded(stage().journeys, journey));
      expect(handed.filter(({ order }) => order)).toEqual([]);
    },
    // Where attempts failed, as under load they may, the next round begins a minute later.
    { timeout: 150_000, interval: 500 },
  );

/** The world holds what the journal asks for, in the very revision that was handed out last, and each mail was sent once. */
async function worldIsAsTold(journey: string): Promise<number> {
  const { journeys, db } = stage();
  const journal = await readJourney(journeys, journey);
  const ended = endings(journal);
  const voided = journal.flatMap(({ seq, voids }) => (ended.has(seq) ? [] : (voids ?? [])));
  expect(new Set(voided).size).toBe(voided.length);
  const { effects } = fold(rulebook, journal, new Date().toISOString());
  const asked = Object.values(effects).filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const all = await readHanded(journeys, journey);
  const handed = Object.entries(all);
  const standing = handed.filter(([, { op }]) => op === 'make' || op === 'amend').map(([key]) => key);
  // A notice whose moment has passed is not sent again when an undo brings it back.
  const wanted = asked.map(({ key }) => key).filter((key) => all[key]?.op !== 'skip');
  expect(standing.toSorted()).toEqual(wanted.toSorted());
  const done = await readEffects(db, journey);
  for (const [key, { rev, op }] of handed) {
    const last = done.filter((one) => one.key === key).toSorted((a, b) => b.rev - a.rev)[0];
    const wish = op === 'skip' ? 'withdraw' : op;
    if (rev > 0) expect([key, last?.rev, last?.op, last?.status]).toEqual([key, rev, wish, 'done']);
  }
  const mails = await readOutbox(db, journey);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
  expect(mails.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
  for (const { key, status } of await readMeetings(db, journey)) {
    expect([key, status === 'scheduled']).toEqual([key, standing.includes(key)]);
    const last = new Map(mails.flatMap((mail) => (mail.key === key ? [[mail.personId, mail.op]] : [])));
    const holders = [...last.values()].filter((op) => op !== 'withdraw');
    expect([key, holders.length > 0]).toEqual([key, standing.includes(key)]);
  }
  return handed.reduce((sum, [, { rev }]) => sum + rev, 0);
}

it(`lets ${senderCount} senders enter and take back conflicts, meetings and contracts, and undos of each other`, async () => {
  let [revisions, runs] = [0, 0];
  await Promise.all(
    Array.from({ length: journeyCount }, async () => {
      const journey = someone();
      await startJourney(stage().journeys, journey, begun, { runLength: 200 });
      await Promise.all(Array.from({ length: senderCount }, (_, sender) => race(journey, sender)));
      await settled(journey);
      const [carriedOut, replayed] = [await worldIsAsTold(journey), await replay(stage().journeys, journey)];
      revisions += carriedOut;
      runs += replayed;
    }),
  );
  console.log(
    `${journeyCount} journeys: ${counts.entered} entered, ${counts.takenBack} taken back, ` +
      `${counts.undosTakenBack} undos taken back, ${counts.refused} refused, ${revisions} revisions carried out, ${runs} runs replayed`,
  );
  expect(counts.undosTakenBack).toBeGreaterThan(journeyCount);
  expect(counts.refused).toBeGreaterThan(0);
}, 300_000);
