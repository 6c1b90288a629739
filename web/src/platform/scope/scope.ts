// Which days, and whose: what screens of answers share in their URLs.
import { addDays, isDay, type Preset, presets, type Range, rangeOf } from '../period';

export const scopeFilters = ['channel', 'segment', 'campaign', 'product'] as const;
export type ScopeFilter = (typeof scopeFilters)[number];
export type ScopeFilters = Partial<Record<ScopeFilter, string>>;

export interface ScopeSearch extends ScopeFilters {
  period?: Preset;
  // Instead of a period: the first and the last day.
  from?: string;
  until?: string;
}

export const usualPeriod: Preset = '90d';

export const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

// What is usual need not stand in the URL.
export const oneIn = <T extends string>(known: readonly T[], value: unknown, usual?: T): T | undefined => {
  const found = known.find((each) => each === String(value));
  return found === usual ? undefined : found;
};

export function readScope(search: Record<string, unknown>): ScopeSearch {
  const { from, until } = search;
  const own = isDay(from) && isDay(until) && from <= until;
  const period = oneIn(presets, search['period'], usualPeriod);
  return { ...filtersIn(search), ...(own ? { from, until } : period ? { period } : {}) };
}

export function rangeIn(search: ScopeSearch, today: string): Range {
  if (search.from && search.until) return { from: search.from, to: addDays(search.until, 1) };
  return rangeOf(search.period ?? usualPeriod, today);
}

export const filtersIn = (search: Partial<Record<ScopeFilter, unknown>>): ScopeFilters =>
  Object.fromEntries(
    scopeFilters.flatMap((name) => {
      const value = textIn(search[name]);
      return value ? [[name, value]] : [];
    }),
  );
