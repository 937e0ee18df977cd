/** Who is signed in. */
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../web/api/schemas.ts';
import { meQuery } from '../queries.ts';

/** Whoever has signed in; nobody while it is not known yet. */
export const useMe = (): Me | undefined => useQuery(meQuery).data;
