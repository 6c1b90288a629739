// The state of the worksheet: its view in the URL, its rows from the server.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { useSavedViews, type SavedViews } from '~/platform/savedViews';
import { mayDo, useMe } from '~/platform/session';
import { useStore } from '~/platform/store';
import { useSteadyRows } from '~/ui/grid/steady';
import type { Column, GridSource, GridView } from '~/ui/grid/types';
import { readView, startView, viewToUrl } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { listQuery, ownChanges, useChannels } from './api';
import { channelColumns } from './columns';
import { type People, usePeople } from '~/platform/people';
import { type Measured, useMeasured } from './measured';
import { useChannelsSearch } from './search';
import type { Listed } from './wire';

export interface Worksheet {
  columns: readonly Column<Listed>[];
  people: People;
  measured: Measured;
  rows: readonly Listed[];
  source: GridSource<Listed>;
  start: GridView;
  view: GridView;
  setView: (view: GridView) => void;
  views: SavedViews;
  // No channel at all yet.
  isFirst: boolean;
}

const noRows: readonly Listed[] = [];
export const idOf = ({ id }: Listed) => id;

export function useWorksheet(): Worksheet {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const people = usePeople();
  const costsShown = mayDo(useMe(), ['admin', 'manager', 'analyst']);
  const { search, show } = useChannelsSearch();
  // Names and figures come later than rows; only they make new columns.
  const peopleKey = people.options.map(({ label }) => label).join();
  const measured = useMeasured();
  const columns = useMemo(
    () => channelColumns({ t, formats, people, costsShown, measured }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, formats, costsShown, peopleKey, measured.key],
  );
  const start = useMemo(() => startView(columns), [columns]);
  const views = useSavedViews('channels', start);
  const base = views.saved.find(({ id }) => id === search.saved)?.view ?? start;
  const view = readView({ ...base, ...search.view }, start);
  const query = useChannels(view);
  const found = useMemo(
    () => query.data?.pages.flatMap(({ items }) => items) ?? noRows,
    [query.data],
  );
  const { rows, ...waiting } = useSteadyRows(
    {
      epoch: `${JSON.stringify(listQuery(view))} ${useStore(ownChanges)}`,
      reading: query.isFetching,
      rows: found,
      pages: query.data?.pages.length ?? 0,
    },
    idOf,
  );
  const untouched = view.search === '' && view.filters.length === 0;
  return {
    columns,
    people,
    measured,
    rows,
    start,
    view,
    views,
    setView: (next) => {
      show({ view: viewToUrl(next, base) }, true);
    },
    isFirst: untouched && query.isSuccess && !query.isPlaceholderData && rows.length === 0,
    source: {
      rows,
      total: query.hasNextPage ? undefined : rows.length,
      status: query.isPending ? 'loading' : query.isError && rows.length === 0 ? 'error' : 'ready',
      error: query.error ? problemOf(query.error).message : undefined,
      hasMore: query.hasNextPage && !query.isFetchingNextPage,
      loadMore: () => void query.fetchNextPage(),
      retry: () => void query.refetch(),
      waiting,
    },
  };
}
