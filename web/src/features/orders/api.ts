// What this feature asks of the server.
import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { api, data, paged, queries, type Schemas } from '~/api';
import { isDay, type Preset, presets, rangeOf, startOf } from '~/platform/period';
import { useToday } from '~/platform/useToday';
import type { GridView } from '~/ui/grid/types';
import { useLocale } from '~/ui/text/locale';
import type { Arrived, Pieces, State } from './wire';

const pageSize = 100;

const isPreset = (value: string | undefined): value is Preset => presets.includes(value as Preset);

// What the view asks. Its periods begin and end at midnight, so that the same is asked the whole day long.
export function useListQuery({ search, filters }: GridView) {
  const { timeZone } = useLocale();
  const today = useToday();
  const chosen = new Map(filters.map(({ column, values }) => [column, values[0]]));
  const placed = chosen.get('placed');
  const range = isPreset(placed) && isDay(today) ? rangeOf(placed, today) : null;
  return {
    ...(search ? { search } : {}),
    ...(chosen.get('state') ? { state: chosen.get('state') as State } : {}),
    ...(chosen.get('channel') ? { channel: chosen.get('channel') } : {}),
    ...(chosen.get('location') ? { location: chosen.get('location') } : {}),
    ...(range ? { from: startOf(range.from, timeZone), to: startOf(range.to, timeZone) } : {}),
  };
}

export const useOrders = (query: ReturnType<typeof useListQuery>) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/orders',
    { params: { query: { ...query, limit: pageSize } } },
    { ...paged, placeholderData: keepPreviousData },
  );

export const useOrder = (id: string) =>
  queries.useQuery('get', '/api/v1/orders/{id}', { params: { path: { id } } }, { enabled: id !== '' });

// A partner is told of no places.
export const useLocations = (enabled: boolean) =>
  queries.useQuery('get', '/api/v1/stock/locations', {}, { enabled });

export const useDeliveries = (location: string) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/orders/deliveries',
    { params: { query: { limit: 50, location } } },
    { ...paged, placeholderData: keepPreviousData },
  );

const of = (id: string) => ({ params: { path: { id } } });

// All that is open, where no pieces are named.
export const cancel = (id: string, pieces: readonly Pieces[] | null, reason: string) =>
  data(
    api.POST('/api/v1/orders/{id}/cancel', {
      ...of(id),
      body: { ...(pieces ? { pieces: [...pieces] } : {}), ...(reason ? { reason } : {}) },
    }),
  );

export const giveBack = (id: string, pieces: readonly Pieces[], reason: string, arrived: Arrived) =>
  data(
    api.POST('/api/v1/orders/{id}/give-back', {
      ...of(id),
      body: {
        back: { way: 'store', pieces: [...pieces], ...(reason ? { reason } : {}) },
        arrived,
      },
    }),
  );

export const exchange = (id: string, body: Schemas['orders.ExchangeDraft']) =>
  data(api.POST('/api/v1/orders/{id}/exchanges', { ...of(id), body }));

export const useReturns = (id: string) =>
  queries.useQuery('get', '/api/v1/orders/{id}/returns', { params: { path: { id } } });

export const receiveReturn = (id: string, arrived: Arrived) =>
  data(api.POST('/api/v1/orders/returns/{id}/receive', { ...of(id), body: arrived }));

export const announceReturn = (id: string, pieces: readonly Pieces[], reason: string) =>
  data(
    api.POST('/api/v1/orders/{id}/returns', {
      ...of(id),
      body: { way: 'post', pieces: [...pieces], ...(reason ? { reason } : {}) },
    }),
  );

export const withdraw = (id: string) => data(api.POST('/api/v1/orders/{id}/withdrawal', of(id)));

export const useWithdrawal = (id: string, enabled: boolean) =>
  queries.useQuery('get', '/api/v1/orders/{id}/withdrawal', of(id), { enabled });

export interface Payment {
  amount: string;
  currency: string;
  method: string;
  reference: string;
}

export const pay = (id: string, { amount, currency, method, reference }: Payment) =>
  data(
    api.POST('/api/v1/orders/{id}/payments', {
      ...of(id),
      body: { amount: { amount, currency }, method, reference },
    }),
  );

export const refund = (id: string, { amount, currency, method, reference }: Payment) =>
  data(
    api.POST('/api/v1/orders/{id}/refunds', {
      ...of(id),
      body: { amount: { amount, currency }, method, reference },
    }),
  );

export const accept = (id: string) => data(api.POST('/api/v1/orders/deliveries/{id}/accept', of(id)));
export const decline = (id: string) => data(api.POST('/api/v1/orders/deliveries/{id}/decline', of(id)));
export const send = (id: string) => data(api.POST('/api/v1/orders/deliveries/{id}/send', of(id)));
export const arrive = (id: string) => data(api.POST('/api/v1/orders/deliveries/{id}/arrive', of(id)));
export const prepare = (id: string) => data(api.POST('/api/v1/orders/deliveries/{id}/prepare', of(id)));

export const handOver = (id: string, pieces: readonly Pieces[], tracking: string) =>
  data(
    api.POST('/api/v1/orders/deliveries/{id}/hand-over', {
      ...of(id),
      body: { pieces: [...pieces], ...(tracking ? { tracking } : {}) },
    }),
  );

// All that shows orders, and the stock that they promise, is asked again.
export function useRefresh() {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/v1\/(orders|stock)/.test(String(queryKey[1])),
    });
}
