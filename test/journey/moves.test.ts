/** A journey moves to another provider: closed here, in a signed bundle, and going on there where it stood. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Roster, savePeople } from '../../activities/store/people.ts';
import { readJournal, readOutbox, verifyChain } from '../../activities/store/read.ts';
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
const start = addDays(today, -400);
const history = historyOf(wholeJourney(start), start, today);
let folder = '';
const at = (name: string): string => join(folder, name);
/** The options of a command that the sender gives, for a partner. */
const handing = (to: string, out: string): string[] => [
  ...['--to', at(`${to}.public.json`), '--keys', at('one.keys.json')],
  ...['--out', at(out), '--as', 'l-1'],
];
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
  await startJourney(sender().journeys, journey, history, { past: true });
  await tellJourney(sender().journeys, journey, [raised]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Waits until everything that was handed out is done. */
const settled = ({ journeys }: Stage, whose = journey): Promise<void> =>
  vi.waitFor(
    async () => {
      const handed = await readHanded(journeys, whose);
      expect(Object.values(handed).filter(({ order }) => order)).toEqual([]);
    },
    { timeout: 30_000 },
  );

const mailsOf = async ({ db }: Stage, whose = journey): Promise<string[]> =>
  (await readOutbox(db, whose)).map(({ key, rev, recipientRole }) => `${key} ${rev} ${recipientRole}`);

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
  expect(again.stderr).toMatch(/de: .* lässt sich nicht schreiben[\s\S]*en: .* cannot be written/);
});

it('takes only the keys it asks for, and says so in both languages', async () => {
  const asked = ['transfer', journey, '--to', at('two.keys.json'), '--keys', at('one.keys.json')];
  const { exitCode, stderr } = await sender().cli(...asked, '--out', at('none.json'), '--json');
  expect([exitCode, existsSync(at('none.json'))]).toEqual([2, false]);
  const { code, reasons } = JSON.parse(stderr);
  expect([code, reasons]).toEqual([
    'bad-input',
    [
      {
        code: 'bad-input',
        de: expect.stringContaining('keine öffentlichen Schlüssel'),
        en: expect.stringContaining('no public keys'),
      },
    ],
  ]);
  const { keys } = JSON.parse(await readFile(at('two.keys.json'), 'utf8'));
  for (const { d } of keys) expect(stderr).not.toContain(d);
});

it('writes over nothing that is no bundle of the journey, and leaves no file where it is refused', async () => {
  const secret = await readFile(at('one.keys.json'), 'utf8');
  await writeFile(at('letter.txt'), 'dear');
  for (const out of ['one.keys.json', 'letter.txt', '.']) {
    const { exitCode, stderr } = await sender().cli('transfer', journey, ...handing('two', out));
    expect([out, exitCode, stderr]).toEqual([out, 2, expect.stringContaining('kein Bündel')]);
  }
  expect(await readFile(at('one.keys.json'), 'utf8')).toBe(secret);
  expect(await readFile(at('letter.txt'), 'utf8')).toBe('dear');
  const unknown = await sender().cli('transfer', someone(), ...handing('two', 'unknown.json'));
  expect([unknown.exitCode, unknown.stderr]).toEqual([2, expect.stringContaining('journey-not-found')]);
  const nowhere = await sender().cli('transfer', journey, ...handing('two', 'nowhere/bundle.json'));
  expect([nowhere.exitCode, nowhere.stderr]).toEqual([2, expect.stringContaining('ENOENT')]);
  expect((await readdir(folder)).filter((name) => /unknown|part$/.test(name))).toEqual([]);
  expect(await viewJourney(sender().journeys, journey)).not.toMatchObject({ phase: 'closed' });
});

it('goes on at the receiver where it stood at the sender', async () => {
  await settled(sender());
  const before = await viewJourney(sender().journeys, journey);
  const away = await sender().cli('transfer', journey, ...handing('two', 'bundle.json'));
  expect([away.exitCode, away.stderr]).toEqual([0, '']);
  expect(away.stdout).toMatch(/Personen: [1-9][\s\S]*people: [1-9]/);
  expect(await viewJourney(sender().journeys, journey)).toMatchObject({ phase: 'closed' });
  await settled(sender());
  const sentHere = await mailsOf(sender());

  // A lost file is no loss: the same journal and people once more.
  await writeFile(at('again.json'), await readFile(at('bundle.json')), { mode: 0o644 });
  const again = await sender().cli('transfer', journey, ...handing('two', 'again.json'), '--json');
  const left = await readJourney(sender().journeys, journey);
  expect(JSON.parse(again.stdout)).toMatchObject({ entries: left.length, people: expect.any(Number) });
  expect((await stat(at('again.json'))).mode & 0o777).toBe(0o600);
  const elsewhere = await sender().cli('transfer', journey, ...handing('three', 'x.json'));
  expect([elsewhere.exitCode, elsewhere.stderr]).toEqual([2, expect.stringContaining('not-transferred')]);
  expect(existsSync(at('x.json'))).toBe(false);

  const here = await receiver().cli(...receiving('again.json'));
  expect([here.exitCode, here.stderr]).toEqual([0, '']);
  const after = await viewJourney(receiver().journeys, journey);
  expect(after.places).toEqual(before.places);
  expect(after.open).toEqual(before.open);
  expect(after.milestones).toEqual(before.milestones);
  const { site: _, caseWorker: __, federalState: ___, ...facts } = before.facts;
  expect(after.facts).toMatchObject({ ...facts, site: 'site-9', caseWorker: 'w-9' });
  const journal = await readJourney(receiver().journeys, journey);
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
  const people = await receiver().db.selectFrom('people').select(['id', 'name', 'email']).execute();
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
  expect([again.exitCode, again.stderr]).toEqual([
    2,
    expect.stringContaining('gibt es hier schon, mit allem'),
  ]);
  const stranger = await receiver().cli(...receiving('bundle.json', 'three.public.json'));
  expect([stranger.exitCode, stranger.stderr]).toEqual([2, expect.stringContaining('Unterschrift')]);
  const forOthers = receiving('bundle.json').map((word) => word.replace('two.keys', 'three.keys'));
  const lost = await receiver().cli(...forOthers);
  expect([lost.exitCode, lost.stderr]).toEqual([2, expect.stringContaining('not-addressed')]);
  expect(await readJourney(receiver().journeys, journey)).toEqual(before);
});

