/** What the API answers and takes about the running of the software. Opaque ids and codes only. */
import { z } from 'zod';
import { Id } from '../../../workflows/journal/events.ts';
import { policyVersions } from '../../../workflows/policy/policy.ts';
import type { Outcome } from '../../outcomes.ts';
import type { Reconciled } from '../../reconcile/reconcile.ts';
import { known } from './known.ts';
import { Text } from './schemas.ts';

export const SiteQuery = z.object({ site: z.string().optional() });

export const Stuck = z.object({
  stuck: z.array(
    z.object({
      journey: z.string(),
      site: z.string(),
      key: z.string(),
      since: z.iso.datetime(),
      attempts: z.int(),
      reason: z.string(),
    }),
  ),
});
export type Stuck = z.output<typeof Stuck>;

export const Rules = z.object({
  policies: z.array(z.object({ version: z.string(), label: Text, journeys: z.int() })),
  machines: z.array(z.object({ version: z.int(), journeys: z.int() })),
});
export type Rules = z.output<typeof Rules>;

export const PolicyQuery = z.object({
  version: z.enum(policyVersions).optional().describe('the newest where left out'),
});
/** The rows of a version of the rules, each with what it rests on. */
export const Policy = z.object({
  version: z.string(),
  label: Text,
  rows: z.array(
    z.looseObject({
      key: z.string(),
      value: z.unknown(),
      label: Text,
      source: z.string(),
      reckon: z.string().optional(),
      kind: z.string().optional(),
      holidays: z.string().optional(),
    }),
  ),
});
export type Policy = z.output<typeof Policy>;

const chosen = {
  journeys: z.array(Id).min(1).max(1_000).optional().describe('only these'),
  site: z.string().optional().describe('all that run at this site'),
};
const all = z.literal(true).optional().describe("all that run at the caller's sites");

const to = z
  .strictObject({
    policyVersion: z.enum(policyVersions).optional(),
    machineVersion: z.int().min(1).optional(),
  })
  .refine(
    ({ policyVersion, machineVersion }) => policyVersion !== undefined || machineVersion !== undefined,
    {
      error: 'names a version of the policy, of the machine, or both',
      params: { de: 'nennt eine Fassung der Regeln, des Automaten oder beider' },
    },
  );

/** What is to be chosen where something is changed: nobody means all by leaving it out. */
const choosing = <T extends { journeys?: unknown; site?: unknown; all?: unknown }>(schema: z.ZodType<T>) =>
  schema.refine(
    ({ journeys, site, all: every }) => [journeys, site, every].some((one) => one !== undefined),
    {
      path: ['journeys'],
      error: 'must be there, or site, or all',
      params: { de: 'muss dabei sein, oder site oder all' },
    },
  );

export const DryRun = z.strictObject({ ...chosen, to });
export type DryRun = z.output<typeof DryRun>;
export const Migrate = choosing(z.strictObject({ ...chosen, all, to }));
export const Wake = choosing(z.strictObject({ ...chosen, all }));

/** What became of each journey, or would, and how many there are of what. */
export const Outcomes = z.object({
  figures: z.record(z.string(), z.int()),
  journeys: z.array(
    known<Outcome>(
      z.looseObject({ journey: z.string(), outcome: z.enum(['moves', 'stays', 'refused', 'silent']) }),
    ),
  ),
});
export type Outcomes = z.output<typeof Outcomes>;

export const ReconcileQuery = z.object({
  journeys: z
    .string()
    .transform((text) => text.split(',').filter((one) => one !== ''))
    .optional()
    .describe('only these, with commas'),
});
export const Reconcile = z.strictObject({ journeys: z.array(Id).min(1).max(1_000).optional() });

/** What was found of each journey, and what was closed. */
export const Found = z.object({
  figures: z.object({
    journeys: z.int(),
    same: z.int(),
    closed: z.int(),
    open: z.int(),
    notSent: z.int(),
  }),
  journeys: z.array(
    known<Reconciled>(
      z.looseObject({
        journey: z.string(),
        found: z.looseObject({ kind: z.string() }),
        closed: z.boolean(),
        skipped: z.array(z.string()),
      }),
    ),
  ),
});
export type Found = z.output<typeof Found>;

export const RefusalsQuery = z.object({
  since: z.iso.datetime().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});
/** Who was refused what. */
export const Refusals = z.object({
  items: z.array(
    z.object({
      id: z.int(),
      at: z.iso.datetime(),
      person: z.string(),
      roles: z.array(z.string()),
      method: z.string(),
      route: z.string().describe('the pattern of the address'),
      journey: z.string().optional(),
      code: z.string(),
    }),
  ),
  total: z.int(),
});
export type Refusals = z.output<typeof Refusals>;

export const Verified = z.object({
  whole: z.boolean(),
  brokenAt: z.int().nullable().describe('the first entry at which the chain of hashes is broken'),
});
export type Verified = z.output<typeof Verified>;
