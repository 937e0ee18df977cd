/**
 * The policy: how long things take and which of several ways the rules provide, as versioned data. A version never
 * changes once a journey runs on it.
 */

import { practice } from './deadlines/row.ts';
import { type DeadlineKey, type DeadlineRow, deadlines } from './deadlines.ts';
import { type LimitKey, type LimitRow, limits } from './limits.ts';

export { type DeadlineKey, deadlineKeys } from './deadlines.ts';
export type { LimitKey } from './limits.ts';

export type PolicyVersion = '2020-1' | '2022-1' | '2026-1' | '2026-1-monthly';

/** A version of the policy. Versions differ in values and sources, never in their keys. */
export interface Policy {
  readonly version: PolicyVersion;
  readonly label: { readonly de: string; readonly en: string };
  readonly deadlines: { readonly [K in DeadlineKey]: DeadlineRow };
  readonly limits: { readonly [K in LimitKey]: LimitRow<(typeof limits)[K]['value']> };
}

/** Until July 2024: monthly contingents of support hours. */
const monthly: Policy = {
  version: '2022-1',
  label: { de: 'Monatskontingente (bis Juli 2024)', en: 'Monthly contingents (until July 2024)' },
  deadlines,
  limits: {
    ...limits,
    supportHours: {
      ...limits.supportHours,
      value: 'monthly',
      source: 'until July 2024: monthly contingents',
    },
  },
};

/** Until 2021 there was abH beside assisted training. */
const withAbh: Policy = {
  version: '2020-1',
  label: { de: 'mit abH (bis 2021)', en: 'With abH (until 2021)' },
  deadlines,
  limits: { ...monthly.limits, referralToAbh: { ...limits.referralToAbh, value: true } },
};

/** The rules of today. */
const today: Policy = {
  version: '2026-1',
  label: { de: 'Regeln seit August 2024', en: 'Rules since August 2024' },
  deadlines,
  limits,
};

/** For providers who meet closely: monthly all through training, fortnightly where the intensity is high. */
const closely: Policy = {
  ...today,
  version: '2026-1-monthly',
  label: { de: 'wie 2026-1, monatliche Gespräche', en: 'As 2026-1, monthly meetings' },
  limits: {
    ...limits,
    reflectionEstablished: { ...limits.reflectionEstablished, value: { months: 1 }, source: practice },
    reflectionEstablishedHigh: { ...limits.reflectionEstablishedHigh, value: { weeks: 2 }, source: practice },
  },
};

/** All versions, oldest first; the last one is a choice beside today's rules. */
export const policies = {
  '2020-1': withAbh,
  '2022-1': monthly,
  '2026-1': today,
  '2026-1-monthly': closely,
} as const satisfies Record<PolicyVersion, Policy>;

export const policyVersions = Object.keys(policies) as PolicyVersion[];
export const newestPolicy: PolicyVersion = '2026-1';
