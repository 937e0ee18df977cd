/** The conflict ladder from its lowest rung. Pure. */
import type { Rung } from '../../../workflows/effects/words.ts';

export const rungs = [
  'talk',
  'mediation',
  'trainingAdviser',
  'conciliation',
  'court',
] as const satisfies readonly Rung[];
