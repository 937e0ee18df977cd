/** A policy as rows. Pure. */
import type { Policy } from '../workflows/policy/policy.ts';

/** Every deadline and limit by its key. */
export const policyRows = ({ deadlines, limits }: Policy) =>
  Object.entries({ ...deadlines, ...limits }).map(([key, row]) => ({ key, ...row }));
