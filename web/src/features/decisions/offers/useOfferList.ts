// The state of the grid of offers.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '~/platform/ListTable';
import { useNow } from '~/platform/useNow';
import type { FilterField, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { useFormats } from '~/ui/text/locale';
import { acts } from '../acts';
import { useOffers, usePlacements, useTeams } from '../api';
import type { Reading } from '../localList';
import { useOffersSearch } from '../search';
import { useLocalList } from '../useLocalList';
import { offerColumns, type Row } from './columns';
import { placesOf, stateOf, states } from './state';

const minuteMs = 60_000;

const reading = (actName: (row: Row) => string): Reading<Row> => ({
  words: (row) => [row.name, row.code, row.texts.nl.title, row.texts.en.title, row.teamName],
  values: {
    state: ({ state }) => [state],
    act: ({ act }) => [act],
    team: ({ team }) => (team ? [team] : []),
    places: ({ places }) => places.map(({ id }) => id),
  },
  order: {
    name: ({ name }) => name,
    state: ({ state }) => states.indexOf(state),
    act: actName,
    team: ({ teamName }) => teamName,
    validity: ({ from, until }) => until ?? from ?? '',
    changed: ({ changed }) => changed,
  },
});

export function useOfferRows(): readonly Row[] | undefined {
  const offers = useOffers().data?.items;
  const placements = usePlacements().data?.items;
  const teams = useTeams().data?.items;
  const now = useNow(minuteMs);
  return useMemo(
    () =>
      offers?.map((offer) => {
        const places = placesOf(offer.id, placements ?? []);
        return {
          ...offer,
          places,
          state: stateOf(offer, places, now),
          teamName: teams?.find(({ id }) => id === offer.team)?.name ?? '',
        };
      }),
    [offers, placements, teams, now],
  );
}

export function useOfferList(): ListState<Row> {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const columns = useMemo(() => offerColumns({ t, formats }), [t, formats]);
  const start = useMemo<GridView>(
    () => ({ ...startView(columns), sort: { column: 'name', descending: false } }),
    [columns],
  );
  return useLocalList({
    screen: 'offers',
    start,
    columns,
    filters: useFilters(),
    reading: useMemo(() => reading(({ act }) => t(`acts.${act}`)), [t]),
    query: useOffers(),
    rows: useOfferRows(),
    url: useOffersSearch(),
  });
}

function useFilters(): FilterField[] {
  const { t } = useTranslation('decisions');
  const placements = usePlacements().data?.items ?? [];
  const teams = useTeams().data?.items ?? [];
  const named = (records: readonly { id: string; name: string }[]) =>
    records.map(({ id, name }) => ({ value: id, label: name }));
  const fields: FilterField[] = [
    {
      column: 'state',
      title: t('fields.state'),
      options: states.map((state) => ({ value: state, label: t(`states.${state}`) })),
    },
    {
      column: 'act',
      title: t('fields.act'),
      options: acts.map((act) => ({ value: act, label: t(`acts.${act}`) })),
    },
    { column: 'places', title: t('fields.places'), options: named(placements) },
    { column: 'team', title: t('fields.team'), options: named(teams) },
  ];
  return fields.filter(({ options }) => options.length > 0);
}
