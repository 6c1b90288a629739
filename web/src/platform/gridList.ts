// A list of the server in a grid: how it is shown stands in the URL and under saved names, and its rows come by pages
// and stay where they are while others work on them.
import { useMemo } from 'react';
import { problemOf } from '~/api/problem';
import { useSteadyRows } from '~/ui/grid/steady';
import type { GridSource, GridView, SavedView } from '~/ui/grid/types';
import { readView, viewToUrl } from '~/ui/grid/view';
import { useSavedViews } from './savedViews';

// What of a list stands in the URL.
export interface ListSearch {
  // The saved view that is chosen.
  saved?: string;
  // How what is shown differs from it.
  view?: Partial<GridView>;
}

interface SearchState {
  search: ListSearch;
  show: (change: Partial<Record<keyof ListSearch, unknown>>, replace?: boolean) => void;
}

// The view of a list, and what the tabs of its saved views do.
export function useListView(screen: string, start: GridView, { search, show }: SearchState) {
  const views = useSavedViews(screen, start);
  const base = views.saved.find(({ id }) => id === search.saved)?.view ?? start;
  const view = readView({ ...base, ...search.view }, start);
  const setView = (next: GridView) => {
    show({ view: viewToUrl(next, base) }, true);
  };
  return {
    start,
    view,
    setView,
    tabs: {
      start,
      view,
      saved: views.saved,
      activeId: search.saved ?? '',
      onView: setView,
      onChoose: (id: string) => {
        show({ saved: id || undefined, view: undefined });
      },
      onCreate: (name: string, shared: boolean, made: GridView) => {
        void views.create(name, shared, made).then((id) => {
          if (id) show({ saved: id, view: undefined });
        });
      },
      onUpdate: (changed: SavedView) => {
        views.update(changed);
        show({ view: undefined }, true);
      },
      onDelete: (gone: SavedView) => {
        views.remove(gone);
        show({ saved: undefined, view: undefined });
      },
    },
  };
}

export type ListView = ReturnType<typeof useListView>;

export interface PagedQuery<Page> {
  data: { pages: readonly Page[] } | undefined;
  error: unknown;
  isPending: boolean;
  isSuccess: boolean;
  isError: boolean;
  isFetching: boolean;
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

// Every row that was read so far. `rowsOf` is the same function each time.
export const useRowsOf = <Page, Row>(query: PagedQuery<Page>, rowsOf: (page: Page) => readonly Row[]) =>
  useMemo(() => query.data?.pages.flatMap(rowsOf) ?? [], [query.data, rowsOf]);

// What a grid is told of rows in pages.
export const sourceOf = <Row>(query: PagedQuery<unknown>, rows: readonly Row[]): GridSource<Row> => ({
  rows,
  total: query.hasNextPage ? undefined : rows.length,
  status: query.isPending ? 'loading' : query.isError && rows.length === 0 ? 'error' : 'ready',
  error: query.error ? problemOf(query.error).message : undefined,
  hasMore: query.hasNextPage && !query.isFetchingNextPage,
  loadMore: () => void query.fetchNextPage(),
  retry: () => void query.refetch(),
});

// The same of rows that stay in their places, but for another `epoch`, such as another filter.
export function useSteadySource<Row extends { id: string }>(
  query: PagedQuery<unknown>,
  found: readonly Row[],
  epoch: string,
): GridSource<Row> {
  const pages = query.data?.pages.length ?? 0;
  const { rows, ...waiting } = useSteadyRows({ epoch, reading: query.isFetching, rows: found, pages }, idOf);
  return { ...sourceOf(query, rows), waiting };
}

export const idOf = ({ id }: { id: string }) => id;

// Whether there is nothing at all, instead of nothing that was asked for.
export const isFirst = ({ search, filters }: GridView, query: PagedQuery<unknown>, rows: readonly unknown[]) =>
  search === '' && filters.length === 0 && query.isSuccess && !query.isPlaceholderData && rows.length === 0;
