/** Cohort files: what a line tells, what is wrong with it by line and column, and that nothing personal is repeated. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Cells, columnKeys, columns, isPersonal } from '../../client/cohort/columns.ts';
import { decode, readLines, writeLines } from '../../client/cohort/csv.ts';
import { forms } from '../../client/cohort/forms.ts';
import { planCohort, summaryOf } from '../../client/cohort/plan.ts';
import { problemText } from '../../client/cohort/problems.ts';
import { catalogue } from '../../workflows/journal/events.ts';

const now = '2026-11-20T10:00:00.000Z';
const referred: Cells = {
  ...{ id: 'p-1', referredOn: '2025-08-20', source: 'funder', site: 'site-1', federalState: 'BW' },
};
const prepared: Cells = { ...referred, admittedOn: '2025-09-01', caseWorker: 'w-1' };
const contract: Cells = {
  ...{ contractStart: '2026-09-01', contractEnd: '2029-08-31', company: 'c-1', chamber: 'k-1' },
  ...{ occupation: 'joiner', probationMonths: '4', withoutInternship: 'timeShort' },
};
const training: Cells = {
  ...{ ...prepared, ...contract, companyInformedOn: '2026-05-01', contractSignedOn: '2026-06-01' },
  ...{ registeredOn: '2026-06-15', firstDay: '2026-09-01' },
};

/** Plans lines that are cells already. */
const planned = (...lines: readonly Cells[]) =>
  planCohort(
    lines.map((cells, index) => ({ line: index + 2, cells })),
    now,
  );

/** The events of a line, by day. */
function told(cells: Cells): string[] {
  const { planned: plans, problems } = planned(cells);
  expect(problems).toEqual([]);
  return plans.flatMap(({ entries }) =>
    entries.map(({ effectiveAt, event }) => `${effectiveAt} ${event?.type}`),
  );
}

/** Line and column of each problem. */
const wrong = (cells: Cells): string[] =>
  planned(cells).problems.map(({ line, column }) => `${line} ${column}`);

describe('what a line tells', () => {
  it('brings in a participant in the middle of training', () => {
    expect(told(training)).toEqual([
      '2025-08-20 intake.referred',
      '2025-09-01 intake.admitted',
      '2026-05-01 company.informed',
      '2026-06-01 contract.signed',
      '2026-06-15 contract.registered',
      '2026-09-01 training.started',
    ]);
    const [plan] = planned(training).planned;
    expect(plan && summaryOf(plan)).toMatchObject({ line: 2, journey: 'p-1', phase: 'training' });
    expect(plan?.folded.open).toContainEqual(
      expect.objectContaining({ key: 'probationEnd', dueOn: '2026-12-31' }),
    );
  });

  it('tells a contract that existed at entry on the day of the entry', () => {
    const direct: Cells = {
      ...{ ...training, directStart: 'ja', companyInformedOn: '2025-09-10', contractSignedOn: '2025-07-01' },
      ...{ contractStart: '2025-08-01', contractEnd: '2028-07-31', registeredOn: '2025-07-10' },
      firstDay: '2025-08-01',
    };
    expect(told(direct)).toEqual([
      '2025-08-20 intake.referred',
      '2025-09-01 intake.admitted',
      '2025-09-01 contract.signed',
      '2025-09-01 training.started',
      '2025-09-10 company.informed',
    ]);
    const { facts } = planned(direct).planned[0]?.folded.snapshot.context ?? {};
    expect(facts?.contract).toMatchObject({ signedOn: '2025-07-01', registeredOn: '2025-07-10' });
  });

  it('takes days, numbers, lists, yes and no, weekdays as German spreadsheets write them', () => {
    const cells: Cells = {
      ...{ ...training, referredOn: '20.8.2025', directStart: 'Nein', assessedOn: '21.08.2025' },
      ...{ eligible: 'ja', barriers: 'language, mobility', schoolDays: 'Di,Do' },
      schoolBlocks: '11.01.2027..22.01.2027',
    };
    const { facts } = planned(cells).planned[0]?.folded.snapshot.context ?? {};
    expect(facts).toMatchObject({
      ...{ referredOn: '2025-08-20', eligible: true, barriers: ['language', 'mobility'] },
      school: {
        weekdays: ['tuesday', 'thursday'],
        blocks: [{ from: '2027-01-11', to: '2027-01-22' }],
      },
    });
  });

  it('keeps up with reports and hours where it says so, and makes up no meetings', () => {
    const events = told({ ...training, upToDateUntil: '2026-11-01' });
    expect(events).toContain('2025-09-28 report.submitted');
    expect(events.filter((event) => event.endsWith('meeting.held'))).toEqual([]);
    const [plan] = planned({ ...training, upToDateUntil: '2026-11-01' }).planned;
    expect(plan && summaryOf(plan).overdue.filter(({ key }) => key.startsWith('luv'))).toEqual([]);
    expect(plan && summaryOf(plan).meetingDueSince).toBe('2025-10-01');
  });

  it('takes everything else from the last column, and counts what entries refer to', () => {
    const further =
      '2026-05-02 internship.planned company=c-2 from=2026-05-03 to=2026-05-04 | 2026-05-03 internship.started internship=1 | 05.05.2026 internship.reviewed internship=1 fit=nein | 2026-11-02 handover.proposed to=w-2 as=teamLead:l-1';
    const { facts } = planned({ ...training, further }).planned[0]?.folded.snapshot.context ?? {};
    expect(Object.values(facts?.internships ?? {})).toMatchObject([{ company: 'c-2', status: 'noFit' }]);
    expect(facts?.handover).toMatchObject({ to: 'w-2', since: '2026-11-02' });
  });
});

