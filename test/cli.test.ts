/** The commands that need no server: what they print. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../workflows/journal/events.ts';
import { newestPolicy, policies } from '../workflows/policy/policy.ts';
import { cli, file, referred, said } from './support/cli.ts';

/** What a command prints that is to succeed without a word on stderr. */
async function printed(...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await cli(...args);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return stdout;
}

const admitted = said('2025-03-10', 'intake.admitted', { caseWorker: 'w-1' });
const Text = z.object({ de: z.string().min(1), en: z.string().min(1) });
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
  test('events --json gives each event its roles, its fields as JSON Schema, words in both languages', async ({
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
      help: Text,
      fields: Fields,
      words: z.record(z.string(), z.looseObject({ label: Text })),
    });
    const rows = z.array(Row).parse(JSON.parse(await printed('events', '--json')));
    expect(rows.map(({ type }) => type)).toEqual(Object.keys(catalogue));
    const contractFields = rows.find(({ type }) => type === 'contract.signed')?.fields;
    expect(contractFields?.required).toContain('probationMonths');
    expect(contractFields?.required).not.toContain('withoutInternship');
    expect(contractFields?.properties).toMatchObject({ start: { type: 'string' } });
  });

  test('events explains one event, its fields and their codes', async ({ expect }) => {
    const text = await printed('events', 'goal.reviewed');
    expect(text).toContain('Läuft es weiter, nennen Sie den Tag der nächsten Prüfung.');
    expect(text).toMatch(/^result +Result · Ergebnis$/m);
    expect(text).toMatch(/^ {2}continued +Continued · wird fortgeführt$/m);
    expect(text).toMatch(/^\[reviewOn\] +Review again on .* \(Only if .* · Nur wenn .*\)$/m);
    expect(await printed('events', 'placement.started')).not.toContain('field');
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
    expect(await printed('chart', '--svg', '--region', 'hours')).toMatch(/^<svg .*Unterstützungsstunden/s);
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
    ...['start', 'tell', 'view', 'list', 'journal', 'handover', 'preview', 'explain'],
  );
  test.for(['', ...commands])('%s --help explains itself', async (command, { expect }) => {
    const text = await printed(...(command ? [command] : []), '--help');
    expect(text).toContain(`Usage: wegbegleiter ${command}`);
    if (command === '') for (const known of commands) expect(text).toMatch(new RegExp(`^  ${known}\\b`, 'm'));
    else expect(text).toContain('--json');
  });
});
