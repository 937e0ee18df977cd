/** What the API answers and takes about cohort files. */
import { z } from 'zod';
import { Day } from '../../../workflows/policy/calendar.ts';
import { langs, Text } from './schemas.ts';

/** The most a file may hold, in characters. */
export const mostCharacters = 5_000_000;

export const ImportQuery = z.object({
  dryRun: z.stringbool().optional().describe('only show where each would stand and what is due next'),
});
/** The file goes in as JSON, as everything does that changes something: no form of another site can send that. */
export const Import = z.strictObject({
  csv: z
    .string()
    .min(1)
    .max(mostCharacters)
    .describe('the file as text, with a header, semicolons or commas; the README lists the columns'),
});

const Dated = z.object({ key: z.string(), dueOn: Day, label: Text });

export const Imported = z.object({
  started: z.int(),
  known: z.int().describe('that exist already and begin with the same entries'),
  dryRun: z.boolean(),
  lines: z.array(
    z.object({
      line: z.int(),
      journey: z.string(),
      phase: z.string(),
      next: z.array(Dated),
      overdue: z.array(Dated),
      meetingDueSince: Day.optional().describe('nobody is invited to it'),
      isKnown: z.boolean(),
    }),
  ),
});
export type Imported = z.output<typeof Imported>;

export const ExportQuery = z.object({ site: z.string().optional(), lang: z.enum(langs).default('de') });
