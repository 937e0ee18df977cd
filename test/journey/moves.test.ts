/** A journey moves to another provider: closed here, in a signed bundle, and going on there where it stood. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { readOutbox } from '../../activities/store/read.ts';
import { readHanded, readJourney, startJourney, tellJourney, viewJourney } from '../../client/journeys.ts';
import { historyOf, wholeJourney } from '../../client/stories.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { addDays, germanDay } from '../../workflows/policy/calendar.ts';
import { type Stage, someone, useStage } from '../support/playhouse.ts';

const sender = useStage();
const receiver = useStage('second-provider');
const today = germanDay(new Date().toISOString());
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const raised: Statement = { event: { type: 'conflict.raised', between: 'other' }, actor };
const journey = someone();
let folder = '';
const at = (name: string): string => join(folder, name);
const receiving = (bundle: string, from = 'one.public.json'): string[] => [
  ...['receive', at(bundle), '--from', at(from), '--keys', at('two.keys.json')],
  ...['--site', 'site-9', '--federal-state', 'BW', '--case-worker', 'w-9'],
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-moves-'));
  await Promise.all([sender().hirePeople(), sender().startWorker(), receiver().startWorker()]);
  await savePeople(
    receiver().db,
    Roster.parse({
      people: [
        { id: 'w-9', name: 'Andere Begleitung', email: 'begleitung@other.example' },
        { id: 'l-9', name: 'Andere Leitung', email: 'leitung@other.example' },
        { id: 't-1', name: 'Ganz jemand anderes', email: 'jemand@other.example' },
      ],
      involvements: [
        { scope: 'site', scopeId: 'site-9', role: 'caseWorker', personId: 'w-9' },
        { scope: 'site', scopeId: 'site-9', role: 'teamLead', personId: 'l-9' },
      ],
    }),
  );
  for (const name of ['one', 'two', 'three']) {
    await sender().cli('keys', 'create', `provider-${name}`, '--out', at(`${name}.keys.json`));
    const { stdout } = await sender().cli('keys', 'public', at(`${name}.keys.json`));
    await writeFile(at(`${name}.public.json`), stdout);
  }
  const start = addDays(today, -400);
  await startJourney(sender().journeys, journey, historyOf(wholeJourney(start), start, today), {
    past: true,
  });
  await tellJourney(sender().journeys, journey, [raised]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Waits until everything that was handed out is done. */
const settled = ({ journeys }: Stage): Promise<void> =>
  vi.waitFor(
    async () => {
      const handed = await readHanded(journeys, journey);
      expect(Object.values(handed).filter(({ order }) => order)).toEqual([]);
    },
    { timeout: 30_000 },
  );

const mailsOf = async ({ db }: Stage): Promise<string[]> =>
  (await readOutbox(db, journey)).map(({ key, rev, recipientRole }) => `${key} ${rev} ${recipientRole}`);

it('keeps private keys for their owner only, and gives the public half', async () => {
  expect((await stat(at('one.keys.json'))).mode & 0o777).toBe(0o600);
  const secret: string[] = JSON.parse(await readFile(at('one.keys.json'), 'utf8')).keys.map(
    ({ d }: { d: string }) => d,
  );
  const open = await readFile(at('one.public.json'), 'utf8');
  expect(secret).toHaveLength(2);
  for (const d of secret) expect(open).not.toContain(d);
  const again = await sender().cli('keys', 'create', 'provider-one', '--out', at('one.keys.json'));
  expect([again.exitCode, again.stderr]).toEqual([2, expect.stringContaining('EEXIST')]);
});

