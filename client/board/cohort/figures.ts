/** Figures as they are shown: small ones hidden as the API gives them. Pure. */
import type { CountTable, Figure } from '../../web/api/schemasOfFigures.ts';

/** `1–4` for a small one, `*` for one that would give a small one away. */
export const figureText = (figure: Figure): string =>
  figure === 'few' ? '1–4' : figure === 'withheld' ? '*' : String(figure);

/** What is known of a figure; of a hidden one nothing. */
export const known = (figure: Figure): number => (typeof figure === 'number' ? figure : 0);

export const isHidden = (figure: Figure): boolean => typeof figure !== 'number';

/** How many are in hidden rows together, where the total says so. */
export const hiddenRest = ({ rows, total }: CountTable): number =>
  typeof total === 'number' ? total - rows.reduce((sum, { figure }) => sum + known(figure), 0) : 0;

/** Whether any figure is hidden. */
export const hidesAny = (tables: readonly Pick<CountTable, 'rows'>[]): boolean =>
  tables.some(({ rows }) => rows.some(({ figure }) => isHidden(figure)));
