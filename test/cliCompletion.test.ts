/** Completion: what the command line offers to whoever types, and what shells make of it. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../activities/store/db.ts';
import { Roster, savePeople } from '../activities/store/people.ts';
import { answerTo } from '../client/commands/complete.ts';
import { createProgram } from '../client/program.ts';
import { giveJourneys } from './support/boardRows.ts';
import { freshDatabase } from './support/database.ts';

const run = promisify(execFile);
const launcher = join(import.meta.dirname, '..', 'bin', 'wegbegleiter.js');

let db: Store;
let url = '';
let folder = '';
const before = process.env.DATABASE_URL;

beforeAll(async () => {
  ({ db, url } = await freshDatabase());
  const site = { scope: 'site', scopeId: 'site-1' } as const;
  const roster = Roster.parse({
    people: [
      { id: 'w-1', name: 'Beispiel Begleitung' },
      { id: 'l-1', name: 'Beispiel Leitung' },
    ],
    involvements: [
      { ...site, role: 'caseWorker', personId: 'w-1' },
      { ...site, role: 'teamLead', personId: 'l-1' },
    ],
    sites: [{ id: 'site-1', federalState: 'BW', opens: '08:00', closes: '17:00' }],
    organisations: [
      { id: 'c-1', kind: 'company', name: 'Beispiel Holzbau' },
      { id: 's-1', kind: 'school', name: 'Beispiel Schule' },
    ],
  });
  await savePeople(db, roster);
  await giveJourneys(db, [
    { id: 'p-1', name: 'Anna Beispiel' },
    { id: 'p-2', name: 'Bela Beispiel', phase: 'exam' },
  ]);
  process.env.DATABASE_URL = url;
  folder = await mkdtemp(join(tmpdir(), 'wegbegleiter-complete-'));
  await symlink(launcher, join(folder, 'wegbegleiter'));
});
afterAll(async () => {
  if (before === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = before;
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

/** What is offered after a line as it is typed so far, without the words beside it. */
async function offered(line: string): Promise<string[]> {
  const answer = await answerTo(createProgram(), line.split(' '));
  return answer.split('\n').map((one) => one.split('\t')[0] ?? '');
}

describe('offers', () => {
  test.for([
    ['lis', ['list', ':4']],
    ['rules ', ['list', 'dry-run', 'help', ':4']],
    ['list --att', ['--attention', ':4']],
    ['tell p-1 --re', ['--replaces', '--reason', '--request-id', ':4']],
    ['events contract.si', ['contract.signed', ':4']],
    ['explain p-1 --role case', ['caseWorker', ':4']],
    ['policy --policy 2026', ['2026-1', '2026-1-monthly', ':4']],
    ['migrate --to 2026-1-', ['2026-1-monthly', ':4']],
    ['list --phase ex', ['exam', ':4']],
    ['list --phase=ex', ['exam', ':4']],
    ['list --phase intake,ex', ['intake,exam', ':4']],
    ['list --phase exam,ex', [':4']],
    ['luv p-1 preparationS', ['preparationStart', ':4']],
    ['letter p-1 exam', ['examRegistration', ':4']],
    ['organisations --kind s', ['school', ':4']],
    ['complete f', ['fish', ':4']],
    ['complete fish ', [':4']],
    ['nonsense x --y ', [':4']],
  ] as const)('%s', async ([line, expected]) => {
    expect(await offered(line)).toEqual(expected);
  });

  test.for([
    ['tell p-1 contact.recorded wi', ['with=', ':6']],
    ['tell p-1 contact.recorded with=trainer minutes=5 re', ['reached=', ':6']],
    ['tell p-1 contact.recorded with=training', ['with=trainingAdviser', ':4']],
    [
      'tell p-1 --at 2026-01-02 meeting.held attended=participant,case',
      ['attended=participant,caseWorker', ':4'],
    ],
    ['tell-each contact.recorded reached=', ['reached=true', 'reached=false', ':4']],
    ['start p-9 source=f', ['source=funder', ':4']],
    ['tell p-1 no.event with=', [':4']],
    ['tell p-1 contact.recorded constructor=', [':4']],
  ] as const)('fields of the event and their codes: %s', async ([line, expected]) => {
    expect(await offered(line)).toEqual(expected);
  });

  test.for([
    ['view p-', ['p-1', 'p-2', ':4']],
    ['tell-each contact.recorded --journeys p-1,', ['p-1,p-2', ':4']],
    ['migrate p-1 p-', ['p-1', 'p-2', ':4']],
    ['handover w', ['w-1', ':4']],
    ['handover w-1 w-2 --as ', ['l-1', ':4']],
    ['tell p-1 --as caseWorker:', ['caseWorker:w-1', ':4']],
    ['list --company ', ['c-1', ':4']],
    ['list --site ', ['site-1', ':4']],
    ['start p-9 caseWorker=', ['caseWorker=w-1', ':4']],
  ] as const)('ids from the store: %s', async ([line, expected]) => {
    expect(await offered(line)).toEqual(expected);
  });

  test('what an id stands for', async () => {
    expect(await answerTo(createProgram(), ['view', 'p-2'])).toBe('p-2\tBela Beispiel, exam\n:4');
  });

  test('files where a file is meant', async () => {
    for (const line of ['fold ', 'tell p-1 --file ', 'transfer p-1 --to '])
      expect(await offered(line), line).toEqual([':0']);
  });

  test('nothing, and no error, where the store does not answer within a second', async () => {
    const asked = ['complete', '--', 'view', 'p-'];
    for (const env of [
      { WEGBEGLEITER_DATA: folder },
      { DATABASE_URL: 'postgresql://203.0.113.1:5432/nowhere' },
    ]) {
      const { stdout, stderr } = await run(launcher, asked, { env: { PATH: process.env.PATH, ...env } });
      expect([stdout, stderr]).toEqual([':4\n', '']);
    }
  });
});

const shell = (() => {
  try {
    return execFileSync('bash', ['-c', 'echo $BASH_VERSION'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
})();

describe.runIf(shell !== '')('bash', () => {
  test('completes ids, options, fields and their codes', async () => {
    const lines = [
      'wegbegleiter view p-',
      'wegbegleiter list --phase=ex',
      'wegbegleiter tell p-1 contact.recorded with=training',
      'wegbegleiter tell p-1 --as caseWorker:',
    ];
    const program = `source <(wegbegleiter complete bash)
      for line in "$@"; do
        COMP_LINE=$line COMP_POINT=\${#line} COMP_WORDS=($line)
        COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
        _wegbegleiter; echo "\${COMPREPLY[*]}"
      done; complete -p wegbegleiter`;
    const env = { PATH: `${folder}${delimiter}${process.env.PATH}`, DATABASE_URL: url };
    const { stdout, stderr } = await run('bash', ['--norc', '-c', program, 'bash', ...lines], { env });
    expect(stderr).toBe('');
    // Bash puts what is offered in place of what follows the last = or :.
    expect(stdout.trimEnd().split('\n')).toEqual([
      ...['p-1 p-2', 'exam', 'trainingAdviser', 'w-1'],
      'complete -o default -F _wegbegleiter wegbegleiter',
    ]);
  });
});

test('there are scripts for other shells, and a word for a shell that is not known', async () => {
  const scripts = await Promise.all(
    ['zsh', 'fish', 'powershell'].map((name) => run(launcher, ['complete', name])),
  );
  for (const { stdout } of scripts) expect(stdout).toMatch(/wegbegleiter complete/);
  await expect(run(launcher, ['complete', 'cmd'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/de: shell: nimmt bash.*en: shell: takes bash/s),
  });
});
