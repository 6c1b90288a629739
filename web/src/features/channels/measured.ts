// What was measured of the channels, beside what is planned of them.
import { useNavigate } from '@tanstack/react-router';
import { queries, type Schemas } from '~/api';
import { type Preset, type Range, rangeOf } from '~/platform/period';
import { mayDo, reading, useMe } from '~/platform/session';
import { useToday } from '~/platform/useToday';
import { useLocale } from '~/ui/text/locale';
import type { MeasuredPeriod } from './measuredPeriods';
import { useChannelsSearch } from './search';

export type MeasuredRow = Schemas['measures.SheetRow'];

export interface Measured {
  // Whether this person may see figures.
  shown: boolean;
  period: MeasuredPeriod;
  range: Range;
  currency: string;
  of: (channel: string) => MeasuredRow | undefined;
  // Another one when there are other figures.
  key: unknown;
}

export function useMeasured(): Measured {
  const shown = mayDo(useMe(), reading);
  const { currency } = useLocale();
  const { search } = useChannelsSearch();
  const period = search.measured ?? '30d';
  const range = rangeOf(period as Preset, useToday());
  const { data } = queries.useQuery(
    'get',
    '/api/v1/measures/worksheet',
    { params: { query: { ...range, currency } } },
    { enabled: shown, placeholderData: (before) => before },
  );
  const rows = data?.channels ?? none;
  return {
    shown,
    period,
    range,
    currency,
    of: (channel) => rows.find((row) => row.channel === channel),
    key: data,
  };
}

const none: readonly MeasuredRow[] = [];

export const kpiOf = (row: MeasuredRow | undefined, code: string): string | null => {
  if (code === 'reach') return row ? String(row.reach) : null;
  return row?.kpis.find(({ kpi }) => kpi === code)?.value ?? null;
};

// To the results of one channel, over the same days.
export function useShowResults() {
  const navigate = useNavigate();
  return (channel: string, period: MeasuredPeriod) =>
    void navigate({ to: '/results', search: { channel, period } as never });
}
