// The state of the matrix: its view in the URL, its rows from the server.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Schemas } from '~/api';
import { useChannelNames } from '~/platform/channels';
import { isFirst, useListView, useRowsOf, useSteadySource } from '~/platform/gridList';
import type { ListState } from '~/platform/ListTable';
import type { FilterField, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { mayDo, reading, useMe } from '~/platform/session';
import { useFormats } from '~/ui/text/locale';
import { matrixQuery, useLocations, useMatrix } from './api';
import { stockColumns } from './columns';
import { useStockSearch } from './search';
import type { Location, Row } from './wire';
import { locationOptions } from './words';

export interface List extends ListState<Row> {
  locations: readonly Location[] | undefined;
}

const rowsOf = ({ items }: Page<Schemas['stock.MatrixRow']>): Row[] =>
  items.map((row) => ({ ...row, id: row.variant }));

const channelIn = (view: GridView) =>
  view.filters.find(({ column }) => column === 'channel')?.values[0];

export function useList(): List {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const state = useStockSearch();
  const locations = useLocations().data?.items;
  const figure = state.search.figure ?? 'free';
  const alerts = mayDo(useMe(), reading);
  // The columns before anybody changed them, to know what a view hides.
  const start = useMemo(
    () => startView(stockColumns({ t, formats, locations: [], figure: 'free', channel: undefined, alerts })),
    [t, formats, alerts],
  );
  const list = useListView('stock', start, state);
  const channel = channelIn(list.view);
  const columns = useMemo(
    () => stockColumns({ t, formats, locations: locations ?? [], figure, channel, alerts }),
    [t, formats, locations, figure, channel, alerts],
  );
  const query = useMatrix(list.view, alerts);
  const epoch = JSON.stringify(matrixQuery(list.view));
  const source = useSteadySource(query, useRowsOf(query, rowsOf), epoch);
  return {
    ...list,
    columns,
    filters: useFilters(locations ?? [], alerts),
    source,
    locations,
    isFirst: isFirst(list.view, query, source.rows),
  };
}

function useFilters(locations: readonly Location[], alerts: boolean): FilterField[] {
  const { t } = useTranslation('stock');
  const channels = useChannelNames();
  const ofAlerts: FilterField = {
    column: 'alert',
    title: t('alerts.column'),
    single: true,
    options: (['stock_out', 'overstock'] as const).map((kind) => ({ value: kind, label: t(`alerts.kinds.${kind}`) })),
  };
  return [
    ...(alerts ? [ofAlerts] : []),
    {
      column: 'channel',
      title: t('fields.channel'),
      single: true,
      options: channels.list.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      column: 'location',
      title: t('fields.location'),
      single: true,
      options: locationOptions(locations),
    },
    {
      column: 'below_safety',
      title: t('fields.belowSafety'),
      single: true,
      options: [{ value: 'yes', label: t('belowSafety') }],
    },
  ];
}
