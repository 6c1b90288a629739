// The state of the grid: its view in the URL, its rows from the server.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { useChannelNames } from '~/platform/channels';
import { useSavedViews, type SavedViews } from '~/platform/savedViews';
import { mayDo, useMe } from '~/platform/session';
import { useSteadyRows } from '~/ui/grid/steady';
import type { Column, FilterField, GridSource, GridView } from '~/ui/grid/types';
import { readView, startView, viewToUrl } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { useCustomers, useSegments } from './api';
import { customerColumns } from './columns';
import { useCustomersSearch } from './search';
import type { Listed, Row } from './wire';

export interface List {
  columns: readonly Column<Row>[];
  filters: readonly FilterField[];
  source: GridSource<Row>;
  start: GridView;
  view: GridView;
  setView: (view: GridView) => void;
  views: SavedViews;
  total: number | undefined;
  // Nobody has been seen yet.
  isFirst: boolean;
}

const noRows: readonly Row[] = [];
export const idOf = ({ id }: Listed) => id;

export function useList(): List {
  const { search, show } = useCustomersSearch();
  const { columns, start } = useColumns();
  const views = useSavedViews('customers', start);
  const base = views.saved.find(({ id }) => id === search.saved)?.view ?? start;
  const view = readView({ ...base, ...search.view }, start);
  const query = useCustomers(view);
  const found = useMemo(
    () =>
      query.data?.pages.flatMap(({ items, currency }) =>
        items.map((one) => ({ ...one, currency })),
      ) ?? noRows,
    [query.data],
  );
  const { rows, ...waiting } = useSteadyRows(
    {
      epoch: JSON.stringify([view.search, view.filters, view.sort]),
      reading: query.isFetching,
      rows: found,
      pages: query.data?.pages.length ?? 0,
    },
    idOf,
  );
  const total = query.data?.pages[0]?.total ?? undefined;
  const untouched = view.search === '' && view.filters.length === 0;
  return {
    columns,
    filters: useFilters(query.data?.pages[0]?.currency),
    start,
    view,
    views,
    total,
    setView: (next) => {
      show({ view: viewToUrl(next, base) }, true);
    },
    isFirst: untouched && query.isSuccess && !query.isPlaceholderData && rows.length === 0,
    source: {
      rows,
      total,
      status: query.isPending ? 'loading' : query.isError && rows.length === 0 ? 'error' : 'ready',
      error: query.error ? problemOf(query.error).message : undefined,
      hasMore: query.hasNextPage && !query.isFetchingNextPage,
      loadMore: () => void query.fetchNextPage(),
      retry: () => void query.refetch(),
      waiting,
    },
  };
}

function useColumns() {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  const channels = useChannelNames();
  const margins = mayDo(useMe(), ['admin', 'manager', 'analyst']);
  // Names come later than rows; only they make new columns.
  const names = channels.list.map(({ name }) => name).join();
  const columns = useMemo(
    () => customerColumns({ t, formats, channels, margins }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, formats, margins, names],
  );
  const start = useMemo<GridView>(
    () => ({ ...startView(columns), sort: { column: 'net_revenue', descending: true } }),
    [columns],
  );
  return { columns, start };
}

function useFilters(currency: string | undefined): FilterField[] {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  const channels = useChannelNames();
  const { data: segments } = useSegments();
  const from = (values: readonly number[], label: (value: number) => string) =>
    values.map((value) => ({ value: String(value), label: label(value) }));
  return [
    {
      column: 'channel',
      title: t('fields.channel'),
      single: true,
      options: channels.list.map(({ id, name }) => ({ value: id, label: name })),
    },
    ...(segments && segments.items.length > 0
      ? [
          {
            column: 'segment',
            title: t('fields.segment'),
            single: true,
            options: segments.items.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    {
      column: 'orders',
      title: t('fields.orders'),
      single: true,
      options: from([1, 2, 5, 10], (count) => t('atLeast', { number: formats.number(count) })),
    },
    {
      column: 'net_revenue',
      title: t('fields.revenue'),
      single: true,
      options: from([100, 500, 1_000, 5_000], (sum) =>
        t('atLeast', { number: formats.money(sum, currency, true) }),
      ),
    },
    {
      column: 'last_seen',
      title: t('fields.lastSeen'),
      single: true,
      options: from([30, 90, 365], (days) => t('inDays', { count: days })),
    },
  ];
}