describe('what is wrong', () => {
  it.each<[what: string, cells: Cells, ...where: string[]]>([
    ['a missing id', { ...referred, id: '' }, '2 id'],
    ['an id that is a name', { ...referred, id: 'Mia Muster' }, '2 id'],
    ['an id without room', { ...referred, id: `p-${'x'.repeat(59)}` }, '2 id'],
    ['a missing referral', { id: 'p-1', ...contract }, '2 referredOn', '2 contractOn'],
    ['a missing site', { ...referred, site: '' }, '2 site'],
    ['a state that there is not', { ...referred, federalState: 'XX' }, '2 federalState'],
    ['a day that does not exist', { ...prepared, admittedOn: '2025-02-29' }, '2 admittedOn'],
    ['a German day that does not exist', { ...prepared, admittedOn: '31.9.2025' }, '2 admittedOn'],
    ['a day to come', { ...prepared, lastMeetingOn: '2026-11-21' }, '2 lastMeetingOn'],
    ['a number that is none', { ...prepared, weeklyHours: 'viele' }, '2 weeklyHours'],
    ['a word for yes or no', { ...prepared, directStart: 'vielleicht' }, '2 directStart'],
    ['a contract without its signing', { ...prepared, ...contract }, '2 contractOn'],
    [
      'an exam without a day of its registration',
      { ...training, examOn: '2029-06-01' },
      '2 examRegisteredOn',
    ],
    ['what the fold refuses', { ...training, probationMonths: '6' }, '2 contractOn'],
    ['a company that was not informed', { ...training, companyInformedOn: '' }, '2 contractOn'],
    ['a phase that does not allow it', { ...referred, lastMeetingOn: '2025-08-21' }, '2 lastMeetingOn'],
    ['a school that never began', { ...prepared, schoolDays: 'Mo' }, '2 schoolTimesOn'],
    ['rules that there are not', { ...prepared, policy: '1999-1' }, '2 policy'],
    [
      'being up to date with what is to come',
      { ...prepared, upToDateUntil: '2027-01-01' },
      '2 upToDateUntil',
    ],
    ['words in the last column', { ...prepared, further: 'ist oft krank' }, '2 further'],
    [
      'an entry by the system',
      { ...prepared, further: '2025-09-02 conflict.raised between=other as=system' },
      '2 further',
    ],
    [
      'an unknown field there',
      { ...prepared, further: '2025-09-02 conflict.raised betwen=other' },
      '2 further',
      '2 further',
    ],
    ['an impossible entry there', { ...prepared, further: '2025-09-02 exam.passed' }, '2 further'],
    ['a mail address that is none', { ...referred, name: 'Mia', email: 'Geheim' }, '2 email'],
    ['a phone number without its country', { ...referred, name: 'Mia', phone: '0711 1' }, '2 phone'],
    ['short messages without a number', { ...referred, name: 'Mia', channel: 'sms' }, '2 phone'],
    ['an address of nobody', { ...referred, guardianEmail: 'a@example.org' }, '2 guardian'],
    ['a place off the earth', { ...referred, latitude: '91', longitude: '9,2' }, '2 latitude'],
    ['a distance that is none', { ...referred, furthestKm: 'weit' }, '2 furthestKm'],
  ])('%s', (_what, cells, ...where) => {
    const filled = Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
    expect(wrong(filled)).toEqual(where);
    for (const problem of planned(filled).problems) {
      const text = problemText(problem);
      expect(text).toMatch(/^ {2}de Zeile 2, Spalte »/);
      expect(text).toContain('en line 2, column "');
      expect(problem.de).not.toBe(problem.en);
      expect(text).not.toMatch(/undefined|Mia|Geheim|krank/);
    }
  });

  it('names a line that stands twice, and lets good lines stand', () => {
    const { problems, planned: plans } = planned(referred, prepared, { ...referred, id: 'p-2' });
    expect(problems).toMatchObject([{ line: 3, column: 'id', code: 'twice' }]);
    expect(plans.map(({ journey }) => journey)).toEqual(['p-1', 'p-2']);
  });
});

