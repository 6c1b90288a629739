// Who is signed in, and what that person may do.
import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { api, data, queries, type Schemas } from '~/api';
import { Problem } from '~/api/problem';

export type Me = Schemas['access.User'];
export type Role = Schemas['api.Role'];

export const roles: readonly Role[] = ['admin', 'manager', 'analyst', 'agent', 'store', 'partner'];

// Who may plan and change, read figures, and serve customers by name.
export const managing: readonly Role[] = ['admin', 'manager'];
export const reading: readonly Role[] = [...managing, 'analyst'];
export const serving: readonly Role[] = [...managing, 'agent'];

// The same key as queries.useQuery('get', '/api/v1/access/me'), but nobody is null and no error.
const whoKey = queries.queryOptions('get', '/api/v1/access/me').queryKey;

export const whoQuery = {
  queryKey: whoKey,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await data(api.GET('/api/v1/access/me'));
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Infinity,
};

export function setWho(cache: QueryClient, who: Me | null): void {
  cache.setQueryData(whoKey, who);
}

// Whoever is signed in; only for what stands behind the sign-in.
export function useMe(): Me {
  const { data: who } = useSuspenseQuery(whoQuery);
  if (!who) throw new Error('asked for the user where nobody is signed in');
  return who;
}

export const mayDo = (me: Me, allowed: readonly Role[]) =>
  me.roles.some((role) => allowed.includes(role));
