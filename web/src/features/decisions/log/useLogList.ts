// The state of the log of decisions: its view in the URL, its rows from the server, the newest first.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import { isFirst, useListView, useRowsOf, useSteadySource } from '~/platform/gridList';
import type { ListState } from '~/platform/ListTable';
import { addDays, startOf } from '~/platform/period';
import { useToday } from '~/platform/useToday';
import type { FilterField, GridView } from '~/ui/grid/types';
import { startView } from '~/ui/grid/view';
import { useFormats, useLocale } from '~/ui/text/locale';
import { type LogQuery, useLog, useOffers, usePlacements } from '../api';
import { useOffersSearch } from '../search';
import { useNames } from '../useNames';
import type { Decision, Reason } from '../wire';
import { logColumns } from './columns';
import { keptReasons } from './reasons';

const rowsOf = ({ items }: Page<Decision>) => items;

// What the view asks. Its days begin at midnight, so that the same question is asked the whole day long.
function useLogQuery({ filters }: GridView): LogQuery {
  const { timeZone } = useLocale();
  const today = useToday();
  const { customer } = useOffersSearch().search;
  const chosen = new Map(filters.map(({ column, values }) => [column, values[0]]));
  const [placement, offer, reason] = ['placement', 'offer', 'reason'].map((one) => chosen.get(one));
  const days = Number(chosen.get('ts') ?? 0);
  return {
    ...(placement ? { placement } : {}),
    ...(offer ? { offer } : {}),
    ...(reason ? { reason: reason as Reason } : {}),
    ...(customer ? { customer } : {}),
    ...(days > 0 ? { from: startOf(addDays(today, 1 - days), timeZone) } : {}),
  };
}

export function useLogList(): ListState<Decision> {
  const { t } = useTranslation('decisions');
  const formats = useFormats();
  const names = useNames();
  const columns = useMemo(() => logColumns({ t, formats, names }), [t, formats, names]);
  const start = useMemo(() => startView(columns), [columns]);
  const url = useOffersSearch();
  const list = useListView('decisions', start, url);
  const asked = useLogQuery(list.view);
  const query = useLog(asked);
  const source = useSteadySource(query, useRowsOf(query, rowsOf), JSON.stringify(asked));
  return {
    ...list,
    columns,
    filters: useFilters(),
    source,
    isFirst: !url.search.customer && isFirst(list.view, query, source.rows),
  };
}

function useFilters(): FilterField[] {
  const { t } = useTranslation('decisions');
  const offers = useOffers().data?.items ?? [];
  const placements = usePlacements().data?.items ?? [];
  const named = (records: readonly { id: string; name: string }[]) =>
    records.map(({ id, name }) => ({ value: id, label: name }));
  const fields: FilterField[] = [
    { column: 'placement', title: t('fields.place'), single: true, options: named(placements) },
    { column: 'offer', title: t('offer'), single: true, options: named(offers) },
    {
      column: 'reason',
      title: t('log.reason'),
      single: true,
      options: keptReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) })),
    },
    {
      column: 'ts',
      title: t('log.when'),
      single: true,
      options: [1, 7, 30, 90].map((days) => ({
        value: String(days),
        label: t('log.inDays', { count: days }),
      })),
    },
  ];
  return fields.filter(({ options }) => options.length > 0);
}
