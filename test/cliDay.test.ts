/** The case worker's day on the command line: lists, today, meetings, the team, several journeys at once, data protection, figures. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Roster, savePeople } from '../activities/store/people.ts';
import { listJourneys } from '../activities/store/read.ts';
import { addRefusal } from '../activities/store/refusals.ts';
import type { ClientError } from '../client/errors.ts';
import { startJourney, tellJourney, viewJourney } from '../client/journeys.ts';
import { createProgram } from '../client/program.ts';
import type { JourneyEvent } from '../workflows/journal/events.ts';
import { Refusal } from '../workflows/journal/refusal.ts';
import { addDays, type Day, germanDay } from '../workflows/policy/calendar.ts';
import { useStage } from './support/playhouse.ts';

const stage = useStage();
const today = germanDay(new Date().toISOString());
const entry = addDays(today, -40);
const actor = { role: 'caseWorker', id: 'w-1' } as const;
const saying = (event: JourneyEvent, effectiveAt: Day = today) => ({ event, actor, effectiveAt });

const ids = { waiting: '', first: '', second: '' };

beforeAll(async () => {
  await stage().hirePeople();
  const involvements = [{ scope: 'site', scopeId: 'site-1', role: 'caseWorker', personId: 'w-2' }];
  await savePeople(stage().db, Roster.parse({ involvements }));
  for (const [name, value] of Object.entries(stage().env)) vi.stubEnv(name, value);
  await stage().startWorker();
  const { journeys, db } = stage();
  const mark = crypto.randomUUID().slice(0, 8);
  Object.assign(ids, { waiting: `p-${mark}-a`, first: `p-${mark}-b`, second: `p-${mark}-c` });
  const referred = saying(
    { type: 'intake.referred', source: 'funder', site: 'site-1', federalState: 'BW' },
    entry,
  );
  const admitted = saying({ type: 'intake.admitted', caseWorker: 'w-1', directStart: false }, entry);
  await startJourney(journeys, ids.waiting, [referred]);
  await startJourney(journeys, ids.first, [referred, admitted]);
  await startJourney(journeys, ids.second, [referred, admitted]);
  await tellJourney(journeys, ids.second, [saying({ type: 'handover.proposed', to: 'w-2' })]);
  await tellJourney(journeys, ids.second, [
    { event: { type: 'handover.approved' }, actor: { role: 'teamLead', id: 'l-1' }, effectiveAt: today },
  ]);
  await vi.waitFor(
    async () => {
      const rows = await listJourneys(db, { limit: 10, offset: 0 });
      // The meeting that is arranged by itself is an entry too.
      expect(rows.map(({ entries }) => entries)).toEqual([1, 3, 5]);
    },
    { timeout: 30_000 },
  );
});

afterAll(() => void vi.unstubAllEnvs());

/** Runs a command in this process, which spares its start. */
async function run(...args: string[]): Promise<{ exitCode: unknown; stdout: string }> {
  const { exitCode: before } = process;
  let stdout = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  process.exitCode = 0;
  try {
    await createProgram().parseAsync(['node', 'wegbegleiter', ...args]);
    return { exitCode: process.exitCode, stdout };
  } finally {
    spy.mockRestore();
    process.exitCode = before;
  }
}

