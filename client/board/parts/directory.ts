/** Who and what there is to choose from: asked for once in a while, as it seldom changes. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Me, Organisations, Sites, Staff, StaffMember } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { useMe } from './session.tsx';

const age = 300_000;

const knowers = {
  staff: ['caseWorker', 'teamLead', 'dataProtection'],
  organisations: ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'],
  sites: ['caseWorker', 'teamLead', 'learningSupporter', 'dataProtection'],
} as const satisfies Record<string, readonly Me['roles'][number][]>;

/** Not asked by those who would be refused: that would be kept as an attempt. */
function useDirectory<T>(what: keyof typeof knowers): UseQueryResult<T> {
  const roles: readonly string[] = useMe()?.roles ?? [];
  return useQuery({
    queryKey: ['directory', what],
    queryFn: ({ signal }) => get<T>(`/api/${what}`, {}, signal),
    staleTime: age,
    enabled: knowers[what].some((role) => roles.includes(role)),
  });
}

export const useStaff = (): UseQueryResult<Staff> => useDirectory<Staff>('staff');
export const useOrganisations = (): UseQueryResult<Organisations> =>
  useDirectory<Organisations>('organisations');
export const useSites = (): UseQueryResult<Sites> => useDirectory<Sites>('sites');

/** Those of the staff who look after journeys. Pure. */
export const caseWorkersIn = (staff: readonly StaffMember[]): StaffMember[] =>
  staff.filter(({ roles }) => roles.includes('caseWorker'));
