/** What the API answers and takes about papers, and about what the funder is owed. */
import { z } from 'zod';
import type { LuvDraft } from '../../../workflows/fold/papers/luv.ts';
import type { MonthSheet } from '../../../workflows/fold/papers/monthSheet.ts';
import { reportKinds } from '../../../workflows/journal/events.ts';
import { Day } from '../../../workflows/policy/calendar.ts';
import type { Match } from '../../matching.ts';
import { letterKinds } from '../../papers/letters.ts';
import { known } from './known.ts';
import { Text } from './schemas.ts';

/** A calendar month. */
export const Month = z
  .string()
  .refine((text) => /^\d{4}-\d\d$/.test(text) && Day.safeParse(`${text}-01`).success, {
    error: 'must be a month (YYYY-MM)',
    params: { de: 'muss ein Monat sein (JJJJ-MM)' },
  });

const report = z.enum(reportKinds);
const year = z.coerce.number().int().min(1).max(5).optional().describe('for `trainingYear`, and only for it');

export const LuvQuery = z.object({ report, year });
/** The draft of a report (LuV); it names nobody. */
export const Luv = known<LuvDraft>(
  z.looseObject({
    journey: z.string(),
    report,
    label: Text,
    period: z.looseObject({ from: Day, to: Day }),
    madeOn: Day,
  }),
);

export const MonthSheetQuery = z.object({ month: Month, format: z.enum(['json', 'csv']).optional() });
export const Sheet = known<MonthSheet>(
  z.looseObject({ journey: z.string(), month: z.string(), madeOn: Day, usedMinutes: z.int() }),
);

export const Document = z.object({
  id: z.string(),
  kind: z.string().describe('`luv-`, `month-sheet-` or `letter-`, and which'),
  madeAt: z.iso.datetime(),
  mediaType: z.string(),
});
export const Documents = z.object({ documents: z.array(Document) });
export type Documents = z.output<typeof Documents>;

export const NewDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('luv'), report, year: z.int().min(1).max(5).optional() }),
  z.strictObject({ kind: z.literal('monthSheet'), month: Month }),
  z.strictObject({ kind: z.literal('letter'), letter: z.enum(letterKinds) }),
]);
export type NewDocument = z.output<typeof NewDocument>;
export const Made = z.object({
  id: z.string(),
  nameless: z
    .boolean()
    .describe('the names are left blank: there is no consent to tell the chamber who it is about'),
});
export type Made = z.output<typeof Made>;

/** A proposal to talk about, no decision. */
export const Matches = z.object({
  matches: z.array(
    known<Match>(
      z.looseObject({
        place: z.looseObject({ id: z.string(), company: z.string(), companyName: z.string() }),
        km: z.int().optional(),
        findings: z.array(
          z.looseObject({
            criterion: z.string(),
            verdict: z.enum(['for', 'against', 'unknown']),
            de: z.string(),
            en: z.string(),
          }),
        ),
      }),
    ),
  ),
});
export type Matches = z.output<typeof Matches>;

export const FunderQuery = z.object({
  site: z.string().optional(),
  journey: z.string().optional(),
  open: z.stringbool().optional().describe('only what is still to be sent'),
  format: z.enum(['json', 'csv']).optional(),
});
export const FunderMessages = z.object({
  messages: z.array(
    z.object({
      journey: z.string(),
      name: z.string().nullable().describe('the participant; null where the store knows no name'),
      key: z.string(),
      kind: z.string(),
      label: Text,
      on: Day,
      fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      status: z.enum(['open', 'transmitted', 'corrected', 'former']),
      statusLabel: Text,
      transmittedOn: Day.optional(),
      correctedOn: Day.optional(),
    }),
  ),
});
export type FunderMessages = z.output<typeof FunderMessages>;

export const Transmission = z.strictObject({
  key: z.string().describe('of the message, as the list names it'),
  on: Day.describe('the day on which it went out'),
});
export const Transmitted = z.object({
  journey: z.string(),
  key: z.string(),
  transmittedOn: Day,
  by: z.string(),
});
