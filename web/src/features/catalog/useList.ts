// The state of the grid: its view in the URL, its rows from the server.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { isFirst, useListView, useRowsOf, useSteadySource } from '~/platform/gridList';
import { useChannelNames } from '~/platform/channels';
import { useStore } from '~/platform/store';
import type { ListState } from '~/platform/ListTable';
import type { FilterField, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { listQuery, ownChanges, useCategories, useProducts } from './api';
import { withParents } from './categories';
import { productColumns } from './columns';
import { useCompleteness } from './completeness/api';
import { useNeedName } from './completeness/useNeedName';
import { useCatalogSearch } from './search';
import type { Listed } from './wire';
import { stateOptions } from './words';

export type List = ListState<Listed>;

const rowsOf = ({ items }: Page<Listed>) => items;

// The server sorts by name from A to Z, and by change the latest first.
const sorted = (view: GridView): GridView =>
  view.sort ? { ...view, sort: { ...view.sort, descending: view.sort.column === 'changed' } } : view;

export function useList(): List {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const columns = useMemo(() => productColumns({ t, formats }), [t, formats]);
  const start = useMemo<GridView>(
    () => ({ ...startView(columns), sort: { column: 'name', descending: false } }),
    [columns],
  );
  const list = useListView('products', start, useCatalogSearch());
  const query = useProducts(list.view);
  const epoch = `${JSON.stringify(listQuery(list.view))} ${useStore(ownChanges)}`;
  const source = useSteadySource(query, useRowsOf(query, rowsOf), epoch);
  return {
    ...list,
    setView: (view) => {
      list.setView(sorted(view));
    },
    columns,
    filters: useFilters(),
    source,
    isFirst: isFirst(list.view, query, source.rows),
  };
}

function useFilters(): FilterField[] {
  const { t } = useTranslation('catalog');
  const categories = withParents(useCategories());
  const incomplete = useIncompleteFilters();
  const state = { column: 'state', title: t('fields.state'), single: true, options: stateOptions(t) };
  if (categories.length === 0) return [state, ...incomplete];
  const options = categories.map((value) => ({ value, label: value }));
  return [{ column: 'category', title: t('fields.category'), single: true, options }, state, ...incomplete];
}

// What misses something for a channel, and what that is.
function useIncompleteFilters(): FilterField[] {
  const { t } = useTranslation('catalog');
  const { list: channels } = useChannelNames();
  const needName = useNeedName();
  const needs = useCompleteness().data?.items.flatMap((one) => one.needs) ?? [];
  if (channels.length === 0) return [];
  return [
    {
      column: 'incomplete_on',
      title: t('complete.incompleteOn'),
      single: true,
      options: channels.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      column: 'missing',
      title: t('complete.missing'),
      single: true,
      options: [...new Set(needs)].map((value) => ({ value, label: needName(value) })),
    },
  ];
}
