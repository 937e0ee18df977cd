/** Case workers change and are absent: a caseload goes over at once, and invitations follow whoever is there. */
import { beforeAll, expect, it, vi } from 'vitest';
import { listJourneys, readOutbox } from '../../activities/store/read.ts';
import { startJourney, tellJourney, viewJourney } from '../../client/journeys.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { someone, useStage } from '../support/playhouse.ts';

const stage = useStage();
const today = germanDay(new Date().toISOString());
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const saying = (event: { type: string; [field: string]: unknown }, day = today): Statement => ({
  event,
  actor,
  effectiveAt: day,
});
const referral = (caseWorker: string, day = today): Statement =>
  saying({ type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW', caseWorker }, day);

beforeAll(async () => {
  await stage().hirePeople();
  await stage().startWorker();
});

it('proposes a whole caseload to another, and each journey says for itself whether it can', async () => {
  const { journeys, db } = stage();
  const [free, busy, declined, another] = [someone(), someone(), someone(), someone()];
  for (const journey of [free, busy, declined]) await startJourney(journeys, journey, [referral('w-7')]);
  await startJourney(journeys, another, [referral('w-8')]);
  await tellJourney(journeys, busy, [saying({ type: 'handover.proposed', to: 'w-3' })]);
  await tellJourney(journeys, declined, [saying({ type: 'intake.declined', reason: 'noNeed' })]);
  await vi.waitFor(
    async () => {
      const rows = await listJourneys(db, { caseWorker: 'w-7', limit: 10, offset: 0 });
      expect(rows.map(({ phase }) => phase).toSorted()).toEqual(['closed', 'intake', 'intake']);
    },
    { timeout: 20_000 },
  );
  const { exitCode, stdout } = await stage().cli('handover', 'w-7', 'w-2', '--as', 'l-1', '--json');
  const results: { journey: string; done: boolean; reasons: { de: string; en: string }[] }[] =
    JSON.parse(stdout);
  expect(exitCode).toBe(2);
  expect(Object.fromEntries(results.map(({ journey, done }) => [journey, done]))).toEqual({
    [free]: true,
    [busy]: false,
  });
  expect(results.find(({ journey }) => journey === busy)?.reasons[0]).toMatchObject({
    de: expect.stringContaining('Noch nicht genehmigt'),
    en: expect.stringContaining('Not approved yet'),
  });
  const { facts } = await viewJourney(journeys, free);
  expect(facts).toMatchObject({ caseWorker: 'w-7', handover: { to: 'w-2' } });
});

it('invites the deputy in place of the case worker who is away', async () => {
  const { journeys, db } = stage();
  const journey = someone();
  const entry = addDays(today, -40);
  const admission = saying({ type: 'intake.admitted', caseWorker: 'w-1' }, entry);
  await startJourney(journeys, journey, [referral('w-1', entry), admission]);
  await vi.waitFor(async () => expect((await viewJourney(journeys, journey)).facts.meeting).toBeDefined(), {
    timeout: 20_000,
  });
  const away = { type: 'deputy.appointed', deputy: 'w-2', from: today, until: addDays(today, 60) };
  const { changes } = await tellJourney(journeys, journey, [saying(away)]);
  const key = changes.find(({ kind }) => kind === 'reflectionMeeting')?.key;
  expect(changes).toContainEqual(expect.objectContaining({ op: 'amend', key, rev: 2 }));
  await vi.waitFor(
    async () => {
      const mails = (await readOutbox(db, journey)).filter((mail) => mail.key === key && mail.rev === 2);
      const told = mails.map(({ personId, op }) => `${personId} ${op}`);
      expect(told.toSorted()).toEqual(['t-1 amend', 'w-1 withdraw', 'w-2 amend']);
    },
    { timeout: 20_000 },
  );
});

it('takes the open invitation over to the new case worker, and tells the others of it', async () => {
  const { journeys, db } = stage();
  const journey = someone();
  const entry = addDays(today, -40);
  const admission = saying({ type: 'intake.admitted', caseWorker: 'w-1' }, entry);
  await startJourney(journeys, journey, [referral('w-1', entry), admission]);
  await vi.waitFor(async () => expect((await viewJourney(journeys, journey)).facts.meeting).toBeDefined(), {
    timeout: 20_000,
  });
  const { facts: before } = await viewJourney(journeys, journey);
  const mailsOf = async (rev: number): Promise<string[]> => {
    const mails = await readOutbox(db, journey);
    return mails.flatMap((one) =>
      one.key === before.meeting?.key && one.rev === rev ? [`${one.personId} ${one.op}`] : [],
    );
  };
  expect((await mailsOf(1)).toSorted()).toEqual(['t-1 make', 'w-1 make']);
  await tellJourney(journeys, journey, [
    { event: { type: 'handover.proposed', to: 'w-2' }, actor: { role: 'teamLead', id: 'l-1' } },
  ]);
  expect((await viewJourney(journeys, journey)).facts).toMatchObject({ caseWorker: 'w-1' });
  const { changes } = await tellJourney(journeys, journey, [
    { event: { type: 'handover.accepted' }, actor: { role: 'caseWorker', id: 'w-2' } },
  ]);
  expect(changes).toContainEqual(
    expect.objectContaining({ op: 'amend', key: before.meeting?.key, rev: 2, kind: 'reflectionMeeting' }),
  );
  await vi.waitFor(
    async () => expect((await mailsOf(2)).toSorted()).toEqual(['t-1 amend', 'w-1 withdraw', 'w-2 amend']),
    { timeout: 20_000 },
  );
  const { facts } = await viewJourney(journeys, journey);
  expect(facts).toMatchObject({ caseWorker: 'w-2', meeting: { key: before.meeting?.key } });
  expect(facts.handover).toBeUndefined();
  expect((await readOutbox(db, journey)).filter(({ key }) => key === before.meeting?.key)).toHaveLength(5);
});
