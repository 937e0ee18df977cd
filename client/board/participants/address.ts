/** What the list of participants shows stands in its address: it survives a reload, and can be sent to a colleague. Pure. */

import type { Card } from '../../web/api/schemas.ts';
import { type Query, withQuery } from '../api.ts';
import { plusDays } from '../parts/dates.ts';
import { attentionLooks, phaseWords } from '../parts/names.ts';
import type { Sorting } from '../parts/Table.tsx';

export const sorts = ['attention', 'name', 'phase', 'nextDeadline', 'caseWorker'] as const;
export type Sort = (typeof sorts)[number];

/** Days within which a deadline must fall. */
export const dueDays = [0, 7, 14, 30] as const;

export const views = ['list', 'workers'] as const;
export type View = (typeof views)[number];

export interface Filter {
  readonly q: string;
  /** A phase, `all`, or empty: all that are not closed. */
  readonly phase: string;
  readonly attention: string;
  readonly caseWorker: string;
  /** Days as text; empty where no deadline is asked for. */
  readonly due: string;
  readonly sort: Sort;
  readonly order: Sorting['order'];
  /** From 1. */
  readonly page: number;
  readonly view: View;
}

export const everybody: Filter = {
  ...{ q: '', phase: '', attention: '', caseWorker: '', due: '' },
  ...{ sort: 'attention', order: 'asc', page: 1, view: 'list' },
};

export const pageSize = 50;

/** Reads an address; what makes no sense in it is as if it were not there. */
export function filterIn(search: string): Filter {
  const query = new URLSearchParams(search);
  const text = (name: string): string => query.get(name) ?? '';
  const among = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((one) => one === text(name));
  return {
    q: text('q'),
    phase: among('phase', ['all', ...Object.keys(phaseWords)]) ?? '',
    attention: among('attention', Object.keys(attentionLooks) as Card['attention'][]) ?? '',
    caseWorker: text('caseWorker'),
    due: dueDays.some((days) => String(days) === text('due')) ? text('due') : '',
    sort: among('sort', sorts) ?? everybody.sort,
    order: among('order', ['desc']) ?? 'asc',
    page: Math.max(1, Math.floor(Number(text('page'))) || 1),
    view: among('view', views) ?? everybody.view,
  };
}

/** The address of a list; what is as always is left out of it. */
export function listPath(filter: Partial<Filter>): string {
  const said = Object.entries({ ...everybody, ...filter }).filter(
    ([key, value]) => value !== everybody[key as keyof Filter],
  );
  return withQuery('/participants', Object.fromEntries(said));
}

/** Whether somebody narrowed the list down. */
export const isNarrowed = ({ q, phase, attention, caseWorker, due }: Filter): boolean =>
  [q, phase, attention, caseWorker, due].some((value) => value !== '');

const running = Object.keys(phaseWords).filter((phase) => phase !== 'closed');

/** What the API is asked. */
export function apiQuery(filter: Filter, today: string): Query {
  const { q, phase, attention, caseWorker, due, sort, order, page } = filter;
  return {
    ...{ q, attention, caseWorker, sort, order, limit: pageSize, offset: (page - 1) * pageSize },
    ...(phase === 'all' ? {} : { phase: phase === '' ? running.join(',') : phase }),
    ...(due === '' ? {} : { dueBy: plusDays(today, Number(due)) }),
  };
}
