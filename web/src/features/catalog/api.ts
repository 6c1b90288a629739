// What this feature asks of the server.
import { keepPreviousData, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api, data, ifMatch, paged, queries, type Page } from '~/api';
import { mayDo, reading, useMe } from '~/platform/session';
import { createStore } from '~/platform/store';
import type { GridView } from '~/ui/grid/types';
import type { Listed, Product, ProductChange, State } from './wire';

const list = '/api/v1/catalog/products';
const one = '/api/v1/catalog/products/{id}';
const pageSize = 100;
const mostCategories = 500; // products in which categories are looked for

export function listQuery({ search, filters, sort }: GridView) {
  const chosen = new Map(filters.map(({ column, values }) => [column, values[0]]));
  return {
    ...(search ? { search } : {}),
    ...(chosen.get('category') ? { category: chosen.get('category') } : {}),
    ...(chosen.get('state') ? { state: chosen.get('state') as State } : {}),
    ...(chosen.get('incomplete_on') ? { incomplete_on: chosen.get('incomplete_on') } : {}),
    ...(chosen.get('incomplete_on') && chosen.get('missing') ? { missing: chosen.get('missing') } : {}),
    ...(sort?.column === 'changed' ? { sort: 'changed' as const } : {}),
  };
}

export const useProducts = (view: GridView) =>
  queries.useInfiniteQuery(
    'get',
    list,
    { params: { query: { ...listQuery(view), limit: pageSize } } },
    { ...paged, placeholderData: keepPreviousData },
  );

// All categories of the first products by name. A key of its own: its answer is not in pages.
export function useCategories(): readonly string[] {
  const { data: found } = useQuery({
    queryKey: ['categories', list],
    queryFn: () => data(api.GET(list, { params: { query: { limit: mostCategories } } })),
    staleTime: 60_000,
  });
  return [...new Set(found?.items.map(({ category }) => category))].filter(Boolean).sort();
}

export const useProduct = (id: string) => queries.useQuery('get', one, { params: { path: { id } } });

export const readProduct = (id: string): Promise<Product> =>
  data(api.GET(one, { params: { path: { id } } }));

export const patchProduct = (id: string, version: number, body: ProductChange): Promise<Product> =>
  data(api.PATCH(one, { params: { path: { id }, header: ifMatch(version) }, body }));

export const useProductHistory = (id: string) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/catalog/products/{id}/history',
    { params: { path: { id } } },
    paged,
  );

export const useVariantHistory = (id: string) =>
  queries.useInfiniteQuery(
    'get',
    '/api/v1/catalog/variants/{id}/history',
    { params: { path: { id } } },
    paged,
  );

// A store is told of none.
export function useSegments() {
  const enabled = mayDo(useMe(), [...reading, 'agent']);
  return queries.useQuery('get', '/api/v1/segments', {}, { enabled }).data?.items ?? [];
}

export const productsKey = ['get', list] as const;
export const productKey = (id: string) => ['get', one, { params: { path: { id } } }] as const;

type Pages = InfiniteData<Page<Listed>>;

// Puts a change on the screen before the server has answered.
export function useShowAtOnce() {
  const cache = useQueryClient();
  return (id: string, change: ProductChange) => {
    const changed = <Row extends { id: string }>(row: Row): Row =>
      row.id === id ? { ...row, ...change } : row;
    cache.setQueriesData<Pages>(
      { queryKey: productsKey },
      (pages) =>
        pages && {
          ...pages,
          pages: pages.pages.map((page) => ({ ...page, items: page.items.map(changed) })),
        },
    );
    cache.setQueryData<Product>(productKey(id), (product) => product && changed(product));
  };
}

// Grows with every product that this person added: those of others wait to be shown, one's own do not.
export const ownChanges = createStore(0);

export function useRefresh() {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/catalog'),
    });
    ownChanges.set(ownChanges.get() + 1);
  };
}