it('goes on at the receiver where it stood at the sender', async () => {
  await settled(sender());
  const before = await viewJourney(sender().journeys, journey);
  const transferring = ['transfer', journey, '--to', at('two.public.json'), '--keys', at('one.keys.json')];
  const away = await sender().cli(...transferring, '--out', at('bundle.json'), '--as', 'l-1');
  expect([away.exitCode, away.stderr]).toEqual([0, '']);
  expect(await viewJourney(sender().journeys, journey)).toMatchObject({ phase: 'closed' });
  await settled(sender());
  const sentHere = await mailsOf(sender());

  // A lost file is no loss: the same journal and people once more.
  expect((await sender().cli(...transferring, '--out', at('again.json'))).exitCode).toBe(0);
  const elsewhere = await sender().cli(
    ...transferring.with(3, at('three.public.json')),
    '--out',
    at('x.json'),
  );
  expect([elsewhere.exitCode, elsewhere.stderr]).toEqual([2, expect.stringContaining('not-transferred')]);

  const here = await receiver().cli(...receiving('again.json'));
  expect([here.exitCode, here.stderr]).toEqual([0, '']);
  const after = await viewJourney(receiver().journeys, journey);
  expect(after.places).toEqual(before.places);
  expect(after.open).toEqual(before.open);
  expect(after.milestones).toEqual(before.milestones);
  const { site: _, caseWorker: __, federalState: ___, ...facts } = before.facts;
  expect(after.facts).toMatchObject({ ...facts, site: 'site-9', caseWorker: 'w-9' });
  const journal = await readJourney(receiver().journeys, journey);
  const left = await readJourney(sender().journeys, journey);
  expect(journal.slice(0, left.length)).toEqual(left);
  expect(journal.at(-1)?.event).toMatchObject({ type: 'journey.received', from: 'provider-one' });

  // What was sent there is not sent again; what comes now goes on from its revisions.
  await settled(receiver());
  const handedHere = await readHanded(sender().journeys, journey);
  await tellJourney(receiver().journeys, journey, [
    { event: { type: 'conflict.mediated' }, actor: { role: 'caseWorker', id: 'w-9' } },
  ]);
  await settled(receiver());
  const handedThere = await readHanded(receiver().journeys, journey);
  for (const [key, { rev }] of Object.entries(handedHere)) {
    expect(handedThere[key]?.rev ?? 0, key).toBeGreaterThanOrEqual(rev);
  }
  const sentThere = await mailsOf(receiver());
  expect(sentThere.filter((mail) => sentHere.includes(mail))).toEqual([]);
});

it('brings the people along, and overwrites nobody who has the same id here', async () => {
  const people = await receiver().db.selectFrom('people').selectAll().orderBy('id').execute();
  expect(people).toContainEqual({ id: 't-1', name: 'Ganz jemand anderes', email: 'jemand@other.example' });
  const own = await receiver()
    .db.selectFrom('involvements')
    .innerJoin('people', 'people.id', 'involvements.personId')
    .select(['role', 'name'])
    .where('scopeId', '=', journey)
    .execute();
  expect(own).toContainEqual({ role: 'participant', name: 'Beispiel Teilnehmerin' });
});

it('names nobody in the clear', async () => {
  const text = await readFile(at('bundle.json'), 'utf8');
  const { payload } = JSON.parse(text);
  const open = text + Buffer.from(payload, 'base64url').toString('utf8');
  const { people } = JSON.parse(
    await readFile(join(import.meta.dirname, '..', '..', 'client', 'examplePeople.json'), 'utf8'),
  );
  for (const { name, email } of people) {
    expect(open).not.toContain(name);
    expect(open).not.toContain(email);
  }
});

it('refuses what is received already, altered, for others, or from somebody else, and changes nothing', async () => {
  const before = await readJourney(receiver().journeys, journey);
  const text = await readFile(at('bundle.json'), 'utf8');
  const file: Record<string, string> = JSON.parse(text);
  for (const part of ['payload', 'signature', 'protected']) {
    const middle = Math.floor((file[part] ?? '').length / 2);
    const other = file[part]?.[middle] === 'A' ? 'B' : 'A';
    const altered = `${file[part]?.slice(0, middle)}${other}${file[part]?.slice(middle + 1)}`;
    await writeFile(at(`${part}.json`), JSON.stringify({ ...file, [part]: altered }));
    const refused = await receiver().cli(...receiving(`${part}.json`));
    expect([part, refused.exitCode, refused.stderr]).toEqual([
      part,
      2,
      expect.stringContaining('bundle-invalid'),
    ]);
  }
  const again = await receiver().cli(...receiving('bundle.json'));
  expect([again.exitCode, again.stderr]).toEqual([2, expect.stringContaining('gibt es hier schon')]);
  const stranger = await receiver().cli(...receiving('bundle.json', 'three.public.json'));
  expect([stranger.exitCode, stranger.stderr]).toEqual([2, expect.stringContaining('Unterschrift')]);
  const forOthers = receiving('bundle.json').map((word) => word.replace('two.keys', 'three.keys'));
  const lost = await receiver().cli(...forOthers);
  expect([lost.exitCode, lost.stderr]).toEqual([2, expect.stringContaining('not-addressed')]);
  expect(await readJourney(receiver().journeys, journey)).toEqual(before);
});