/** What a command prints that is to succeed. */
async function printed(...args: string[]): Promise<string> {
  const { exitCode, stdout } = await run(...args);
  expect(exitCode).toBe(0);
  return stdout;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const data = async (...args: string[]): Promise<any> => JSON.parse(await printed(...args, '--json'));

describe('reading', () => {
  test('list filters, sorts and pages, with names and the most urgent deadline', async () => {
    const [urgent, paged, found, text] = [
      await data('list', '--attention', 'overdue,due', '--phase', 'intake,preparation'),
      await data('list', '--sort', 'id', '--desc', '--limit', '1', '--offset', '1', '--case-worker', 'w-1'),
      await data('list', '--q', 'b-', '--due-by', '2010-01-01'),
      await printed('list', '--limit', '2'),
    ];
    expect(urgent.items[0]).toMatchObject({
      ...{ id: ids.waiting, name: 'Beispiel Teilnehmerin', phase: 'intake', attention: 'overdue' },
      next: { key: 'intakeDecision', status: 'overdue', label: { de: 'Aufnahme entscheiden' } },
    });
    expect([paged.total, paged.items.map((one: { id: string }) => one.id)]).toEqual([2, [ids.first]]);
    expect(found).toEqual({ items: [], total: 0 });
    expect(text).toMatch(/^journey .* name .* phase .* attention .* most urgent .* case worker/);
    expect(text).toMatch(new RegExp(`^${ids.waiting} .*Decide the intake · Aufnahme entscheiden`, 'm'));
    expect(text).toMatch(/^1–2 of · von 3$/m);
  });

  test('today is everybody’s, or one person’s by their roles and sites', async () => {
    const [all, own, offered] = [
      await data('today'),
      await printed('today', '--as', 'w-1'),
      await data('today', '--as', 'w-2'),
    ];
    expect(all.handovers).toMatchObject([{ journey: ids.second, from: { id: 'w-1' }, to: 'w-2' }]);
    expect(all.deadlines[0]).toMatchObject({ journey: ids.waiting, status: 'overdue' });
    expect(own).toMatch(/^Overdue · Überfällig\n.*\n.*\n.*Decide the intake · Aufnahme entscheiden$/m);
    expect(own).toContain('Told and not answered · Mitgeteilt und nicht beantwortet');
    expect(offered.handovers).toMatchObject([{ journey: ids.second }]);
  });

  test('meetings of a span, of one case worker, by German clocks', async () => {
    const span = ['--from', entry, '--to', addDays(today, 90)];
    const [all, none, text] = [
      await data('meetings', ...span, '--cancelled'),
      await data('meetings', ...span, '--case-worker', 'w-9'),
      await printed('meetings', ...span, '--case-worker', 'w-1'),
    ];
    expect(all[0]).toMatchObject({ name: 'Beispiel Teilnehmerin', caseWorker: 'w-1' });
    expect(none).toEqual([]);
    expect(text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d {2}\d\d:\d\d {2}p-/m);
  });

  test('workload by case worker and phase, staff, organisations', async () => {
    const [loads, table, staff, companies] = [
      await data('workload', '--site', 'site-1'),
      await printed('workload'),
      await data('staff'),
      await data('organisations', '--kind', 'company'),
    ];
    const load = (id: string | null) => loads.find((one: { id: string | null }) => one.id === id);
    expect(load('w-1')).toMatchObject({ journeys: 2, capacity: 25, phases: { preparation: 2 } });
    expect(load(null)).toMatchObject({ journeys: 1, phases: { intake: 1 } });
    expect(table).toMatch(/^Beispiel Begleitung Eins \(w-1\) +2 +25 +0 +2 /m);
    expect(table).toMatch(/^nobody yet · noch niemand +1 /m);
    expect(staff).toContainEqual(
      expect.objectContaining({ id: 'u-1', roles: ['learningSupporter'], subjects: ['maths', 'german'] }),
    );
    expect(companies.map((one: { kind: string }) => one.kind)).not.toContain('school');
  });

  test('cohort counts journeys by month and phase, and names nobody where small numbers are hidden', async () => {
    const [figures, hidden, text] = [
      await data('cohort'),
      await data('cohort', '--hide-small', '--site', 'site-1'),
      await printed('cohort', '--from', entry),
    ];
    expect(figures.months).toHaveLength(12);
    expect(figures.months.at(-1)).toMatchObject({ on: today, phases: { total: 3 } });
    expect(figures.workers).toContainEqual({
      ...{ id: 'w-1', name: 'Beispiel Begleitung Eins', journeys: 2, overdue: 2 },
    });
    expect(hidden).not.toHaveProperty('workers');
    expect(hidden.months.at(-1).phases.total).toBe('few');
    expect(text).toMatch(/^on +intake +preparation .* total$/m);
  });
});

describe('several at once', () => {
  const contact = ['contact.recorded', 'with=participant', 'how=phone', 'minutes=10', 'reached=true'];

  test('tell-each shows first what it would do, then enters it, once for the same request', async () => {
    const named = ['--journeys', `${ids.first},${ids.second}`];
    const before = await viewJourney(stage().journeys, ids.first);
    const preview = await data('tell-each', ...contact, ...named, '--dry-run');
    expect(preview).toMatchObject([
      { journey: ids.first, done: true, preview: { changes: [] } },
      { journey: ids.second, done: true },
    ]);
    expect(await viewJourney(stage().journeys, ids.first)).toMatchObject({ places: before.places });
    const text = await printed('tell-each', ...contact, '--case-worker', 'w-1', '--request-id', 'r-1');
    expect(text).toBe(
      `✓ ${ids.first}  entered as · eingetragen als 4\n✓ ${ids.second}  entered as · eingetragen als 6\n`,
    );
    expect(await data('tell-each', ...contact, ...named, '--request-id', 'r-1')).toMatchObject([
      { seqs: [4] },
      { seqs: [6] },
    ]);
  });

  test('one that refuses says why and keeps none of the others from theirs', async () => {
    const named = ['--journeys', `p-nobody,${ids.first}`];
    const { exitCode, stdout } = await run('tell-each', ...contact, ...named);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/^✗ p-nobody\n {4}de: .*gibt es nicht\.\n {4}en: There is no journey/);
    expect(stdout).toContain(`✓ ${ids.first}  entered as`);
  });

  test('handover proposes those that are named, if they are theirs', async () => {
    const asked = ['handover', 'w-1', 'w-2', '--journeys', `${ids.first},${ids.waiting}`, '--as', 'l-1'];
    const preview = await run(...asked, '--dry-run', '--json');
    const { exitCode, stdout } = await run(...asked, '--json');
    expect([preview.exitCode, exitCode]).toEqual([2, 2]);
    expect(JSON.parse(preview.stdout)[0].preview.difference.entered).not.toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject([
      { journey: ids.first, done: true },
      { journey: ids.waiting, done: false, reasons: [{ code: 'not-theirs' }] },
    ]);
    const { facts } = await viewJourney(stage().journeys, ids.first);
    expect(facts).toMatchObject({ handover: { to: 'w-2' } });
  });
});

