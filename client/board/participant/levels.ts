/** How much support is needed: the higher need of participant and company counts. Pure. */
import type { Level } from '../../../workflows/machine/facts/journey.ts';
import type { Facts } from '../../../workflows/machine/facts.ts';
import type { WordKey } from '../words.ts';

const levels = ['low', 'medium', 'high'] as const satisfies readonly Level[];
const levelWords = {
  low: 'levelLow',
  medium: 'levelMedium',
  high: 'levelHigh',
} as const satisfies Record<Level, WordKey>;

export const intensityWord = ({ needs: { participant, company } }: Pick<Facts, 'needs'>): WordKey =>
  levelWords[levels.findLast((level) => level === participant || level === company) ?? 'medium'];
