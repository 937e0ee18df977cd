/**
 * The policy: how long things take and which of several ways the rules provide, as versioned data. A version never
 * changes once a journey runs on it.
 */
import { type DeadlineKey, type DeadlineRow, deadlines } from './deadlines.ts';
import { type LimitKey, type LimitRow, limits } from './limits.ts';

export { type DeadlineKey, deadlineKeys } from './deadlines.ts';
export type { LimitKey } from './limits.ts';

export type PolicyVersion = '2020-1' | '2022-1' | '2026-1';

/** A version of the policy. Versions differ in values and sources, never in their keys. */
export interface Policy {
  readonly version: PolicyVersion;
  readonly deadlines: { readonly [K in DeadlineKey]: DeadlineRow };
  readonly limits: { readonly [K in LimitKey]: LimitRow<(typeof limits)[K]['value']> };
}

/** Until July 2024: monthly contingents of support hours. */
const monthly: Policy = {
  version: '2022-1',
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
  deadlines,
  limits: { ...monthly.limits, referralToAbh: { ...limits.referralToAbh, value: true } },
};

/** All versions, oldest first. */
export const policies = {
  '2020-1': withAbh,
  '2022-1': monthly,
  '2026-1': { version: '2026-1', deadlines, limits },
} as const satisfies Record<PolicyVersion, Policy>;

export const policyVersions = Object.keys(policies) as PolicyVersion[];
export const newestPolicy: PolicyVersion = '2026-1';
