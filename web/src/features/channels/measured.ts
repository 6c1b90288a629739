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

export type Segment = Pick<Schemas['segments.Segment'], 'id' | 'name'>;

export interface Measured {
  // Whether this person may see figures.
  shown: boolean;
  period: MeasuredPeriod;
  range: Range;
  // Of whom; else of everybody.
  segment: Segment | undefined;
  segments: readonly Segment[];
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
  const segments = useSegments(shown, search.segment);
  const segment = segments.find(({ id }) => id === search.segment);
  const { data } = queries.useQuery(
    'get',
    '/api/v1/measures/worksheet',
    { params: { query: { ...range, currency, ...(segment ? { segment: segment.id } : {}) } } },
    { enabled: shown, placeholderData: (before) => before },
  );
  const rows = data?.channels ?? none;
  return {
    shown,
    period,
    range,
    segment,
    segments,
    currency,
    of: (channel) => rows.find((row) => row.channel === channel),
    key: data,
  };
}

// Those that are in use, and the one that is chosen.
function useSegments(enabled: boolean, chosen: string | undefined): readonly Segment[] {
  const { data } = queries.useQuery('get', '/api/v1/segments', {}, { enabled });
  return (data?.items ?? []).filter(({ id, archived }) => !archived || id === chosen);
}

const none: readonly MeasuredRow[] = [];

export const kpiOf = (row: MeasuredRow | undefined, code: string): string | null => {
  if (code === 'reach') return row ? String(row.reach) : null;
  return row?.kpis.find(({ kpi }) => kpi === code)?.value ?? null;
};

// To the results of one channel, over the same days and of the same people.
export function useShowResults() {
  const navigate = useNavigate();
  return (channel: string, { period, segment }: Measured) =>
    void navigate({ to: '/results', search: { channel, period, segment: segment?.id } as never });
}
