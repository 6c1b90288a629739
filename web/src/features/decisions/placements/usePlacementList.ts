// The state of the grid of places.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelNames } from '~/platform/channels';
import type { ListState } from '~/platform/ListTable';
import type { FilterField, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { useOffers, usePlacements } from '../api';
import type { Reading } from '../localList';
import { useOffersSearch } from '../search';
import { useLocalList } from '../useLocalList';
import { placementColumns, type Row } from './columns';

const reading: Reading<Row> = {
  words: ({ name, code, channelName, offerNames }) => [name, code, channelName, ...offerNames],
  values: {
    channel: ({ channel }) => [channel],
    state: ({ active }) => [active ? 'on' : 'off'],
    offers: ({ offers }) => offers,
  },
  order: {
    name: ({ name }) => name,
    channel: ({ channelName }) => channelName,
    offers: ({ offers }) => offers.length,
    state: ({ active }) => (active ? 0 : 1),
  },
};

function useRows(): readonly Row[] | undefined {
  const placements = usePlacements().data?.items;
  const offers = useOffers().data?.items;
  const channels = useChannelNames();
  return placements?.map((place) => ({
    ...place,
    channelName: channels.nameOf(place.channel),
    offerNames: place.offers.map((id) => offers?.find((offer) => offer.id === id)?.name ?? '…'),
  }));
}

export function usePlacementList(): ListState<Row> {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const channels = useChannelNames();
  const names = channels.list.map(({ name }) => name).join();
  const columns = useMemo(
    () => placementColumns({ t, formats, channels }),
    // Names come later than rows; only they make new columns.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, formats, names],
  );
  const start = useMemo<GridView>(
    () => ({ ...startView(columns), sort: { column: 'name', descending: false } }),
    [columns],
  );
  return useLocalList({
    screen: 'placements',
    start,
    columns,
    filters: useFilters(),
    reading,
    query: usePlacements(),
    rows: useRows(),
    url: useOffersSearch(),
  });
}

function useFilters(): FilterField[] {
  const { t } = useTranslation('decisions');
  const channels = useChannelNames();
  const offers = useOffers().data?.items ?? [];
  const used = new Set(usePlacements().data?.items.map(({ channel }) => channel));
  const fields: FilterField[] = [
    {
      column: 'channel',
      title: t('fields.channel'),
      options: channels.list
        .filter(({ id }) => used.has(id))
        .map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      column: 'offers',
      title: t('fields.offers'),
      options: offers.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      column: 'state',
      title: t('fields.state'),
      options: [
        { value: 'on', label: t('on') },
        { value: 'off', label: t('off') },
      ],
    },
  ];
  return fields.filter(({ options }) => options.length > 0);
}
