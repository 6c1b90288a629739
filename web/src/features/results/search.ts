// What of the results stands in the URL: the period, what is compared and filtered, how it is shown, and
// what is open beside it. A saved view is the first part of it.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type KpiCode, kpis } from './figures';
import { isDay, type Preset, presets, type Step, steps } from '~/platform/period';

export const compares = ['previous', 'year', 'none'] as const;
export type Compare = (typeof compares)[number];

export const filters = ['channel', 'segment', 'campaign', 'product', 'kind'] as const;
export type FilterName = (typeof filters)[number];

export type Filters = Partial<Record<FilterName, string>>;

export const chosenIn = (view: Filters): FilterName[] => filters.filter((name) => view[name]);

// What holds where nothing is chosen. It is never written down, so that choosing it is no change of a view.
export const usual = { period: '90d', compare: 'previous', kpi: 'revenue' } as const;

export interface ResultsView extends Filters {
  period?: Preset;
  // Instead of a period: the first and the last day.
  from?: string;
  until?: string;
  compare?: Compare;
  currency?: string;
  kpi?: KpiCode;
  step?: Step;
  // All channels as one line.
  total?: boolean;
}

// The events that are shown beside: those of the view, or a part of them.
export interface Rows extends Filters {
  from?: string;
  to?: string;
}

export interface ResultsSearch extends ResultsView {
  saved?: string;
  about?: KpiCode;
  rows?: Rows;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const one = <T extends string>(known: readonly T[], value: unknown, unless?: T) =>
  known.includes(value as T) && value !== unless ? (value as T) : undefined;

// Without what is undefined, so that two views that are the same look the same.
const bare = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

// What is filtered, without the rest of a view.
export const filtersIn = (view: Filters): Filters => readFilters({ ...view });

const readFilters = (found: Record<string, unknown>): Filters =>
  bare(Object.fromEntries(filters.map((name) => [name, text(found[name])])) as Filters);

export function readView(state: unknown): ResultsView {
  const found = (typeof state === 'object' && state !== null ? state : {}) as Record<string, unknown>;
  const { from, until } = found;
  const own = isDay(from) && isDay(until) && from <= until;
  return bare({
    ...readFilters(found),
    ...(own ? { from, until } : { period: one(presets, found['period'], usual.period) }),
    compare: one(compares, found['compare'], usual.compare),
    currency: text(found['currency']),
    kpi: one(kpis, found['kpi'], usual.kpi),
    step: one(steps, found['step']),
    total: found['total'] === true || undefined,
  }) as ResultsView;
}

function readRows(state: unknown): Rows | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const found = state as Record<string, unknown>;
  const day = (value: unknown) => (isDay(value) ? value : undefined);
  return bare({ ...readFilters(found), from: day(found['from']), to: day(found['to']) }) as Rows;
}

export function readSearch(search: Record<string, unknown>): ResultsSearch {
  return bare({
    ...readView(search),
    saved: text(search['saved']),
    about: one(kpis, search['about']),
    rows: readRows(search['rows']),
  }) as ResultsSearch;
}

export const sameView = (a: ResultsView, b: ResultsView) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

export interface SearchState {
  search: ResultsSearch;
  view: ResultsView;
  // Opening something can be undone with Back; adjusting the view does not fill the history.
  show: (change: { [Key in keyof ResultsSearch]?: ResultsSearch[Key] | undefined }, replace?: boolean) => void;
  showView: (view: ResultsView, saved?: string) => void;
}

export function useResultsSearch(): SearchState {
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  return {
    search,
    view: readView(search),
    show: (change, replace = false) => {
      void navigate({
        to: '/results',
        search: (before: Record<string, unknown>) => readSearch({ ...before, ...change }),
        replace,
      });
    },
    showView: (view, saved) => {
      void navigate({ to: '/results', search: () => readSearch({ ...view, saved }) });
    },
  };
}
