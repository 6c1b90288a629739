// What this feature asks of the server. Opening a customer stands in the trail, so news of others never asks for it
// again: its keys are its own.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, paged, queries } from '~/api';
import { addDays, startOf } from '~/platform/period';
import { useToday } from '~/platform/useToday';
import type { GridView } from '~/ui/grid/types';
import { useLocale } from '~/ui/text/locale';
import type { Sort } from './wire';

const pageSize = 100;
const list = '/api/v1/customers';

// `dayBefore` is the moment at which the day began that was so many days before today.
function filterQuery({ search, filters, sort }: GridView, dayBefore: (days: number) => string) {
  const chosen = new Map(filters.map(({ column, values }) => [column, values[0]]));
  const days = Number(chosen.get('last_seen') ?? 0);
  return {
    ...(search ? { search } : {}),
    ...(chosen.get('channel') ? { channel: chosen.get('channel') } : {}),
    ...(chosen.get('segment') ? { segment: chosen.get('segment') } : {}),
    ...(chosen.get('orders') ? { orders_from: Number(chosen.get('orders')) } : {}),
    ...(chosen.get('net_revenue') ? { revenue_from: chosen.get('net_revenue') } : {}),
    ...(days > 0 ? { seen_from: dayBefore(days) } : {}),
    ...(sort ? { sort: sort.column as Sort, descending: sort.descending } : {}),
  };
}

// What the view asks. Its days begin at midnight, so that the same question is asked the whole day long.
export function useFilterQuery(view: GridView) {
  const { timeZone } = useLocale();
  const today = useToday();
  return filterQuery(view, (days) => startOf(addDays(today, -days), timeZone));
}

export const useCustomers = (view: GridView) =>
  queries.useInfiniteQuery(
    'get',
    list,
    { params: { query: { ...useFilterQuery(view), limit: pageSize } } },
    { ...paged, placeholderData: keepPreviousData },
  );

export const profileKey = (id: string) => ['profile', id] as const;

export const useCustomer = (id: string) =>
  useQuery({
    queryKey: profileKey(id),
    queryFn: () => data(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
    retry: false,
  });

export const useTimeline = (id: string) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/customers/{id}/timeline',
    { params: { path: { id }, query: { limit: 30 } } },
    paged,
  );

export const useOperations = (id: string) =>
  queries.useQuery('get', '/api/v1/customers/{id}/operations', { params: { path: { id } } });

export const useProposals = () =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/customers/proposals',
    { params: { query: { limit: 50 } } },
    paged,
  );

export const useSegments = () => queries.useQuery('get', '/api/v1/segments');

export const merge = (one: string, other: string, why: string) =>
  data(api.POST('/api/v1/customers/merge', { body: { one, other, ...(why ? { why } : {}) } }));

export const split = (id: string, identities: readonly string[]) =>
  data(
    api.POST('/api/v1/customers/{id}/split', {
      params: { path: { id } },
      body: { identities: [...identities] },
    }),
  );

export const part = (identity: string, other: string) =>
  data(api.POST('/api/v1/customers/proposals/part', { body: { identity, other } }));

export const undo = (operation: string) =>
  data(
    api.POST('/api/v1/customers/operations/{id}/undo', {
      params: { path: { id: operation } },
      body: {},
    }),
  );

export const forget = (id: string) =>
  data(api.POST('/api/v1/customers/{id}/forget', { params: { path: { id } } }));

// Everything that is kept of a person, with every event: these come by the page.
export async function everything(id: string) {
  const kept = await data(api.POST('/api/v1/customers/{id}/export', { params: { path: { id } } }));
  const events = [];
  let after: string | null | undefined;
  do {
    const page = await data(
      api.GET('/api/v1/customers/{id}/timeline', {
        params: { path: { id: kept.profile.id }, query: { limit: 1000, ...(after ? { after } : {}) } },
      }),
    );
    events.push(...page.items);
    after = page.next;
  } while (after);
  return { ...kept, events };
}

// After who is whom has changed: the list and every profile.
export function useRefresh() {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'profile' || String(queryKey[1]).startsWith(list),
    });
}
