// What the screen asks of the server. While a new answer is on its way, the old one stays in its place.
import type { InfiniteData } from '@tanstack/react-query';
import { paged, queries, type Page, type Schemas } from '~/api';
import type { Range } from '~/platform/period';
import type { ScopeFilters } from '~/platform/scope/scope';
import type { Compare, Cut } from './search';

export type ProfitReply = Schemas['measures.ProfitOut'];
export type ProfitRow = Schemas['measures.RowOut'];
export type OrderRow = Schemas['measures.OrderOut'];
export type Dependence = Schemas['measures.Dependence'];
export type HitRate = Schemas['measures.HitRate'];
export type OutlookReply = Schemas['measures.OutlookOut'];
export type OutlookRow = Schemas['measures.OutlookRow'];
export type Trial = Schemas['measures.TrialOut'];

export interface Asked extends Range, ScopeFilters {
  country?: string;
  currency?: string;
}

const stay = { placeholderData: <T>(before: T | undefined) => before };

export const useProfit = (asked: Asked, by: Cut, compare: Compare, enabled = true) =>
  queries.useQuery(
    'get',
    '/api/v1/measures/profit',
    { params: { query: { ...asked, by, compare } } },
    { ...stay, enabled },
  );

const pageSize = 100;

export const useOrders = (asked: Asked) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/measures/profit/orders',
    { params: { query: { ...asked, limit: pageSize } } },
    { ...paged, placeholderData: (before: InfiniteData<Page<OrderRow>> | undefined) => before },
  );

// Neither knows campaigns or products.
const ofPeople = ({ from, to, channel, segment, currency }: Asked) => ({
  from,
  to,
  ...(channel ? { channel } : {}),
  ...(segment ? { segment } : {}),
  ...(currency ? { currency } : {}),
});

export const useDependence = (asked: Asked) =>
  queries.useQuery(
    'get',
    '/api/v1/measures/profit/concentration',
    { params: { query: ofPeople(asked) } },
    stay,
  );

export const useHitRates = (asked: Asked) =>
  queries.useQuery('get', '/api/v1/measures/profit/hit-rates', { params: { query: ofPeople(asked) } }, stay);

export const useTrials = (asked: Asked) =>
  queries.useQuery('get', '/api/v1/measures/profit/trials', { params: { query: ofPeople(asked) } }, stay);

export type OutlookAsked = Pick<Asked, 'from' | 'to' | 'channel' | 'currency'>;

export const useOutlook = (asked: OutlookAsked) =>
  queries.useQuery('get', '/api/v1/measures/outlook', { params: { query: asked } }, stay);

export const useCredits = ({ from, to, channel, segment }: Asked) =>
  queries.useQuery(
    'get',
    '/api/v1/journeys/attribution',
    {
      params: {
        query: {
          from,
          to,
          ...(channel ? { channel } : {}),
          ...(segment ? { segment } : {}),
          window: '30d',
          worth: 'revenue',
          by: 'channel',
          order: 1,
          models: 'first,last,linear,markov,shapley',
          bootstrap: 0,
        },
      },
    },
    {
      ...stay,
      // A server that has just started reads the journeys into memory first.
      retry: (_: number, error: { code?: string }) => error.code === 'index_being_built',
      retryDelay: 1_000,
    },
  );

export function outlookFileOf(form: 'csv' | 'xlsx', asked: OutlookAsked): string {
  const query = new URLSearchParams(Object.entries(asked) as [string, string][]);
  return `/api/v1/measures/outlook/${form}?${query}`;
}

export function fileOf(what: 'profit' | 'profit/orders', form: 'csv' | 'xlsx', asked: Asked, by?: Cut): string {
  const query = new URLSearchParams(Object.entries({ ...asked, ...(by ? { by } : {}) }) as [string, string][]);
  return `/api/v1/measures/${what}/${form}?${query}`;
}
