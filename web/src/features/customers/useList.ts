// The state of the grid: its view in the URL, its rows from the server.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import { isFirst, useListView, useRowsOf, useSteadySource } from '~/platform/gridList';
import type { ListState } from '~/platform/ListTable';
import { mayDo, reading, useMe } from '~/platform/session';
import type { FilterField, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { useCustomers, useSegments } from './api';
import { customerColumns } from './columns';
import { useCustomersSearch } from './search';
import type { ListReply, Row } from './wire';

export type List = ListState<Row>;

// A customer with the currency of the page that it came in.
const rowsOf = ({ items, currency }: ListReply): Row[] => items.map((one) => ({ ...one, currency }));

export function useList(): List {
  const { columns, start } = useColumns();
  const list = useListView('customers', start, useCustomersSearch());
  const { search, filters, sort } = list.view;
  const query = useCustomers(list.view);
  const rows = useRowsOf(query, rowsOf);
  const source = useSteadySource(query, rows, JSON.stringify([search, filters, sort]));
  const first = query.data?.pages[0];
  const total = first?.total ?? undefined;
  return {
    ...list,
    columns,
    filters: useFilters(first?.currency),
    total,
    isFirst: isFirst(list.view, query, source.rows),
    source: { ...source, total },
  };
}

function useColumns() {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  const channels = useChannelNames();
  const margins = mayDo(useMe(), reading);
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
