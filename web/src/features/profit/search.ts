// What of the screen stands in the URL: the period and what it is compared with, the filters, how it is cut,
// and what is open beside it.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays, isDay, type Preset, presets, type Range, rangeOf } from '~/platform/period';
import { isLine, type LineId } from './lines';

export const filters = ['channel', 'segment', 'campaign', 'product'] as const;
export type FilterName = (typeof filters)[number];
export type Filters = Partial<Record<FilterName, string>>;

export const tabs = ['statement', 'credit', 'dependence', 'hits'] as const;
export type Tab = (typeof tabs)[number];
export const cuts = ['channel', 'segment', 'campaign', 'country', 'partner', 'product', 'week', 'month'] as const;
export type Cut = (typeof cuts)[number];
export const compares = ['previous', 'year', 'none'] as const;
export type Compare = (typeof compares)[number];

// What holds where nothing is chosen.
export const usual = { period: '90d', tab: 'statement', by: 'channel', compare: 'previous' } as const;

export interface ProfitSearch extends Filters {
  period?: Preset;
  // Instead of a period: the first and the last day.
  from?: string;
  until?: string;
  compare?: Compare;
  currency?: string;
  tab?: Tab;
  by?: Cut;
  // A line of which is told what it means.
  about?: LineId;
  // The orders behind a figure: of the whole, or of one part of the cut.
  orders?: string;
}

export const everything = 'all';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const one = <T extends string>(known: readonly T[], value: unknown, unless?: T) =>
  known.includes(value as T) && value !== unless ? (value as T) : undefined;

export function readSearch(search: Record<string, unknown>): ProfitSearch {
  const { from, until, about } = search;
  const own = isDay(from) && isDay(until) && from <= until;
  const found = {
    ...Object.fromEntries(filters.map((name) => [name, text(search[name])])),
    ...(own ? { from, until } : { period: one(presets, search['period'], usual.period) }),
    compare: one(compares, search['compare'], usual.compare),
    currency: text(search['currency']),
    tab: one(tabs, search['tab'], usual.tab),
    by: one(cuts, search['by'], usual.by),
    about: isLine(about) ? about : undefined,
    orders: text(search['orders']),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as ProfitSearch;
}

export function rangeIn(search: ProfitSearch, today: string): Range {
  if (search.from && search.until) return { from: search.from, to: addDays(search.until, 1) };
  return rangeOf(search.period ?? usual.period, today);
}

export const filtersIn = (search: ProfitSearch): Filters =>
  Object.fromEntries(filters.flatMap((name) => (search[name] ? [[name, search[name]]] : [])));

export function useProfitSearch() {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  // Opening something can be undone with Back; adjusting the view does not fill the history.
  const show = (
    change: { [Key in keyof ProfitSearch]?: ProfitSearch[Key] | undefined },
    replace = true,
  ) => {
    void navigate({
      to: '/return',
      search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
      replace,
    });
  };
  return { search, show };
}
