// The state of the list: its view in the URL, its rows from the server, the newest first.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { useChannelNames } from '~/platform/channels';
import { isFirst, useListView, useRowsOf, useSteadySource } from '~/platform/gridList';
import type { ListState } from '~/platform/ListTable';
import { mayDo, reading, useMe } from '~/platform/session';
import type { FilterField } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { useListQuery, useLocations, useOrders } from './api';
import { orderColumns } from './columns';
import { useOrdersSearch } from './search';
import type { Listed } from './wire';
import { stateOptions } from './words';

export type List = ListState<Listed>;

const rowsOf = ({ items }: Page<Listed>) => items;

export function useList(): List {
  const { t } = useTranslation('orders');
  const formats = useFormats();
  const channels = useChannelNames();
  const margins = mayDo(useMe(), reading);
  // Names come later than rows; only they make new columns.
  const names = channels.list.map(({ name }) => name).join();
  const columns = useMemo(
    () => orderColumns({ t, formats, channels, margins }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, formats, margins, names],
  );
  const start = useMemo(() => startView(columns), [columns]);
  const list = useListView('orders', start, useOrdersSearch());
  const asked = useListQuery(list.view);
  const query = useOrders(asked);
  const source = useSteadySource(query, useRowsOf(query, rowsOf), JSON.stringify(asked));
  return {
    ...list,
    columns,
    filters: useFilters(),
    source,
    isFirst: isFirst(list.view, query, source.rows),
  };
}

const periods = ['7d', '30d', '90d', 'month', 'last-month', 'year'] as const;

function useFilters(): FilterField[] {
  const { t } = useTranslation('orders');
  const channels = useChannelNames();
  const partner = mayDo(useMe(), ['partner']);
  const locations = useLocations(!partner).data?.items ?? [];
  return [
    { column: 'state', title: t('fields.state'), single: true, options: stateOptions(t) },
    {
      column: 'channel',
      title: t('fields.channel'),
      single: true,
      options: channels.list.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      column: 'placed',
      title: t('fields.placed'),
      single: true,
      options: periods.map((value) => ({ value, label: t(`periods.${value}`, { ns: 'platform' }) })),
    },
    ...(locations.length > 0
      ? [
          {
            column: 'location',
            title: t('fields.location'),
            single: true,
            options: locations.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
  ];
}
