/** The commands that need no server, as child processes: what they print, and what they refuse with which exit code. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../workflows/journal/events.ts';
import { newestPolicy, policies } from '../workflows/policy/policy.ts';

const program = join(import.meta.dirname, '..', 'client', 'cli.ts');

interface Outcome {
  exitCode: number | string | null | undefined;
  stdout: string;
  stderr: string;
}

/** Runs the command line with nothing in its environment that could lead it to an installation. */
function cli(...args: string[]): Promise<Outcome> {
  const { PATH } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: { PATH }, cwd: folder }, (error, stdout, stderr) =>
      resolve({ exitCode: error ? error.code : 0, stdout, stderr }),
    );
  });
}

/** What a command prints that is to succeed without a word on stderr. */
async function printed(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await cli(...args);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return stdout;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes a journal file of its own and returns its path. */
async function file(content: unknown): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.json`);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const said = (effectiveAt: string, type: string, fields: object = {}) => ({
  effectiveAt,
  event: { type, ...fields },
});

const referred = said('2025-03-03', 'intake.referred', {
  source: 'funder',
  site: 'site-1',
  federalState: 'BW',
});
const admitted = said('2025-03-10', 'intake.admitted', { caseWorker: 'w-1' });
const informed = said('2025-03-11', 'company.informed', { company: 'c-1' });
const contract = {
  company: 'c-1',
  chamber: 'chamber-1',
  occupation: 'joiner',
  start: '2025-09-01',
  end: '2028-08-31',
  probationMonths: 4,
  withoutInternship: 'existingContract',
};
const signed = said('2025-03-12', 'contract.signed', contract);

const Text = z.object({ de: z.string().min(1), en: z.string().min(1) });
const Refused = z.object({
  code: z.string(),
  reasons: z
    .array(Text.extend({ code: z.string(), field: z.string().optional(), entry: z.int().optional() }))
    .min(1),
});
const Dated = z.object({ key: z.string(), dueOn: z.iso.date(), at: z.iso.datetime() });
const Result = z.object({
  until: z.iso.date(),
  state: z.record(z.string(), z.unknown()),
  phase: z.string(),
  facts: z.record(z.string(), z.unknown()),
  open: z.array(Dated.extend({ label: Text, source: z.string().min(1) })),
  fired: z.array(Dated),
  effects: z.array(z.looseObject({ key: z.string(), at: z.iso.datetime() })),
});

describe.concurrent('without a server', () => {
  test('events --json gives each event its roles, its label in both languages, its fields as JSON Schema', async ({
    expect,
  }) => {
    const Fields = z.looseObject({
      type: z.literal('object'),
      properties: z.record(z.string(), z.unknown()),
    });
    const Row = z.strictObject({
      type: z.string(),
      roles: z.array(z.string()).min(1),
      label: Text,
      fields: Fields,
    });
    const rows = z.array(Row).parse(JSON.parse(await printed('events', '--json')));
    expect(rows.map(({ type }) => type)).toEqual(Object.keys(catalogue));
    const contractFields = rows.find(({ type }) => type === 'contract.signed')?.fields;
    expect(contractFields?.required).toContain('probationMonths');
    expect(contractFields?.required).not.toContain('withoutInternship');
    expect(contractFields?.properties).toMatchObject({ start: { type: 'string' } });
  });

  test('policy --json gives each row its value and its source', async ({ expect }) => {
    const Row = z.looseObject({ key: z.string(), source: z.string().min(1) });
    const rows = z.array(Row).parse(JSON.parse(await printed('policy', '--json')));
    const { deadlines, limits } = policies[newestPolicy];
    expect(rows.map(({ key }) => key)).toEqual([...Object.keys(deadlines), ...Object.keys(limits)]);
    expect(rows.every((row) => 'value' in row)).toBe(true);
    expect(rows.find(({ key }) => key === 'intakeDecision')).toMatchObject({ value: { days: 14 } });
  });

  test('chart prints Mermaid in either language', async ({ expect }) => {
    const [german, english] = await Promise.all([printed('chart'), printed('chart', '--lang', 'en')]);
    expect(german).toMatch(/^stateDiagram-v2\n/);
    expect(german).toContain('Probezeit');
    expect(english).toContain('Probation');
    expect(JSON.parse(await printed('chart', '--json'))).toEqual({ mermaid: german.slice(0, -1) });
  });

  test('fold --json tells state, facts, deadlines open and fired, and effects with their dates', async ({
    expect,
  }) => {
    const journal = await file([referred]);
    const before = Result.parse(
      JSON.parse(await printed('fold', journal, '--until', '2025-03-17', '--json')),
    );
    expect(before).toMatchObject({ until: '2025-03-17', phase: 'intake', fired: [] });
    expect(before.facts).toMatchObject({ federalState: 'BW' });
    expect(before.open).toContainEqual(
      expect.objectContaining({ key: 'intakeDecision', dueOn: '2025-03-17', source: '(practice)' }),
    );

    const after = Result.parse(JSON.parse(await printed('fold', journal, '--until', '2025-03-18', '--json')));
    expect(after.fired).toMatchObject([{ key: 'intakeDecision', dueOn: '2025-03-17' }]);
    expect(after.open.map(({ key }) => key)).not.toContain('intakeDecision');
    expect(after.effects.length).toBeGreaterThan(before.effects.length);
  });

  test('fold prints the same for people, and today is its now unless told otherwise', async ({ expect }) => {
    const journal = await file([referred]);
    const text = await printed('fold', journal);
    for (const part of ['Fired:', '2025-03-17  intakeDecision', 'Facts:', '"federalState": "BW"'])
      expect(text).toContain(part);
    expect(await printed('fold', journal, '--until', '2025-03-17')).toContain('Fired:\n  none');
  });

  test('fold reads an entry that replaces and one that voids another', async ({ expect }) => {
    const journal = await file([
      referred,
      admitted,
      { voids: 2, reason: 'mistake', recordedAt: '2025-03-11' },
      { ...referred, replaces: 1, reason: 'mistake', effectiveAt: '2025-03-05', recordedAt: '2025-03-11' },
    ]);
    const result = Result.parse(
      JSON.parse(await printed('fold', journal, '--until', '2025-03-12', '--json')),
    );
    expect(result.phase).toBe('intake');
    expect(result.open).toContainEqual(
      expect.objectContaining({ key: 'intakeDecision', dueOn: '2025-03-19' }),
    );
  });

  const commands = ['events', 'policy', 'fold', 'chart', 'example', 'fast-forward'].concat(
    ...['start', 'tell', 'view', 'list', 'journal', 'preview', 'explain'],
  );
  test.for(['', ...commands])('%s --help explains itself', async (command, { expect }) => {
    const text = await printed(...(command ? [command] : []), '--help');
    expect(text).toContain(`Usage: cli ${command}`);
    if (command === '') for (const known of commands) expect(text).toMatch(new RegExp(`^  ${known}\\b`, 'm'));
    else expect(text).toContain('--json');
  });
});

/** What is wrong, the journal (or the file's text), the code, and where: the entry's number or the field. */
const refusals: [what: string, journal: unknown, code: string, reason: object][] = [
  ['an unknown event', [said('2025-03-03', 'intake.refered')], 'unknown-event', { field: '0.event.type' }],
  ['an event the phase does not allow', [referred, said('2025-03-04', 'exam.passed')], 'wrong-phase', {}],
  [
    'a missing field',
    [said('2025-03-03', 'intake.referred', { source: 'funder', federalState: 'BW' })],
    'invalid-field',
    { field: '0.event.site' },
  ],
  [
    'a date that does not exist in an event',
    [referred, admitted, informed, said('2025-03-12', 'contract.signed', { ...contract, end: '2027-02-29' })],
    'invalid-field',
    { field: '3.event.end' },
  ],
  [
    'an effective date that does not exist',
    [{ ...referred, effectiveAt: '2025-02-29' }],
    'invalid-entry',
    { field: '0.effectiveAt' },
  ],
  [
    'an effective date in the future',
    [referred, { ...admitted, effectiveAt: '2026-01-02' }],
    'effective-in-future',
    { entry: 2 },
  ],
  ['a contract without the company informed', [referred, admitted, signed], 'rule', { entry: 3 }],
  [
    'a probation of five months',
    [
      referred,
      admitted,
      informed,
      said('2025-03-12', 'contract.signed', { ...contract, probationMonths: 5 }),
    ],
    'rule',
    { entry: 4 },
  ],
  ['a file that is not JSON', '[{ "event": ', 'bad-input', {}],
  ['a file that is not a list', { entries: [] }, 'invalid-entry', {}],
  ['an entry that is not an object', [referred, null], 'invalid-entry', { entry: 2 }],
  ['an entry without a date', [{ event: referred.event }], 'invalid-entry', { entry: 1 }],
  [
    'a replacement without a reason',
    [referred, { ...referred, replaces: 1 }],
    'reason-missing',
    { entry: 2 },
  ],
];

describe.concurrent('refused with exit code 2', () => {
  test.for(refusals)('is %s', async ([, journal, code, reason], { expect }) => {
    const refused = await cli('fold', await file(journal), '--until', '2026-01-01', '--json');
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    const told = Refused.parse(JSON.parse(refused.stderr));
    expect(told.code).toBe(code);
    expect(told.reasons).toContainEqual(expect.objectContaining(reason));
  });

  test('is told to people with its code, and each reason in German and English', async ({ expect }) => {
    const refused = await cli('fold', await file([said('2025-03-03', 'intake.refered')]));
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^refused \(unknown-event\)\n/);
    expect(refused.stderr).toContain('de: Das Ereignis »intake.refered« gibt es nicht.');
    expect(refused.stderr).toContain('en: There is no event "intake.refered".');
  });

  test.for([
    ['a file that is not there', ['fold', 'nowhere.json'], 'nowhere.json cannot be read (ENOENT)'],
    ['an --until that does not exist', ['fold', 'any.json', '--until', '2025-02-29'], '2025-02-29'],
    ['an unknown policy', ['policy', '--policy', 'nonsense'], newestPolicy],
    ['an unknown language', ['chart', '--lang', 'fr'], 'fr'],
    ['an unknown option', ['events', '--nonsense'], '--nonsense'],
    ['an unknown command', ['nonsense'], 'nonsense'],
    ['a missing argument', ['fold'], 'file'],
  ] as const)('is %s', async ([, args, part], { expect }) => {
    const { exitCode, stdout, stderr } = await cli(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(part);
  });
});
