// The state of a grid whose rows are whole in the browser.
import { problemOf } from '~/api/problem';
import { type ListSearch, useListView } from '~/platform/gridList';
import type { ListState } from '~/platform/ListTable';
import type { Column, FilterField, GridView } from '~/ui/grid/types';
import { useFormats } from '~/ui/text/locale';
import { chosen, type Reading } from './localList';

interface Query {
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
}

export interface LocalList<Row> {
  screen: string;
  start: GridView;
  columns: readonly Column<Row>[];
  filters: readonly FilterField[];
  reading: Reading<Row>;
  query: Query;
  rows: readonly Row[] | undefined;
  url: {
    search: ListSearch;
    show: (change: Partial<Record<keyof ListSearch, unknown>>, replace?: boolean) => void;
  };
}

export function useLocalList<Row extends { id: string }>(of: LocalList<Row>): ListState<Row> {
  const formats = useFormats();
  const list = useListView(of.screen, of.start, of.url);
  const rows = chosen(of.rows ?? [], list.view, of.reading, formats.compare);
  return {
    ...list,
    columns: of.columns,
    filters: of.filters,
    total: rows.length,
    isFirst: of.rows?.length === 0,
    source: {
      rows,
      total: rows.length,
      status: of.rows ? 'ready' : of.query.error ? 'error' : 'loading',
      error: of.query.error ? problemOf(of.query.error).message : undefined,
      hasMore: false,
      loadMore: () => undefined,
      retry: () => void of.query.refetch(),
    },
  };
}
