// What this feature asks of the server.
import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, paged, queries, type Schemas } from '~/api';
import type { GridView } from '~/ui/grid/types';
import { type Act, isWritten } from './acts';
import type { AlertKind, BufferDraft, Location, ReservationState } from './wire';

const root = '/api/v1/stock';
const pageSize = 100;

export function matrixQuery({ search, filters }: GridView) {
  const chosen = new Map(filters.map(({ column, values }) => [column, values[0]]));
  const channel = chosen.get('channel');
  const alert = chosen.get('alert');
  return {
    ...(search ? { search } : {}),
    ...(chosen.get('location') ? { location: chosen.get('location') } : {}),
    ...(chosen.get('below_safety') ? { below_safety: true } : {}),
    ...(alert ? { alert: alert as AlertKind } : {}),
    ...(channel ? { channel: [channel] } : {}),
  };
}

// Alerts are told to who may know what things cost.
export const useMatrix = (view: GridView, alerts: boolean) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/stock/matrix',
    { params: { query: { ...matrixQuery(view), ...(alerts ? { alerts } : {}), limit: pageSize } } },
    { ...paged, placeholderData: keepPreviousData },
  );

export const useLocations = () => queries.useQuery('get', '/api/v1/stock/locations');

export const useLocationHistory = (id: string) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/stock/locations/{id}/history',
    { params: { path: { id } } },
    paged,
  );

// How many pieces each channel leaves for the others.
export const useBuffers = () => queries.useQuery('get', '/api/v1/stock/buffers');

export const useAvailable = (variant: string, channel: string | undefined) =>
  queries.useQuery(
    'get',
    '/api/v1/stock/available',
    { params: { query: { variant: [variant], ...(channel ? { channel } : {}) } } },
    { placeholderData: keepPreviousData },
  );

export const useLevels = (variant: string, location?: string) =>
  queries.useQuery('get', '/api/v1/stock/levels', {
    params: { query: { variant, limit: 500, ...(location ? { location } : {}) } },
  });

export const useMovements = (variant: string | undefined, limit: number) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/stock/movements',
    { params: { query: { limit, ...(variant ? { variant } : {}) } } },
    paged,
  );

export interface ReservationsAsked {
  variant?: string;
  state?: ReservationState;
}

export const useReservations = (asked: ReservationsAsked, limit: number) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/stock/reservations',
    { params: { query: { ...asked, limit } } },
    paged,
  );

export interface Writing {
  act: Act;
  variant: string;
  location: string;
  to: string;
  pieces: number;
  reference: string;
  note: string;
}

export function writeDown({ act, variant, location, to, pieces, reference, note }: Writing) {
  if (isWritten(act)) {
    const body = { kind: act, variant, location, quantity: pieces, reference, note };
    return data(api.POST('/api/v1/stock/movements', { body }));
  }
  if (act === 'counted') {
    return data(api.POST('/api/v1/stock/counts', { body: { variant, location, counted: pieces, note } }));
  }
  return data(
    api.POST('/api/v1/stock/moves', { body: { variant, from: location, to, quantity: pieces, note } }),
  );
}

export const release = (id: string) =>
  data(api.POST('/api/v1/stock/reservations/{id}/release', { params: { path: { id } } }));

export const fulfil = (id: string) =>
  data(api.POST('/api/v1/stock/reservations/{id}/fulfil', { params: { path: { id } }, body: {} }));

export const setSafety = (variant: string, location: string, units: number) =>
  data(api.PUT('/api/v1/stock/safety', { body: { variant, location, units } }));

export const setBuffer = (body: BufferDraft) => data(api.PUT('/api/v1/stock/buffers', { body }));

export const addLocation = (body: Schemas['stock.LocationDraft']) =>
  data(api.POST('/api/v1/stock/locations', { body }));

export const changeLocation = ({ id, version }: Location, body: Schemas['stock.LocationChange']) =>
  data(
    api.PATCH('/api/v1/stock/locations/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body,
    }),
  );

// Every answer about stock follows from the same levels.
export const stockKeys = (['matrix', 'available', 'levels', 'movements', 'reservations', 'buffers'] as const).map(
  (what) => ['get', `${root}/${what}`] as const,
);

export function useRefresh() {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith(root) });
}
