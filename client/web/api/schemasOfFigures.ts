/** What the API answers about many journeys: figures, never a person but the case workers of the team. */
import { z } from 'zod';
import type { Statistics as StatisticsOf } from '../../../workflows/fold/papers/statistics.ts';
import { Day } from '../../../workflows/policy/calendar.ts';
import { known } from './known.ts';
import { Text } from './schemas.ts';

const spanned = <T extends { from: Day; to: Day }>(schema: z.ZodType<T>) =>
  schema.refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'must not lie before from',
    params: { de: 'darf nicht vor from liegen' },
  });

const site = z.string().optional().describe("one of the caller's sites; all of them where left out");

export const StatisticsQuery = spanned(
  z.object({ from: Day, to: Day, site, format: z.enum(['json', 'csv', 'pdf']).optional() }),
);

export const Figure = z
  .union([z.int(), z.enum(['few', 'withheld'])])
  .describe('`few`: one to four; `withheld`: a number that would give a small one away');
export type Figure = z.output<typeof Figure>;

/** The figures as the command line prints them, and what they are called. */
export const Statistics = z.object({
  statistics: known<StatisticsOf>(
    z.looseObject({
      from: Day,
      to: Day,
      tables: z.record(
        z.string(),
        z.object({ rows: z.array(z.object({ key: z.string(), figure: Figure })), total: Figure.optional() }),
      ),
      lengths: z.record(
        z.string(),
        z.union([z.object({ lower: z.int(), median: z.int(), upper: z.int() }), z.enum(['few', 'none'])]),
      ),
    }),
  ),
  words: z.object({
    tables: z.record(z.string(), Text),
    rows: z.record(z.string(), z.record(z.string(), Text)),
    lengths: z.record(z.string(), Text),
  }),
});
export type Statistics = z.output<typeof Statistics>;

export const CohortQuery = spanned(
  z.object({ from: Day, to: Day, site }).refine(({ from, to }) => yearsIn(from, to) <= 20, {
    path: ['to'],
    error: 'must not lie more than twenty years after from',
    params: { de: 'darf höchstens zwanzig Jahre nach from liegen' },
  }),
);

const yearsIn = (from: Day, to: Day): number => Number(to.slice(0, 4)) - Number(from.slice(0, 4));

export const CountTable = z.object({
  rows: z.array(z.object({ key: z.string(), label: Text, figure: Figure })),
  total: Figure,
});
export type CountTable = z.output<typeof CountTable>;

export const Cohort = z.object({
  from: Day,
  to: Day,
  months: z
    .array(
      z.object({
        on: Day,
        phases: CountTable.describe('journeys by phase, but for those that have ended'),
        conflicts: CountTable.describe('open conflicts by the highest rung they came to'),
      }),
    )
    .describe('at the end of each month; of the last one at the end of the span, or today'),
  results: CountTable.describe('how the journeys ended that ended in the span'),
  conflicts: CountTable.describe('open conflicts by the rung on which they are now'),
  workers: z
    .array(
      z.object({
        id: z.string().nullable().describe("null for what is nobody's yet"),
        name: z.string().nullable(),
        journeys: z.int().describe('that run'),
        capacity: z.int().nullable(),
        overdue: z.int().describe('periods that are over and nobody has kept'),
      }),
    )
    .optional()
    .describe('not for funders'),
});
export type Cohort = z.output<typeof Cohort>;
