// What of the screen stands in the URL: the open segment or 'new', its rule, the day on which is looked who was
// in it and what was known then, and the period of the pyramid.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { isDay, type Preset, presets } from '~/platform/period';

export const firstPeriod = '12m';

export interface SegmentsSearch {
  open?: string;
  dialog?: 'rule';
  day?: string;
  known?: string;
  period?: Preset;
  // Instead of with the days before, with the same days a year earlier.
  beside?: 'year';
}

export function readSearch(search: Record<string, unknown>): SegmentsSearch {
  const { open, dialog, day, known, period, beside } = search;
  return {
    ...(typeof open === 'string' ? { open } : {}),
    ...(dialog === 'rule' ? { dialog } : {}),
    ...(isDay(day) ? { day } : {}),
    ...(isDay(known) ? { known } : {}),
    ...(presets.includes(period as Preset) && period !== firstPeriod
      ? { period: period as Preset }
      : {}),
    ...(beside === 'year' ? { beside } : {}),
  };
}

export function useSegmentsSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    // Opening something can be undone with Back; choosing other days does not fill the history.
    show: (change: Partial<Record<keyof SegmentsSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/segments',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      }),
  };
}
