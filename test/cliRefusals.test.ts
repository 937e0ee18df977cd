/** What the offline commands refuse: exit code 2, and on stderr the code with its reasons. */
import { describe, test } from 'vitest';
import { z } from 'zod';
import { newestPolicy } from '../workflows/policy/policy.ts';
import { cli, file, referred, said } from './support/cli.ts';

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
    ['an unknown region', ['chart', '--region', 'nonsense'], 'conflict'],
    ['an --until without a journey', ['chart', '--until', '2025-01-01'], '--file'],
    ['a journal file that is not there', ['chart', '--file', 'nowhere.json'], 'ENOENT'],
    ['an unknown event', ['events', 'nonsense'], 'nonsense'],
    ['an unknown option', ['events', '--nonsense'], '--nonsense'],
    ['an unknown command', ['nonsense'], 'nonsense'],
    ['a missing argument', ['fold'], 'file'],
  ] as const)('is %s', async ([, args, part], { expect }) => {
    const { exitCode, stdout, stderr } = await cli(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(part);
  });
});
