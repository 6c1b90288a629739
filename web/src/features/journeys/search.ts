// What of the journeys stands in the URL: the period, the filters, and what is shown.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, isDay, type Preset, presets, type Range, rangeOf } from '~/platform/period';

export const filters = ['segment', 'channel', 'campaign', 'product'] as const;
export type FilterName = (typeof filters)[number];
export type Filters = Partial<Record<FilterName, string>>;

export const tabs = ['paths', 'funnel', 'credit'] as const;
export type Tab = (typeof tabs)[number];
export const windows = ['1d', '7d', '30d', '90d'] as const;
export type Window = (typeof windows)[number];
export const worths = ['revenue', 'margin'] as const;
export type Worth = (typeof worths)[number];
export const bys = ['channel', 'campaign'] as const;
export type By = (typeof bys)[number];
export const orders = ['1', '2', '3', '4'] as const;
export type Order = (typeof orders)[number];

// What holds where nothing is chosen.
export const usual = {
  period: '90d',
  tab: 'paths',
  steps: 'product_viewed,order_completed',
  within: '7d',
  window: '30d',
  worth: 'revenue',
  by: 'channel',
  order: '1',
} as const;

export interface JourneysSearch extends Filters {
  period?: Preset;
  // Instead of a period: the first and the last day.
  from?: string;
  until?: string;
  tab?: Tab;
  start?: string;
  // Of the funnel: its steps and within which time.
  steps?: string;
  within?: Window;
  // Of the credit: how long before a conversion a touch counts, and what is divided over whom.
  window?: Window;
  worth?: Worth;
  by?: By;
  order?: Order;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const one = <T extends string>(known: readonly T[], value: unknown, unless?: T) => {
  const found = known.find((each) => each === String(value));
  return found === unless ? undefined : found;
};

export function readSearch(search: Record<string, unknown>): JourneysSearch {
  const { from, until } = search;
  const own = isDay(from) && isDay(until) && from <= until;
  const steps = text(search['steps']);
  const found = {
    ...Object.fromEntries(filters.map((name) => [name, text(search[name])])),
    ...(own ? { from, until } : { period: one(presets, search['period'], usual.period) }),
    tab: one(tabs, search['tab'], usual.tab),
    start: text(search['start']),
    steps: steps === usual.steps ? undefined : steps,
    within: one(windows, search['within'], usual.within),
    window: one(windows, search['window'], usual.window),
    worth: one(worths, search['worth'], usual.worth),
    by: one(bys, search['by'], usual.by),
    order: one(orders, search['order'], usual.order),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  ) as JourneysSearch;
}

export function rangeIn(search: JourneysSearch, today: string): Range {
  if (search.from && search.until) return { from: search.from, to: addDays(search.until, 1) };
  return rangeOf(search.period ?? usual.period, today);
}

export function useJourneysSearch() {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  const show = (change: { [Key in keyof JourneysSearch]?: JourneysSearch[Key] | undefined }) => {
    void navigate({
      to: '/paths',
      search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
      replace: true,
    });
  };
  return { search, show };
}
