// What placing an order asks of the server.
import { useQueries, useQuery } from '@tanstack/react-query';
import { api, data, queries, type Schemas } from '~/api';
import type { BasketLine } from './basket';

export type Draft = Schemas['orders.OrderDraft'];

// The price that holds now for whoever is in these segments, of each line in its order.
export const usePrices = (
  lines: readonly BasketLine[],
  channel: string,
  currency: string,
  segment: readonly string[],
) =>
  useQueries({
    queries: lines.map(({ variant }) =>
      queries.queryOptions(
        'get',
        '/api/v1/catalog/variants/{id}/price',
        { params: { path: { id: variant.id }, query: { channel, currency, segment: [...segment] } } },
        { enabled: channel !== '', retry: false },
      ),
    ),
  });

export const useAvailable = (lines: readonly BasketLine[], channel: string) =>
  queries.useQuery(
    'get',
    '/api/v1/stock/available',
    { params: { query: { channel, variant: lines.map(({ variant }) => variant.id) } } },
    { enabled: channel !== '' && lines.length > 0, placeholderData: (before) => before },
  );

export const findBuyers = (search: string, enabled: boolean) =>
  [{ params: { query: { search, limit: 6 } } }, { enabled: enabled && search.length > 1 }] as const;

// A customer that the order is for, with the segments that they are in.
export const useKnownBuyer = (customer: string | undefined) =>
  useQuery({
    queryKey: ['profile', customer ?? ''],
    queryFn: () =>
      data(api.GET('/api/v1/customers/{id}', { params: { path: { id: customer ?? '' } } })),
    enabled: customer !== undefined,
    staleTime: Infinity,
    retry: false,
  });

export const place = (body: Draft) => data(api.POST('/api/v1/orders', { body }));
