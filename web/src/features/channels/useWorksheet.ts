// The state of the worksheet: its view in the URL, its rows from the server.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { isFirst, type ListView, useListView, useRowsOf, useSteadySource } from '~/platform/gridList';
import { mayDo, reading, useMe } from '~/platform/session';
import { useStore } from '~/platform/store';
import type { Column, GridSource } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { listQuery, ownChanges, useChannels } from './api';
import { channelColumns } from './columns';
import { type People, usePeople } from '~/platform/people';
import { type Measured, useMeasured } from './measured';
import { useChannelsSearch } from './search';
import type { Listed } from './wire';

export interface Worksheet extends ListView {
  columns: readonly Column<Listed>[];
  people: People;
  measured: Measured;
  source: GridSource<Listed>;
  // No channel at all yet.
  isFirst: boolean;
}

const rowsOf = ({ items }: Page<Listed>) => items;

export function useWorksheet(): Worksheet {
  const { t } = useTranslation('channels');
  const formats = useFormats();
  const people = usePeople();
  const costsShown = mayDo(useMe(), reading);
  // Names and figures come later than rows; only they make new columns.
  const peopleKey = people.options.map(({ label }) => label).join();
  const measured = useMeasured();
  const columns = useMemo(
    () => channelColumns({ t, formats, people, costsShown, measured }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, formats, costsShown, peopleKey, measured.key],
  );
  const start = useMemo(() => startView(columns), [columns]);
  const list = useListView('channels', start, useChannelsSearch());
  const query = useChannels(list.view);
  const epoch = `${JSON.stringify(listQuery(list.view))} ${useStore(ownChanges)}`;
  const source = useSteadySource(query, useRowsOf(query, rowsOf), epoch);
  return {
    ...list,
    columns,
    people,
    measured,
    source,
    isFirst: isFirst(list.view, query, source.rows),
  };
}
