// What the results ask of the server. While a new period is on its way, the old one stays in its place.
import type { InfiniteData } from '@tanstack/react-query';
import { paged, queries, type Page, type Schemas } from '~/api';
import type { Filters } from './search';

export type Strip = Schemas['measures.Strip'];
export type ChannelRow = Schemas['measures.ChannelRow'];
export type ChannelTable = Schemas['measures.ChannelTable'];
export type PartRow = Schemas['measures.PartRow'];
export type Fact = Schemas['measures.Fact'];
export type Switch = Schemas['journeys.Switch'];
export type Dimension = Schemas['measures.Dimension'];
export type Every = Schemas['measures.Every'];

// Of what figures are asked.
export interface Asked extends Filters {
  from: string;
  to: string;
  currency?: string;
}

export const measures = '/api/v1/measures';
export const journeys = '/api/v1/journeys';

const stay = { placeholderData: <T>(before: T | undefined) => before };

export const useStrip = (asked: Asked, compare: Schemas['measures.Compare'], enabled = true) =>
  queries.useQuery(
    'get',
    '/api/v1/measures/strip',
    { params: { query: { ...asked, compare } } },
    { ...stay, enabled },
  );

export const useSeries = (asked: Asked, every: Every, enabled = true) =>
  queries.useQuery(
    'get',
    '/api/v1/measures/series',
    { params: { query: { ...asked, every } } },
    { ...stay, enabled },
  );

export const useChannelFigures = (asked: Asked, compare: Schemas['measures.Compare'], enabled = true) =>
  queries.useQuery(
    'get',
    '/api/v1/measures/channels',
    { params: { query: { ...asked, compare } } },
    { ...stay, enabled },
  );

export const useParts = (asked: Asked, by: Dimension, limit: number, enabled = true) =>
  queries.useQuery(
    'get',
    '/api/v1/measures/parts',
    { params: { query: { ...asked, by, limit } } },
    { ...stay, enabled },
  );

// Paths go from channel to channel, whatever happens there: of all filters only the segment makes others. A server
// that has just started reads the journeys into memory first.
export const useSwitches = ({ from, to, segment }: Asked) =>
  queries.useQuery(
    'get',
    '/api/v1/journeys/transitions',
    { params: { query: { from, to, ...(segment ? { segment } : {}) } } },
    {
      ...stay,
      retry: (_: number, error: { code?: string }) => error.code === 'index_being_built',
      retryDelay: 1_000,
    },
  );

export const useSegments = () => queries.useQuery('get', '/api/v1/segments');

export const useFreshness = () => queries.useQuery('get', '/api/v1/measures/freshness');

const pageSize = 100;

export const useFacts = (asked: Asked) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/measures/events',
    { params: { query: { ...asked, limit: pageSize } } },
    { ...paged, placeholderData: (before: InfiniteData<Page<Fact>> | undefined) => before },
  );

// The same rows as a file.
export function fileOf(asked: Asked, form: 'csv' | 'xlsx'): string {
  const query = new URLSearchParams(Object.entries(asked) as [string, string][]);
  return `${measures}/events/${form}?${query}`;
}
