// What the screen asks of the journeys. While a new answer is on its way, the old one stays in its place.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries, type Schemas } from '~/api';
import type { Range } from '~/platform/period';
import type { ScopeFilters } from '~/platform/scope/scope';
import { type JourneysSearch, usual } from './search';

export type Switch = Schemas['journeys.Switch'];
export type PathsAnswer = Schemas['journeys.PathsAnswer'];
export type FunnelAnswer = Schemas['journeys.FunnelAnswer'];
export type CreditsAnswer = Schemas['journeys.CreditsAnswer'];
export type Model = Schemas['methods.Model'];

export interface Asked extends Range, ScopeFilters {}

const stay = { placeholderData: <T>(before: T | undefined) => before };
// A server that has just started reads the journeys into memory first.
const retry = {
  retry: (_: number, error: { code?: string }) => error.code === 'index_being_built',
  retryDelay: 1_000,
};
const often = { refetchInterval: 10_000 };
const index = '/api/v1/journeys/index';

export const useIndex = () => queries.useQuery('get', index, {}, often);

// What came in changes every answer.
export function useFreshAnswers(asOf: string | null | undefined) {
  const client = useQueryClient();
  useEffect(() => {
    const isOld = ({ queryKey: [, path] }: { queryKey: readonly unknown[] }) =>
      typeof path === 'string' && path.startsWith('/api/v1/journeys/') && path !== index;
    if (asOf) void client.invalidateQueries({ predicate: isOld });
  }, [client, asOf]);
}

export const useSwitches = (asked: Asked) =>
  queries.useQuery('get', '/api/v1/journeys/transitions', { params: { query: { ...asked } } }, { ...stay, ...retry });

export const usePaths = (asked: Asked, steps: number, start: string | undefined) =>
  queries.useQuery(
    'get',
    '/api/v1/journeys/paths',
    { params: { query: { ...asked, steps, ...(start ? { start } : {}) } } },
    { ...stay, ...retry },
  );

export const useFunnel = (asked: Asked, search: JourneysSearch) =>
  queries.useQuery(
    'get',
    '/api/v1/journeys/funnel',
    {
      params: {
        query: { ...asked, steps: search.steps ?? usual.steps, window: search.within ?? usual.within },
      },
    },
    { ...stay, ...retry },
  );

const bootstrap = 100;
// All but the one that passes over direct visits: no channel says of itself that it is that.
const models: readonly Model[] = ['first', 'last', 'linear', 'position', 'time_decay', 'markov', 'shapley'];

export const useCredits = (asked: Asked, search: JourneysSearch) =>
  queries.useQuery(
    'get',
    '/api/v1/journeys/attribution',
    {
      params: {
        query: {
          ...asked,
          window: search.window ?? usual.window,
          worth: search.worth ?? usual.worth,
          by: search.by ?? usual.by,
          order: Number(search.order ?? usual.order),
          models: models.join(','),
          bootstrap,
        },
      },
    },
    { ...stay, ...retry },
  );
