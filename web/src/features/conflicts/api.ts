// What this feature asks of the server.
import { keepPreviousData } from '@tanstack/react-query';
import { api, data, ifMatch, paged, queries } from '~/api';
import type { FileForm } from '~/platform/scope/FileLinks';
import type { GridView } from '~/ui/grid/types';
import type { Change, Conflict, Kind, State } from './wire';

const list = '/api/v1/conflicts';
const one = '/api/v1/conflicts/{id}';
const lookEveryMs = 1_000;
const pageSize = 100;

const sorts = ['stake', 'since', 'name'] as const;

export function listQuery({ search, filters, sort }: GridView) {
  const chosen = new Map(filters.map(({ column, values }) => [column, values[0]]));
  const by = sorts.find((id) => id === sort?.column);
  return {
    ...(search ? { search } : {}),
    ...(chosen.get('kind') ? { kind: chosen.get('kind') as Kind } : {}),
    ...(chosen.get('state') ? { state: chosen.get('state') as State } : {}),
    ...(chosen.get('channel') ? { channel: chosen.get('channel') } : {}),
    ...(chosen.get('owner') ? { owner: chosen.get('owner') } : {}),
    ...(by ? { sort: by, ascending: sort?.descending === false } : {}),
  };
}

export const useConflicts = (view: GridView) =>
  queries.useInfiniteQuery(
    'get',
    list,
    { params: { query: { ...listQuery(view), limit: pageSize } } },
    { ...paged, placeholderData: keepPreviousData },
  );

export const useConflict = (id: string) => queries.useQuery('get', one, { params: { path: { id } } });

export const useStanding = () =>
  queries.useQuery(
    'get',
    '/api/v1/conflicts/standing',
    {},
    { refetchInterval: ({ state }) => (state.data?.looking ? lookEveryMs : false) },
  );

export const useHistory = (id: string) =>
  queries.useInfiniteQuery('get', '/api/v1/conflicts/{id}/history', { params: { path: { id } } }, paged);

export const look = () => data(api.POST('/api/v1/conflicts/looks'));

export const patchConflict = ({ id, version }: Conflict, body: Change): Promise<Conflict> =>
  data(api.PATCH(one, { params: { path: { id }, header: ifMatch(version) }, body }));

export const conflictsKey = ['get', list] as const;
export const conflictKey = (id: string) => ['get', one, { params: { path: { id } } }] as const;

export function fileOf(form: FileForm, view: GridView): string {
  const query = new URLSearchParams(
    Object.entries(listQuery(view)).map(([key, value]) => [key, String(value)]),
  );
  return `/api/v1/conflicts/${form}?${query}`;
}