describe('data protection', () => {
  test('refusals are listed, newest first', async () => {
    const refusal = {
      person: 'w-2',
      roles: ['caseWorker'],
      method: 'GET',
      route: '/api/journeys/:journey',
    } as const;
    await addRefusal(stage().db, { ...refusal, journeyId: ids.waiting, code: 'forbidden' });
    await addRefusal(stage().db, { ...refusal, journeyId: 'p-none', code: 'forbidden' });
    const [page, text] = [
      await data('refusals', '--since', today, '--limit', '1'),
      await printed('refusals', '--site', 'site-1'),
    ];
    expect(page).toMatchObject({ items: [{ person: 'w-2', journeyId: 'p-none' }], total: 2 });
    expect(text).toMatch(/w-2 +caseWorker +GET \/api\/journeys\/:journey +p-\S+-a +forbidden/);
  });

  test('verify follows the chain of a journal, and says where it is broken', async () => {
    expect(await data('verify', ids.waiting)).toEqual({
      ...{ journey: ids.waiting, whole: true, brokenAt: null, entries: 1 },
    });
    const hash = 'f'.repeat(64);
    await stage().db.updateTable('entries').set({ hash }).where('journeyId', '=', ids.waiting).execute();
    const { exitCode, stdout } = await run('verify', ids.waiting);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/broken at entry 1 · .* bei Eintrag 1 gebrochen/);
  });
});

describe('what makes no sense is refused in both languages, naming the option', () => {
  test.for([
    [['list', '--phase', 'training,nonsense'], /--phase.*nonsense/],
    [['list', '--attention', ','], /--attention/],
    [['list', '--sort', 'luck'], /--sort.*nextDeadline/],
    [['list', '--limit', '0'], /--limit/],
    [['list', '--due-by', '2026-02-30'], /--due-by/],
    [['today', '--as', 'w-99'], /--as: w-99/],
    [['meetings', '--from', '2026-03-02', '--to', '2026-03-01'], /--to/],
    [['organisations', '--kind', 'club'], /--kind.*company/],
    [['tell-each', 'contact.recorded'], /--journeys.*--case-worker/],
    [['tell-each', '--journeys', 'p-1'], /events/],
    [['verify', 'p-nobody'], /p-nobody/],
    [['refusals', '--since', 'spring'], /--since/],
    [['cohort', '--from', '2026-05-01', '--to', '2026-04-01'], /--to/],
  ] as const)('%s', async ([args, field]) => {
    const refused = await run(...args).catch((error: unknown) => error);
    const [{ de, en }] = refused instanceof Refusal ? refused.reasons : [(refused as ClientError).text];
    expect(de).toMatch(field);
    expect(en).toMatch(field);
  });

  test('as a process of its own, with the code and exit status of all commands', async () => {
    const { exitCode, stdout, stderr } = await stage().cli('list', '--phase', 'nonsense');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^bad-input\n {2}de: --phase: .*\n {2}en: --phase: /);
    const cohort = await stage().cli('cohort', '--json');
    expect([cohort.exitCode, cohort.stderr]).toEqual([0, '']);
  });
});
