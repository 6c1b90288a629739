// What this feature asks of the server.
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api, data, ifMatch, paged, queries, type Page } from '~/api';
import { createStore } from '~/platform/store';
import type { GridView } from '~/ui/grid/types';
import type { Change, Kind, Listed, Phase, Sort, State, View } from './wire';

const list = '/api/v1/channels';
const one = '/api/v1/channels/{id}';

// More channels than anybody has: one page, so that the sums over it are those of the company.
const pageSize = 500;

export function listQuery({ search, filters, sort }: GridView) {
  const chosen = new Map(filters.map(({ column, values }) => [column, values[0]]));
  return {
    kind: chosen.get('kind') as Kind | undefined,
    phase: chosen.get('phase') as Phase | undefined,
    state: chosen.get('state') as State | undefined,
    owner: chosen.get('owner'),
    ...(search ? { search } : {}),
    ...(sort ? { sort: sort.column as Sort, descending: sort.descending } : {}),
    limit: pageSize,
  };
}

export const useChannels = (view: GridView) =>
  queries.useInfiniteQuery(
    'get',
    list,
    { params: { query: listQuery(view) } },
    {
      ...paged,
      placeholderData: (before: InfiniteData<Page<Listed>> | undefined) => before,
    },
  );

// Only how many there are. It has a key of its own: its answer is not a list.
export const countQuery = (view: GridView) => ({
  queryKey: ['count', list, listQuery(view)],
  queryFn: async () =>
    (await data(api.GET(list, { params: { query: listQuery(view) } }))).items.length,
});

export const useChannel = (id: string) =>
  queries.useQuery('get', one, { params: { path: { id } } });

export const useMatrix = () => queries.useQuery('get', '/api/v1/channels/matrix');
export const useTemplates = () => queries.useQuery('get', '/api/v1/channels/templates');
export const useHistory = (id: string) =>
  queries.useQuery('get', '/api/v1/channels/{id}/history', { params: { path: { id } } });
export const readChannel = (id: string): Promise<View> =>
  data(api.GET(one, { params: { path: { id } } }));

export const patchChannel = (id: string, version: number, body: Change): Promise<View> =>
  data(api.PATCH(one, { params: { path: { id }, header: ifMatch(version) }, body }));

export const moveChannel = (id: string, version: number, state: State): Promise<View> =>
  data(
    api.POST('/api/v1/channels/{id}/state', {
      params: { path: { id }, header: ifMatch(version) },
      body: { state },
    }),
  );

export const restoreChannel = (id: string, version: number, earlier: number): Promise<View> =>
  data(
    api.POST('/api/v1/channels/{id}/restore', {
      params: { path: { id }, header: ifMatch(version) },
      body: { version: earlier },
    }),
  );

export const removeChannel = (id: string, version: number): Promise<unknown> =>
  data(api.DELETE(one, { params: { path: { id }, header: ifMatch(version) } }));

// Everything this feature shows stands under one address.
export const channelsKey = ['get', list] as const;
export const oneKey = (id: string) => ['get', one, { params: { path: { id } } }] as const;
export const matrixKey = ['get', '/api/v1/channels/matrix'] as const;

type Pages = InfiniteData<Page<Listed>>;

// Puts a change on the screen before the server has answered.
export function useShowAtOnce() {
  const cache = useQueryClient();
  return (id: string, change: Partial<View>) => {
    cache.setQueriesData<Pages>(
      { queryKey: channelsKey },
      (pages) =>
        pages && {
          ...pages,
          pages: pages.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
          })),
        },
    );
    cache.setQueryData<View>(oneKey(id), (view) => view && { ...view, ...change });
  };
}

// Grows with every channel that this person added or took away: those of others wait to be shown, one's own
// do not.
export const ownChanges = createStore(0);

// All that shows channels is asked again.
export function useRefresh() {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith(list),
    });
    ownChanges.set(ownChanges.get() + 1);
  };
}
