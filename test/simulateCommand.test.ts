/** The command `simulate` as users run it: figures, table and charts, and what it will not take. */
import { readFile } from 'node:fs/promises';
import { describe, test } from 'vitest';
import { z } from 'zod';
import { cli, file } from './support/cli.ts';

const small = ['--participants', '6', '--caseload', '3', '--years', '1'] as const;
const compared = [...small, '--compare-policy', '2026-1-monthly', '--compare-caseload', '6'] as const;

const Hours = z.object({ total: z.number().positive(), meetings: z.number().positive() });
const Figures = z.object({
  policy: z.string(),
  caseload: z.int(),
  caseWorkers: z.number(),
  journeys: z.int().positive(),
  entries: z.int().positive(),
  hours: Hours,
  inTime: z.number().min(0).max(1),
  months: z.array(z.object({ month: z.string(), overdue: z.int() })).length(12),
  outcomes: z.object({ stands: z.record(z.string(), z.int()) }),
});
const Answer = z.object({
  setting: z.object({ participants: z.literal(6), seed: z.literal(7), years: z.literal(1) }),
  journeys: z.int(),
  variants: z.array(Figures),
});

describe.concurrent('simulate', () => {
  test('prints all figures of both variants as JSON, the same for the same seed', async ({ expect }) => {
    const [first, second] = await Promise.all([
      cli('simulate', ...compared, '--seed', '7', '--json'),
      cli('simulate', ...compared, '--seed', '7', '--json'),
    ]);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(second.stdout).toBe(first.stdout);
    const { variants, journeys } = Answer.parse(JSON.parse(first.stdout));
    expect(variants.map(({ policy, caseload, caseWorkers }) => ({ policy, caseload, caseWorkers }))).toEqual([
      { policy: '2026-1', caseload: 3, caseWorkers: 2 },
      { policy: '2026-1-monthly', caseload: 6, caseWorkers: 1 },
    ]);
    expect(journeys).toBe(variants.reduce((sum, one) => sum + one.journeys, 0));
  });

  test('shows both side by side with what differs, in the language asked for', async ({ expect }) => {
    const [german, english] = await Promise.all([
      cli('simulate', ...compared),
      cli('simulate', ...small, '--scenario', 'troubled', '--lang', 'en'),
    ]);
    expect(german).toMatchObject({ exitCode: 0, stderr: '' });
    expect(german.stdout).toMatch(/2026-1, 3 je Begleitung +2026-1-monthly, 6 je Begleitung +Unterschied/);
    expect(german.stdout).toMatch(/Vollzeitstellen +2,0 +1,0 +-1,0 \(-50 %\)/);
    expect(german.stdout).toMatch(/Startzahl 1\n/);
    expect(german.stdout).toMatch(/\d+ Begleitungen gefaltet in \d+ s/);
    expect(english.stdout).toContain('scenario “troubled cohort”');
    expect(english.stdout).not.toContain('difference');
  });

  test.for(['html', 'svg'])('writes its charts to a file .%s', async (kind, { expect }) => {
    const out = `${await file('')}.${kind}`;
    const { exitCode, stdout } = await cli('simulate', ...small, '--out', out);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Geschrieben nach ${out}.`);
    const written = await readFile(out, 'utf8');
    expect(written).toMatch(kind === 'svg' ? /^<svg .*<\/svg>\n$/s : /^<!DOCTYPE html>.*<\/html>\n$/s);
    expect(written).toContain('Überfälliges');
  });

  test.for([
    ['an unknown policy', ['--policy', 'nonsense'], '--policy: takes 2020-1'],
    ['an unknown policy to compare with', ['--compare-policy', 'nonsense'], '--compare-policy: '],
    ['an unknown scenario', ['--scenario', 'nonsense'], '--scenario: takes typical'],
    ['a negative number of participants', ['--participants', '-5'], '--participants: '],
    ['a caseload of nobody', ['--caseload', '0'], '--caseload: '],
    ['half a participant more', ['--compare-caseload', '2.5'], '--compare-caseload: '],
    ['a seed that is no number', ['--seed', 'lucky'], '--seed: '],
    ['a day that does not exist', ['--start', '2025-02-30'], '--start: '],
    ['more years than the rules know of', ['--start', '2034-01-01', '--years', '9'], '--years: '],
    ['an unknown language', ['--lang', 'fr'], '--lang: takes de, en'],
    ['a file of another kind', ['--out', 'report.pdf'], '--out: '],
    ['a file that cannot be written', ['--out', 'nowhere/report.html'], 'cannot be written (ENOENT)'],
  ] as const)('refuses %s', async ([, args, part], { expect }) => {
    const { exitCode, stdout, stderr } = await cli('simulate', ...small.slice(2), ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(part);
  });
});