it('is not taken back by mistake while somebody else may have it', async () => {
  const before = await readJourney(sender().journeys, journey);
  const taking = ['--reason', 'mistake', '--as', 'teamLead:l-1'];
  for (const command of [
    ['undo', journey, String(before.length)],
    ['tell', journey, '--voids', String(before.length)],
  ]) {
    const { exitCode, stderr } = await sender().cli(...command, ...taking);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/de: .*zwei Trägern[\s\S]*--not-received/)]);
  }
  expect(await readJourney(sender().journeys, journey)).toEqual(before);
});

it('comes back with all that happened, into the books that were left', async () => {
  const there = await viewJourney(receiver().journeys, journey);
  const sentThere = await mailsOf(receiver());
  const sentBefore = await mailsOf(sender());
  const away = await receiver().cli(
    ...['transfer', journey, '--to', at('one.public.json'), '--keys', at('two.keys.json')],
    ...['--out', at('back.json')],
  );
  expect([away.exitCode, away.stderr]).toEqual([0, '']);
  const coming = [
    ...['receive', at('back.json'), '--from', at('two.public.json'), '--keys', at('one.keys.json')],
    ...['--site', 'site-1', '--federal-state', 'BW', '--case-worker', 'w-1'],
  ];
  const back = await sender().cli(...coming);
  expect([back.exitCode, back.stderr]).toEqual([0, '']);
  expect(back.stdout).toMatch(/läuft hier wieder[\s\S]*goes on here again/);

  const here = await viewJourney(sender().journeys, journey);
  expect(here.places.map(({ path }) => path)).toEqual(there.places.map(({ path }) => path));
  expect(here.facts).toMatchObject({ site: 'site-1', caseWorker: 'w-1' });
  await settled(sender());
  const journal = await readJourney(sender().journeys, journey);
  await vi.waitFor(async () => expect(await readJournal(sender().db, journey)).toHaveLength(journal.length));
  expect(await verifyChain(sender().db, journey)).toBeNull();
  const told = await sender().cli('tell', journey, 'conflict.resolved', '--as', 'caseWorker:w-1');
  expect([told.exitCode, told.stderr]).toEqual([0, '']);
  const sentNow = (await mailsOf(sender())).filter((mail) => !sentBefore.includes(mail));
  expect(sentNow.filter((mail) => sentThere.includes(mail))).toEqual([]);

  const again = await sender().cli(...coming);
  expect([again.exitCode, again.stderr]).toEqual([
    2,
    expect.stringContaining('gibt es hier schon, mit allem'),
  ]);
});

it('takes along what nobody could be told yet; told more after it left, it cannot come back', async () => {
  const stuck = someone();
  // Nobody knows this case worker's address.
  const statements = JSON.parse(JSON.stringify(history).replaceAll('"w-1"', '"w-unknown"'));
  await startJourney(sender().journeys, stuck, statements, { past: true });
  await tellJourney(sender().journeys, stuck, [raised]);
  const mistaken = await sender().cli('transfer', stuck, ...handing('three', 'mistaken.json'));
  expect([mistaken.exitCode, mistaken.stderr]).toEqual([0, '']);
  const seq = (await readJourney(sender().journeys, stuck)).length;
  const taking = ['--reason', 'mistake', '--as', 'teamLead:l-1', '--not-received'];
  const undone = await sender().cli('undo', stuck, String(seq), ...taking);
  expect([undone.exitCode, undone.stderr]).toEqual([0, '']);

  const away = await sender().cli('transfer', stuck, ...handing('two', 'stuck.json'), '--json');
  expect([away.exitCode, away.stderr]).toEqual([0, '']);
  expect(JSON.parse(away.stdout).openEffects).toBeGreaterThan(0);
  const here = await receiver().cli(...receiving('stuck.json'), '--json');
  expect([here.exitCode, JSON.parse(here.stdout).openEffects]).toEqual([
    0,
    JSON.parse(away.stdout).openEffects,
  ]);
  await settled(receiver(), stuck);
  const isConflict = (mail: string): boolean => mail.startsWith('conflict/');
  expect((await mailsOf(sender(), stuck)).filter(isConflict)).toEqual([]);
  expect((await mailsOf(receiver(), stuck)).filter(isConflict)).not.toEqual([]);

  await tellJourney(sender().journeys, stuck, [
    { event: { type: 'legalHold.placed' }, actor: { role: 'dataProtection' } },
  ]);
  const back = ['transfer', stuck, '--to', at('one.public.json'), '--keys', at('two.keys.json')];
  expect((await receiver().cli(...back, '--out', at('stuckBack.json'))).exitCode).toBe(0);
  const refused = await sender().cli(
    ...['receive', at('stuckBack.json'), '--from', at('two.public.json'), '--keys', at('one.keys.json')],
    ...['--site', 'site-1', '--federal-state', 'BW', '--case-worker', 'w-1', '--json'],
  );
  expect(refused.exitCode).toBe(2);
  expect(JSON.parse(refused.stderr).reasons).toEqual([expect.objectContaining({ code: 'journal-differs' })]);
});
