// The state of the list: its view in the URL, its rows from the server.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { useChannelNames } from '~/platform/channels';
import { useListView, useRowsOf, useSteadySource } from '~/platform/gridList';
import type { ListState } from '~/platform/ListTable';
import { usePeople } from '~/platform/people';
import type { FilterField, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { listQuery, useConflicts } from './api';
import { conflictColumns } from './columns';
import { useConflictsSearch } from './search';
import { useWords } from './useWords';
import type { Conflict, Kind, State } from './wire';

export const kinds: readonly Kind[] = [
  'price',
  'availability',
  'promise',
  'claim',
  'content',
  'opening_hours',
  'brand',
];
const states: readonly State[] = ['open', 'accepted', 'resolved'];

const rowsOf = ({ items }: Page<Conflict>) => items;

export function useList(): ListState<Conflict> {
  const { t } = useTranslation('conflicts');
  const formats = useFormats();
  const channels = useChannelNames();
  const people = usePeople();
  const words = useWords();
  const columns = conflictColumns({ t, formats, channels, people, words });
  // What is open, about most money first.
  const start: GridView = {
    ...startView(columns),
    filters: [{ column: 'state', not: false, values: ['open'] }],
    sort: { column: 'stake', descending: true },
  };
  const list = useListView('conflicts', start, useConflictsSearch());
  const query = useConflicts(list.view);
  const epoch = JSON.stringify(listQuery(list.view));
  const source = useSteadySource(query, useRowsOf(query, rowsOf), epoch);
  return { ...list, columns, filters: useFilters(), source, isFirst: false };
}

function useFilters(): FilterField[] {
  const { t } = useTranslation('conflicts');
  const channels = useChannelNames();
  const people = usePeople();
  return useMemo(
    () => [
      {
        column: 'state',
        title: t('fields.state'),
        single: true,
        options: states.map((value) => ({ value, label: t(`states.${value}`) })),
      },
      {
        column: 'kind',
        title: t('fields.kind'),
        single: true,
        options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
      },
      {
        column: 'channel',
        title: t('fields.channel'),
        single: true,
        options: channels.list.map(({ id, name }) => ({ value: id, label: name })),
      },
      { column: 'owner', title: t('fields.owner'), single: true, options: people.options },
    ],
    [t, channels.list, people.options],
  );
}
