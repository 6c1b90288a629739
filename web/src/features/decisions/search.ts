// What of the screen stands in the URL: the tab, the view of its list, the open record, the open dialog; of decisions
// whose they are, and of results the days, the place and what is put together.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Preset, presets } from '~/platform/period';
import type { GridView } from '~/ui/grid/types';
import type { By } from './wire';

export const tabs = ['offers', 'placements', 'log', 'results', 'settings'] as const;
export type Tab = (typeof tabs)[number];

export const ways = ['offer', 'segment', 'cell'] as const satisfies readonly By[];
export const firstPeriod = '90d' satisfies Preset;

export interface OffersSearch {
  tab?: Tab;
  saved?: string;
  view?: Partial<GridView>;
  open?: string;
  dialog?: 'new';
  customer?: string;
  by?: By;
  period?: Preset;
  place?: string;
}

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value =>
  values.includes(value as Value);

export function readSearch(search: Record<string, unknown>): OffersSearch {
  const { tab, saved, view, open, dialog, customer, by, period, place } = search;
  return {
    ...(oneOf(tabs, tab) && tab !== 'offers' ? { tab } : {}),
    ...(typeof saved === 'string' ? { saved } : {}),
    ...(typeof view === 'object' && view !== null ? { view } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(dialog === 'new' ? { dialog } : {}),
    ...(typeof customer === 'string' ? { customer } : {}),
    ...(oneOf(ways, by) && by !== 'offer' ? { by } : {}),
    ...(oneOf(presets, period) && period !== firstPeriod ? { period } : {}),
    ...(typeof place === 'string' ? { place } : {}),
  };
}

export function useOffersSearch() {
  const navigate = useNavigate();
  return {
    search: readSearch(useSearch({ strict: false })),
    // Opening something can be undone with Back; adjusting the view does not fill the history.
    show: (change: Partial<Record<keyof OffersSearch, unknown>>, replace = false) =>
      void navigate({
        to: '/offers',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      }),
  };
}