describe('the file', () => {
  const file = (...rows: readonly string[]): string => rows.join('\r\n');
  const header = 'Kennung;referredOn;Zugang über;STANDORT; federalState ;Name';

  it('is read with German and English names, semicolons or commas, a byte order mark, quotes and empty lines', () => {
    const text = file(`\ufeff${header}`, '', 'p-1;2025-08-20;funder;site-1;BW;"Muster; Mia"', ';;;;;');
    const cells = { ...referred, name: 'Muster; Mia' };
    expect(readLines(text)).toEqual({ lines: [{ line: 3, cells }], problems: [] });
    const commas = file('id,referredOn,source,site,federalState', 'p-1,2025-08-20,funder,site-1,BW');
    expect(readLines(commas).lines).toEqual([{ line: 2, cells: referred }]);
  });

  it('is read as older German spreadsheets wrote it', () => {
    expect(decode(Uint8Array.from([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e]))).toBe('Jürgen');
    expect(decode(new TextEncoder().encode('Jürgen'))).toBe('Jürgen');
  });

  it.each([
    ['no header', '', [{ line: 1, column: 'id', code: 'missing' }]],
    ['a name that there is not', 'id;Mia Geheim', [{ line: 1, code: 'unknown-column' }]],
    ['a column twice', 'id;Kennung', [{ line: 1, column: 'id', code: 'twice' }]],
    ['no id', 'site', [{ line: 1, column: 'id', code: 'missing' }]],
    ['more cells than columns', 'id;site\np-1;s;Geheim', [{ line: 2, code: 'malformed' }]],
    ['a quotation mark astray', 'id;name\np-1;Gehe"im"', [{ line: 2, code: 'malformed' }]],
    ['a formula', 'id;name\np-1;=GEHEIM()', [{ line: 2, column: 'name', code: 'formula' }]],
    ['a command', 'id;name\np-1;@GEHEIM', [{ line: 2, column: 'name', code: 'formula' }]],
  ])('is refused for %s', (_what, text, problems) => {
    const read = readLines(text);
    expect(read.problems).toMatchObject(problems);
    expect(read.problems).toHaveLength(problems.length);
    expect(JSON.stringify(read.problems)).not.toMatch(/geheim/i);
  });

  it('never holds a formula, and gives back what a spreadsheet must not run', () => {
    const cells: Cells = { id: 'p-1', name: '=1+1', guardian: '@home', phone: '+491511234', region: '-7' };
    const text = writeLines([cells], 'en');
    expect(text).not.toMatch(/[;"][=@+-]/);
    expect(readLines(text)).toEqual({ lines: [{ line: 2, cells }], problems: [] });
  });

  it('has each column by its name in either language', () => {
    for (const lang of ['de', 'en'] as const) {
      const all = Object.fromEntries(columnKeys.map((key) => [key, 'x']));
      expect(readLines(writeLines([all], lang)).lines).toEqual([{ line: 2, cells: all }]);
    }
    expect(new Set(columnKeys.map((key) => columns[key].de)).size).toBe(columnKeys.length);
  });

  it('knows each event and field that a column stands for, and no column is without use', () => {
    const used = new Set(forms.flatMap(({ on, fields }) => [on, ...Object.values(fields)]));
    for (const { type, fields, fixed = {} } of forms)
      for (const field of [...Object.keys(fields), ...Object.keys(fixed)])
        expect([type, Object.keys(catalogue[type].fields.shape)]).toEqual([
          type,
          expect.arrayContaining([field]),
        ]);
    const others = columnKeys.filter((key) => !used.has(key) && !isPersonal(key));
    expect(others).toEqual(['id', 'policy', 'upToDateUntil', 'further']);
  });
});

it('has each column explained in the README, by both names', () => {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(columnKeys.filter((key) => !text.includes(`\`${key}\` ${columns[key].de}`))).toEqual([]);
});
