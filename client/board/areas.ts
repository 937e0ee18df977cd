/** The board's areas: where they are, who goes there, and in which order. What may be read there the API decides. */
import type { Me } from '../web/api/schemas.ts';
import type { IconName } from './parts/Icon.tsx';
import type { WordKey } from './words.ts';

type Role = Me['roles'][number];

export interface Area {
  readonly path: string;
  readonly label: WordKey;
  readonly icon: IconName;
  readonly roles: readonly Role[];
}

export const areas: readonly Area[] = [
  { path: '/today', label: 'today', icon: 'today', roles: ['caseWorker', 'teamLead', 'learningSupporter'] },
  {
    path: '/participants',
    label: 'participants',
    icon: 'participants',
    roles: ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'],
  },
  {
    path: '/calendar',
    label: 'calendar',
    icon: 'calendar',
    roles: ['caseWorker', 'teamLead', 'learningSupporter'],
  },
  {
    path: '/cohort',
    label: 'cohort',
    icon: 'cohort',
    roles: ['caseWorker', 'teamLead', 'dataProtection', 'funderAdviser'],
  },
  { path: '/funder', label: 'funderArea', icon: 'mail', roles: ['caseWorker', 'teamLead'] },
  { path: '/files', label: 'files', icon: 'draft', roles: ['teamLead'] },
  { path: '/protection', label: 'protection', icon: 'search', roles: ['dataProtection'] },
  { path: '/ops', label: 'ops', icon: 'ops', roles: ['ops', 'teamLead'] },
];

/** Where somebody with these roles may go. Pure. */
export const areasOf = ({ roles }: Pick<Me, 'roles'>): readonly Area[] =>
  areas.filter((area) => area.roles.some((role) => roles.includes(role)));

/** Where the page of a journey is. */
export const journeyPath = (id: string): string => `/participants/${encodeURIComponent(id)}`;
